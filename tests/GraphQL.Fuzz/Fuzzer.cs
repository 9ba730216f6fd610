using System.Globalization;

namespace Exams.GraphQL.Fuzz;

/// <summary>Tries cases for a time: new ones from grammars, and variations of those whose outcome was new.</summary>
internal sealed class Fuzzer(IReadOnlyList<ITarget> targets, int seed, Findings findings, TimeProvider clock, Watch watch)
{
    /// <summary>Longest that one case may take, in time and in work.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Endless = TimeSpan.FromSeconds(20);

    /// <summary>Most memory, in bytes, that one case may take on its thread; inputs are at most 32 KiB a part.</summary>
    private const long Greedy = 512L << 20;

    /// <summary>Most memory, in bytes, that is still in use after a round.</summary>
    private const long Leaking = 1L << 30;

    private readonly Lane[] _lanes = [.. targets.Select((t, i) => new Lane(t, new Dice((seed * 1_000) + i), new Corpus()))];
    private long _runs;

    /// <summary>Runs until the time is up or so many cases were tried.</summary>
    public void Run(TimeSpan time, long most)
    {
        var (began, told) = (clock.GetTimestamp(), 0);
        while (clock.GetElapsedTime(began) < time && _runs < most)
        {
            foreach (var lane in _lanes)
            {
                for (var i = 0; i < lane.Target.Share; i++)
                {
                    One(lane);
                }
            }

            var minutes = (int)clock.GetElapsedTime(began).TotalMinutes;
            if (minutes > told)
            {
                told = minutes;
                Tell(clock.GetElapsedTime(began));
                Memory();
            }
        }

        Tell(clock.GetElapsedTime(began));
    }

    private void One(Lane lane)
    {
        var (target, dice, corpus) = (lane.Target, lane.Dice, lane.Corpus);
        var input = corpus.IsEmpty || dice.Chance(35) ? target.Make(dice) : Inputs.Mutation.Of(corpus.Any(dice), corpus.Any(dice), dice);
        lane.Runs++;
        _runs++;
        try
        {
            corpus.Add(input, Measured(target, input), dice);
        }
        catch (Exception fault)
        {
            Report(lane, input, Finding.Of(target, fault));
        }
    }

    private string Measured(ITarget target, Case input)
    {
        watch.Begin(target, input);
        try
        {
            var (began, before) = (clock.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            var shape = target.Try(input);
            if (clock.GetElapsedTime(began) > Slow)
            {
                // The machine may have been busy with something else: only what is slow again is slow, by its own work or beyond all patience.
                began = clock.GetTimestamp();
                var worked = Environment.CpuUsage.TotalTime;
                target.Try(input);
                WrongException.Unless(clock.GetElapsedTime(began) < Slow || Environment.CpuUsage.TotalTime - worked < Slow, "A case takes less than two seconds");
                WrongException.Unless(clock.GetElapsedTime(began) < Endless, "A case takes less than twenty seconds, however busy the machine is");
            }

            WrongException.Unless(GC.GetAllocatedBytesForCurrentThread() - before < Greedy, "A case takes less than 512 MiB");
            return shape;
        }
        finally
        {
            watch.End();
        }
    }

    private void Report(Lane lane, Case input, Finding finding)
    {
        if (!findings.IsNew(finding))
        {
            return;
        }

        Console.WriteLine($"FINDING {finding.Target}: {finding.Fault}");
        findings.Save(finding, new Minimiser(lane.Target, finding, clock).Minimise(input), seed, _runs);
    }

    private void Memory()
    {
        var used = GC.GetTotalMemory(forceFullCollection: true);
        if (used > Leaking)
        {
            Report(_lanes[0], Case.Of(""), new Finding("all", "Nothing is kept for ever", string.Create(CultureInfo.InvariantCulture, $"{used} bytes in use")));
        }
    }

    private void Tell(TimeSpan elapsed) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{elapsed.TotalMinutes,5:0.0} min {_runs} runs, {findings.Count} findings, {GC.GetTotalMemory(false) >> 20} MiB: "
        + $"{string.Join(", ", _lanes.Select(l => $"{l.Target.Name} {l.Runs} ({l.Corpus.Shapes} outcomes)"))}"));

    private sealed class Lane(ITarget target, Dice dice, Corpus corpus)
    {
        public ITarget Target => target;

        public Dice Dice => dice;

        public Corpus Corpus => corpus;

        public long Runs { get; set; }
    }
}
