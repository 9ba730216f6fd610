using System.Diagnostics;
using System.Globalization;
using Exams.World;

namespace Exams.Rehearsal;

/// <summary>Confirms access for all candidates of a centre, over HTTP, and measures what an officer waits for and what the process needs.
/// Every run has a process and data of its own.</summary>
/// <param name="program">Exams.Api.dll.</param>
/// <param name="root">A folder for everything.</param>
/// <param name="log">Hears the table.</param>
public sealed class AccessBench(string program, string root, TextWriter log)
{
    private const double MebiByte = 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Measures: the asked number of candidates several times, a third and three times as many once each.</summary>
    public async Task RunAsync(int candidates, int runs)
    {
        Say($"Confirming ALL over HTTP, with a fresh process and fresh data each time. Before the clock starts, the process has printed the 40 sheets");
        Say($"of another centre: what a first confirming costs the just-in-time compiler is seen in the run 'cold', which did not.");
        Say($"Processors: {Environment.ProcessorCount}. 'load' is the machine's load average over a minute; anything above the processors' number is others' work,");
        Say($"so the least of several runs is the fairest, and processor seconds (the service's own) are the steadiest.");
        Say("");
        Say("candidates   run    answer ms    ready ms    cpu s   peak MiB   (before)   PDF MiB   ZIP MiB    load");
        var measured = new List<Measure>();
        foreach (var (count, times) in new[] { (candidates / 3, 1), (candidates, runs), (candidates * 3, 1) })
        {
            if (count is < 1 or > 9000)
            {
                continue;
            }

            var template = Path.Combine(root, $"board-{count}");
            Directory.CreateDirectory(template);
            var password = await new ServiceHome(program, template).LoadAsync(new DemoBoard(count));
            for (var run = 1; run <= times; run++)
            {
                measured.Add(await MeasureAsync(template, password, count, $"{run}", isWarm: true));
            }

            if (count == candidates)
            {
                measured.Add(await MeasureAsync(template, password, count, "cold", isWarm: false));
            }
        }

        Summarize(candidates, measured);
    }

    private void Summarize(int candidates, List<Measure> measured)
    {
        var warm = measured.Where(one => one.Candidates == candidates && one.Run != "cold").ToList();
        Say("");
        Say($"{candidates} candidates          goal       min    median       max");
        Line("answer, ms", 150, warm.Select(one => one.Answer));
        Line("ready, ms", 3000, warm.Select(one => one.Ready));
        Line("processor, s", null, warm.Select(one => one.Processor));
        var flat = measured.Where(one => one.Run != "cold").GroupBy(one => one.Candidates)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key}: {one.Min(run => run.Peak) / MebiByte:0}"));
        Say($"peak memory, MiB, by candidates (goal: flat in pages): {string.Join(", ", flat)}");
    }

    private void Line(string what, double? goal, IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        if (sorted.Count > 0)
        {
            var kept = goal is null ? "" : sorted[0] <= goal ? "   reached" : "   MISSED";
            Say(string.Create(
                CultureInfo.InvariantCulture,
                $"  {what,-22} {(goal is { } most ? $"<= {most:0}" : ""),8} {sorted[0],9:0.##} {sorted[sorted.Count / 2],9:0.##} {sorted[^1],9:0.##}{kept}"));
        }
    }

    private async Task<Measure> MeasureAsync(string template, IReadOnlyDictionary<string, string> passwords, int candidates, string run, bool isWarm)
    {
        var home = new ServiceHome(program, Path.Combine(root, $"run-{candidates}-{run}"));
        foreach (var file in Directory.EnumerateFiles(template, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(home.Root, Path.GetRelativePath(template, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        if (!OperatingSystem.IsWindows() && Directory.Exists(home.Keys))
        {
            File.SetUnixFileMode(home.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        using var service = await ServiceProcess.StartAsync(home);
        if (isWarm)
        {
            await ConfirmAsync(service, DemoBoard.Neighbour, "officer.gb045", passwords);
        }

        service.ForgetPeak();
        var before = service.PeakMemory;
        var used = service.ProcessorTime;
        var (answer, ready, bytes) = await ConfirmAsync(service, DemoBoard.Centre, "officer.us123", passwords);
        var measure = new Measure(candidates, run, answer, ready, (service.ProcessorTime - used).TotalSeconds, service.PeakMemory);
        var load = (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0];
        Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{candidates,10} {run,5} {answer,12:0} {ready,11:0} {measure.Processor,8:0.00} {measure.Peak / MebiByte,10:0} {before / MebiByte,10:0} {bytes.Pdf / MebiByte,9:0.0} {bytes.Zip / MebiByte,9:0.0} {load,7}"));
        await service.StopAsync();
        Directory.Delete(home.Root, recursive: true);
        return measure;
    }

    private static async Task<(double Answer, double Ready, (long Pdf, long Zip) Bytes)> ConfirmAsync(
        ServiceProcess service, string centre, string officer, IReadOnlyDictionary<string, string> passwords)
    {
        using var nobody = new ApiClient(service.Address);
        var session = await nobody.DoAsync(Documents.SignIn, new { username = officer, password = passwords[officer] });
        using var client = new ApiClient(service.Address, session.Text("session.token"));
        var after = (await client.DataAsync(Documents.Cursor))["newsCursor"]!.GetValue<long>();
        var where = new { centre, series = DemoBoard.Series, after };
        await using var listener = await Listener.StartAsync(service.Address, client.Token!, Documents.OnReady, where, CancellationToken.None);
        var input = new
        {
            centre,
            series = DemoBoard.Series,
            status = "ALL",
            expectedVersion = 0,
            queriesAccepted = true,
            contact = new { name = "Exams Office", telephone = "+1 305 555 0100", email = "exams@palmgrove.example" },
        };

        var watch = Stopwatch.StartNew();
        await client.DoAsync(Documents.SetAccess, input);
        var answer = watch.Elapsed.TotalMilliseconds;
        await listener.NextAsync(Patience);
        var ready = watch.Elapsed.TotalMilliseconds;
        var newest = (await client.DataAsync(Documents.ReadAccess, new { centre, series = DemoBoard.Series })).At("resultsAccess.documents.nodes").AsArray()[0]!;
        return (answer, ready, (newest.At("pdf.bytes").GetValue<long>(), newest.At("zip.bytes").GetValue<long>()));
    }

    private void Say(FormattableString what) => Say(what.ToString(CultureInfo.InvariantCulture));

    private void Say(string what) => log.WriteLine(what);

    private sealed record Measure(int Candidates, string Run, double Answer, double Ready, double Processor, long Peak);
}
