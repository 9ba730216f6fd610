using System.Diagnostics;
using System.Text.RegularExpressions;
using Exams.World;

namespace Exams.Rehearsal;

/// <summary>Where a service lives between its starts: program, data, keys, log. Processes come and go, this stays.</summary>
/// <param name="Program">Exams.Api.dll.</param>
/// <param name="Root">A folder of its own.</param>
/// <param name="Database">A PostgreSQL connection string; null for SQLite in the data folder.</param>
public sealed partial record ServiceHome(string Program, string Root, string? Database = null)
{
    private readonly Lock _writing = new();

    /// <summary>Settings beside those of every service of a rehearsal.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public string Data => Path.Combine(Root, "data");

    public string Keys => Path.Combine(Root, "keys");

    /// <summary>Everything that every process said.</summary>
    public string Log => Path.Combine(Root, "service.log");

    /// <summary>The sealed files.</summary>
    public string Documents => Path.Combine(Data, "documents");

    /// <summary>Loads a demo board while no service runs.</summary>
    /// <returns>The passwords of the officers, by username.</returns>
    public async Task<IReadOnlyDictionary<string, string>> LoadAsync(DemoBoard board)
    {
        var files = Path.Combine(Root, "board");
        board.Write(files, TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(30));
        return await LoadAsync(files);
    }

    /// <summary>Loads a folder of files while no service runs.</summary>
    /// <returns>The passwords of the people in it, by username.</returns>
    public async Task<IReadOnlyDictionary<string, string>> LoadAsync(string files)
    {
        var said = await RunAsync("load", files);
        return NewUser().Matches(said).ToDictionary(one => one.Groups[1].Value, one => one.Groups[2].Value);
    }

    /// <summary>Loads a folder of files while no service runs, and measures it.</summary>
    /// <returns>The passwords, how long it took, and the most memory that was resident, in bytes.</returns>
    public async Task<(IReadOnlyDictionary<string, string> Passwords, TimeSpan Took, long Peak)> MeasureLoadAsync(string files)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(Command("load", files))!;
        var faults = process.StandardError.ReadToEndAsync();
        var reading = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        while (!process.HasExited)
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(100));
        }

        var took = watch.Elapsed;
        return process.ExitCode == 0
            ? (NewUser().Matches(await reading).ToDictionary(one => one.Groups[1].Value, one => one.Groups[2].Value), took, peak)
            : throw new RehearsalException($"'load' ended with {process.ExitCode}: {await faults}");
    }

    /// <summary>The process to start, with this service's settings.</summary>
    internal ProcessStartInfo Command(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Root,
        };
        ServiceProcess.Set(start.Environment, this);
        return start;
    }

    internal void Write(string line)
    {
        lock (_writing)
        {
            File.AppendAllText(Log, line + "\n");
        }
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(Command(arguments))!;
        var faults = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new RehearsalException($"'{arguments[0]}' ended with {process.ExitCode}: {await faults}");
    }

    [GeneratedRegex(@"^new user (\S+), password: (\S+)$", RegexOptions.Multiline)]
    private static partial Regex NewUser();
}
