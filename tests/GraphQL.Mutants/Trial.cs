using System.Globalization;

namespace Exams.GraphQL.Mutants;

/// <summary>Tries mutants one by one and writes down what became of each.</summary>
internal sealed class Trial(IReadOnlyList<Mutant> mutants, Worker worker, string report)
{
    /// <summary>Longest for the tests of a mutant beyond five times what they usually take.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private const int MostAttempts = 3;

    private readonly List<(string Class, TimeSpan Time, HashSet<int> Seen)> _classes = [];
    private readonly List<string> _survivors = [];

    /// <summary>How many were tried.</summary>
    public int Tried { get; private set; }

    /// <summary>How many no test noticed.</summary>
    public int Survivors => _survivors.Count;

    /// <summary>Runs every class alone, without a mutant: how long it takes, and which mutants it comes by.</summary>
    /// <param name="isWanted">Which classes.</param>
    public void Measure(Func<string, bool> isWanted)
    {
        var names = worker.Classes().Where(isWanted);
        // Once to warm up: what is made at the first use and kept is made without a mutant.
        var passing = names.Where(n => Tell(n, worker.Run(0, [n], TimeSpan.FromMinutes(3)))).ToList();
        foreach (var name in passing)
        {
            var outcome = worker.Run(0, [name], TimeSpan.FromMinutes(3));
            if (outcome.Passed)
            {
                _classes.Add((name, outcome.Time, [.. outcome.Seen]));
            }
        }

        _classes.Sort((one, other) => one.Time.CompareTo(other.Time));
        Console.WriteLine($"{_classes.Count} test classes, {_classes.Sum(c => c.Time.TotalSeconds).ToString("0", CultureInfo.InvariantCulture)} s");
    }

    /// <summary>Tries so many mutants.</summary>
    /// <param name="numbers">Which.</param>
    public void Run(IEnumerable<int> numbers)
    {
        File.WriteAllText(report, "");
        var left = new List<int>();
        foreach (var number in numbers)
        {
            Tried++;
            var classes = _classes.Where(c => c.Seen.Contains(number)).ToList();
            if (classes.Count > 0 && Kill(number, classes) is { } death)
            {
                Write(number, death);
            }
            else
            {
                left.Add(number);
                Console.WriteLine($"left {Name(number)} ({classes.Count} classes come by)");
            }

            if (Tried % 50 == 0)
            {
                Console.WriteLine($"… {Tried} tried, {left.Count} left");
            }
        }

        left.ForEach(Again);
        var share = Tried == 0 ? 0 : 100.0 * Survivors / Tried;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Tried} mutants, {Tried - Survivors} killed, {Survivors} survived ({share:0.0} %)"));
    }

    private static bool Tell(string name, Outcome outcome)
    {
        if (!outcome.Passed)
        {
            Console.WriteLine($"left out, for without a mutant it {outcome.Verdict}: {name} {outcome.Failed}");
        }

        return outcome.Passed;
    }

    // What is made once and kept was made without the mutant: a fresh process, and all classes that are quick.
    private void Again(int number)
    {
        worker.Start(number);
        var outcome = worker.Run(number, Quick, TimeSpan.FromMinutes(5));
        Write(number, outcome.Passed ? "survived" : $"killed ({outcome.Verdict} {outcome.Failed})");
        if (outcome.Passed)
        {
            _survivors.Add(Name(number));
            Console.WriteLine($"survived {Name(number)}");
        }
    }

    private IEnumerable<string> Quick => _classes.Where(c => c.Time < TimeSpan.FromSeconds(2)).Select(c => c.Class);

    private string Name(int number) => mutants[number - 1].Name;

    private void Write(int number, string verdict) => File.AppendAllText(report, $"{verdict} | {Name(number)}\n");

    // What the tests say against a mutant counts only if they say nothing without it: a kill is repeated until both are so.
    private string? Kill(int number, List<(string Class, TimeSpan Time, HashSet<int> Seen)> classes)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (!worker.IsWarm)
            {
                worker.Run(0, Quick, TimeSpan.FromMinutes(5));
            }

            var outcome = worker.Run(number, classes.Select(c => c.Class), classes.Aggregate(Grace, (sum, c) => sum + (5 * c.Time)));
            if (outcome.Passed)
            {
                return null;
            }

            if (attempt == MostAttempts || IsCertain(outcome, classes))
            {
                return $"killed ({outcome.Verdict} {outcome.Failed})";
            }
        }
    }

    private bool IsCertain(Outcome outcome, List<(string Class, TimeSpan Time, HashSet<int> Seen)> classes)
    {
        if (outcome.Failed is null)
        {
            return false;
        }

        var without = worker.Run(0, classes.Select(c => c.Class).Where(c => outcome.Failed.StartsWith(c + ".", StringComparison.Ordinal)), TimeSpan.FromMinutes(5));
        if (!without.Passed)
        {
            worker.Start(0);
        }

        return without.Passed;
    }
}
