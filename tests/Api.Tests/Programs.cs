using System.Diagnostics;

namespace Exams.Api.Tests;

/// <summary>Programs of the machine, where it has them.</summary>
internal static class Programs
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs a program that must succeed; gives back what it printed.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var time = new CancellationTokenSource(Patience);
        var complaints = process.StandardError.ReadToEndAsync(time.Token);
        try
        {
            var said = await process.StandardOutput.ReadToEndAsync(time.Token);
            await process.WaitForExitAsync(time.Token);
            process.ExitCode.Should().Be(0, "{0} said: {1}{2}", program, said, await complaints);
            return said.TrimEnd();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} took longer than {Patience}.");
        }
    }
}
