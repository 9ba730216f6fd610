using System.Globalization;
using Exams.GraphQL.Bench;
using Exams.GraphQL.Bench.Data;
using Exams.GraphQL.Bench.Micro;
using Exams.GraphQL.Bench.Servers;
using Exams.GraphQL.Bench.Soaks;

try
{
    switch (args)
    {
        case ["servers", var host, var peers, var folder, var rounds, var seconds, .. var names]:
            var options = new ComparisonOptions(
                host,
                peers == "-" ? null : peers,
                int.Parse(rounds, CultureInfo.InvariantCulture),
                double.Parse(seconds, CultureInfo.InvariantCulture),
                [.. Workload.All.Where(w => names.Length == 0 || names.Contains(w.Name))],
                (Environment.GetEnvironmentVariable("BENCH_PEERS") ?? "mercurius yoga apollo").Split(' ', StringSplitOptions.RemoveEmptyEntries));
            using (var comparison = new Comparison(options, folder, Console.Out))
            {
                await comparison.RunAsync();
            }

            return 0;

        case ["micro", var folder, .. var names]:
            InProcess.Run(folder, names);
            return 0;

        case ["data", var folder, var rounds, var asked]:
            await new DataComparison(
                folder, int.Parse(rounds, CultureInfo.InvariantCulture), int.Parse(asked, CultureInfo.InvariantCulture), Console.Out).RunAsync();
            return 0;

        case ["soak", var host, var minutes, var rate, .. var counts]:
            var soaks = counts.Select(count => new Soak(
                host,
                int.Parse(count, CultureInfo.InvariantCulture),
                TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture)),
                int.Parse(rate, CultureInfo.InvariantCulture),
                Console.Out)).ToList();
            await Task.WhenAll(soaks.Select(s => s.RunAsync()));
            soaks.ForEach(s => s.Dispose());
            return 0;

        default:
            Console.Error.WriteLine(
                """
                usage: servers HOST.dll PEERS.mjs|- FOLDER ROUNDS SECONDS [WORKLOAD …]
                       micro FOLDER [BENCHMARK …]
                       data FOLDER ROUNDS REQUESTS
                       soak HOST.dll MINUTES RATE DOCUMENTS …      (side by side, each with a host of its own)
                """);
            return 2;
    }
}
catch (BenchException broken)
{
    Console.WriteLine(broken.Message);
    return 1;
}
