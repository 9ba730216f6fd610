using System.Globalization;

namespace Exams.GraphQL.Bench.Servers;

/// <summary>The table of a comparison.</summary>
/// <param name="servers">Their names, ours first.</param>
/// <param name="options">What was asked for.</param>
/// <param name="measures">What was measured, by server and workload.</param>
internal sealed class ComparisonReport(
    IReadOnlyList<string> servers, ComparisonOptions options, IReadOnlyDictionary<(string Server, string Workload), List<Measure>> measures)
{
    /// <summary>Our server.</summary>
    public const string Engine = "Exams.GraphQL";

    /// <summary>The limit.</summary>
    public const string Bare = "bare Kestrel";

    private const string Rival = "mercurius";
    private const double OfBare = 0.8;

    /// <summary>Writes it: medians of all rounds; ratios are medians of the ratios of each round.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine(Text($"{options.Rounds} rounds of {options.Seconds} s, server on core 0, wrk (1 thread, 32 connections) on core 1; medians"));
        output.WriteLine("| workload | server | requests/s | of bare Kestrel | of mercurius+jit | p99 ms | CPU µs/request | bytes/request |");
        output.WriteLine("|---|---|--:|--:|--:|--:|--:|--:|");
        foreach (var workload in options.Workloads)
        {
            foreach (var server in servers)
            {
                Write(output, workload.Name, server);
            }
        }

        foreach (var workload in options.Workloads)
        {
            Judge(output, workload);
        }
    }

    private void Write(TextWriter output, string workload, string server)
    {
        var own = measures[(server, workload)];
        var allocated = own[0].Allocated is null ? "" : Text($"{Median(own.Select(m => m.Allocated!.Value)):N0}");
        var name = server == Rival ? "mercurius + graphql-jit" : server;
        output.WriteLine(
            Text($"| {workload} | {name} | {Median(own.Select(m => m.PerSecond)):N0} | {Ratio(workload, server, Bare):F2} | {Ratio(workload, server, Rival):F2} ")
            + Text($"| {Median(own.Select(m => m.P99)):F1} | {Median(own.Select(m => m.Cpu)):F1} | {allocated} |"));
    }

    private void Judge(TextWriter output, Workload workload)
    {
        var bare = Ratio(workload.Name, Engine, Bare)!.Value;
        var words = Text($"{workload.Name}: {bare:P0} of bare Kestrel by requests, {CpuOf(workload.Name, Bare):P0} by processor time (goal 80 %)");
        var met = bare >= OfBare;
        if (Ratio(workload.Name, Engine, Rival) is { } rival)
        {
            words += Text($", {rival:F1} × mercurius + graphql-jit, {CpuOf(workload.Name, Rival):F1} × by processor time (goal {workload.OverPeer}");
            words += workload.Name == "introspection" ? " or 80 % of bare Kestrel)" : ")";
            met &= rival >= workload.OverPeer || workload.Name == "introspection";
        }

        output.WriteLine($"{(met ? "met   " : "MISSED")} {words}");
    }

    // On a machine with other work, processor time says more than throughput.
    private double CpuOf(string workload, string other) =>
        Median(measures[(Engine, workload)].Zip(measures[(other, workload)], (own, theirs) => theirs.Cpu / own.Cpu));

    private double? Ratio(string workload, string server, string to) => measures.TryGetValue((to, workload), out var others)
        ? Median(measures[(server, workload)].Zip(others, (a, b) => a.PerSecond / b.PerSecond))
        : null;

    private static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
