using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Exams.GraphQL.Mutants;

/// <summary>How tests ended.</summary>
/// <param name="Verdict">In one word.</param>
/// <param name="Failed">The test that failed first, if one did.</param>
/// <param name="Seen">The numbers of the mutants that the tests came by.</param>
/// <param name="Time">How long they took.</param>
internal sealed record Outcome(string Verdict, string? Failed, IReadOnlyList<int> Seen, TimeSpan Time)
{
    /// <summary>Whether all passed.</summary>
    public bool Passed => Verdict == "passed";
}

/// <summary>The tests' program, kept running; started anew when a mutant has brought it down.</summary>
/// <param name="folder">Where it lies, the engine beside it.</param>
/// <param name="clock">The clock.</param>
internal sealed class Worker(string folder, TimeProvider clock) : IDisposable
{
    private Process? _process;
    private BlockingCollection<string>? _answers;

    /// <summary>The names of all test classes, but for those that look at processes of their own, in which no mutant is, and those
    /// that say on PostgreSQL what others say on SQLite.</summary>
    public IReadOnlyList<string> Classes()
    {
        using var process = Process.Start(new ProcessStartInfo(Program, ["-noLogo", "-noColor", "-list", "classes"]) { RedirectStandardOutput = true })!;
        var names = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        process.WaitForExit();
        return [.. names.Where(n => n.StartsWith("Exams.", StringComparison.Ordinal))
            .Where(n => !n.Contains(".Proofs.", StringComparison.Ordinal) && !n.EndsWith(".RecordedSampleTests", StringComparison.Ordinal) && !n.EndsWith("OnPostgresTests", StringComparison.Ordinal))];
    }

    /// <summary>Whether the program has run anything since it was started.</summary>
    public bool IsWarm { get; private set; }

    private string Program => Path.Combine(folder, "Exams.GraphQL.Tests");

    /// <summary>Runs classes until the first failure.</summary>
    /// <param name="mutant">The mutant to switch on; 0 for none.</param>
    /// <param name="classes">Full names.</param>
    /// <param name="longest">How long they may take.</param>
    public Outcome Run(int mutant, IEnumerable<string> classes, TimeSpan longest)
    {
        if (_process is null or { HasExited: true })
        {
            Start(0);
        }

        var began = clock.GetTimestamp();
        IsWarm = true;
        try
        {
            _process!.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mutant} {string.Join(' ', classes)}"));
        }
        catch (IOException)
        {
            // It ended between two mutants; what that means is found out below.
        }

        while (clock.GetElapsedTime(began) < longest && !_answers!.IsCompleted)
        {
            if (_answers.TryTake(out var line, TimeSpan.FromMilliseconds(200)) && line.Split('\t') is ["##", var code, var failed, var seen])
            {
                return new Outcome(
                    code == "0" ? "passed" : "failed",
                    failed,
                    [.. seen.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture))],
                    clock.GetElapsedTime(began));
            }
        }

        var died = _answers!.IsCompleted;
        Stop();
        return new Outcome(died ? "brought the process down" : "did not end", null, [], clock.GetElapsedTime(began));
    }

    /// <summary>Starts the program anew with a mutant that is on from the first moment, also in what is made once and kept.</summary>
    public void Start(int mutant)
    {
        Stop();
        var start = new ProcessStartInfo(Program) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(Worker).Assembly.Location;
        start.Environment["MUTANT"] = mutant.ToString(CultureInfo.InvariantCulture);
        // A property that a change breaks is broken early; that it holds is known.
        start.Environment["PROPERTY_RUNS"] = Environment.GetEnvironmentVariable("PROPERTY_RUNS") ?? "60";
        var answers = _answers = [];
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                answers.CompleteAdding();
            }
            else
            {
                answers.Add(line.Data);
            }
        };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        IsWarm = false;
    }

    public void Dispose() => Stop();

    private void Stop()
    {
        IsWarm = false;
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
            _process = null;
        }
    }
}
