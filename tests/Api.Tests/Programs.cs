using System.Diagnostics;

namespace Exams.Api.Tests;

/// <summary>Programs of the machine, where it has them.</summary>
internal static class Programs
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs a program that must succeed; gives back what it printed.</summary>
    public static Task<string> RunAsync(string program, params string[] arguments) => RunAsync(new ProcessStartInfo(program, arguments));

    /// <summary>Runs a program that must succeed, where and with the settings that the test says; gives back what it printed.</summary>
    public static async Task<string> RunAsync(ProcessStartInfo start)
    {
        var (exit, said, complaints) = await TryAsync(start);
        exit.Should().Be(0, "{0} said: {1}{2}", start.FileName, said, complaints);
        return said;
    }

    /// <summary>Runs a program to its end, whatever that is.</summary>
    public static async Task<(int Exit, string Said, string Complaints)> TryAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        using var time = new CancellationTokenSource(Patience);
        var complaints = process.StandardError.ReadToEndAsync(time.Token);
        try
        {
            var said = await process.StandardOutput.ReadToEndAsync(time.Token);
            await process.WaitForExitAsync(time.Token);
            return (process.ExitCode, said.TrimEnd(), await complaints);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} took longer than {Patience}.");
        }
    }
}
