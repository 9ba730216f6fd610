using System.Diagnostics;
using System.Globalization;

namespace Exams.GraphQL.Bench.Servers;

/// <summary>The load generator: one thread on one core, 32 connections, as fast as answers come.</summary>
/// <param name="core">The core.</param>
/// <param name="folder">For its scripts.</param>
internal sealed class Wrk(int core, string folder)
{
    private const string Mark = "MEASURED";

    /// <summary>Sends one workload for a while.</summary>
    /// <returns>How many requests were answered, in how many seconds, and the 99th percentile in milliseconds.</returns>
    /// <exception cref="BenchException">An answer was no success.</exception>
    public async Task<(long Requests, double Seconds, double P99)> RunAsync(Uri address, Workload workload, double seconds)
    {
        var script = Path.Combine(folder, workload.Name + ".lua");
        await File.WriteAllTextAsync(script, $$"""
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/json"
            wrk.headers["Accept"] = "application/json"
            wrk.headers["Authorization"] = "Bearer host"
            wrk.body = [==[{{workload.Body}}]==]
            done = function(summary, latency, requests)
              local e = summary.errors
              io.write(string.format("{{Mark}} %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(99),
                e.connect + e.read + e.write + e.status + e.timeout))
            end
            """);
        var duration = Math.Max(1, (int)Math.Round(seconds)).ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(
            "taskset", ["-c", core.ToString(CultureInfo.InvariantCulture), "wrk", "-t1", "-c32", $"-d{duration}s", "-s", script, address.ToString()])
        {
            RedirectStandardOutput = true,
        };
        using var wrk = Process.Start(start)!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (said.Split('\n').FirstOrDefault(l => l.StartsWith(Mark, StringComparison.Ordinal)) is not { } line)
        {
            throw new BenchException($"wrk measured nothing: {said}");
        }

        var numbers = line.Split(' ')[1..].Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return numbers[3] == 0
            ? (numbers[0], numbers[1] / 1e6, numbers[2] / 1e3)
            : throw new BenchException($"{numbers[3]} requests to {address} failed.");
    }
}
