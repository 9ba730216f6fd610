using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Exams.GraphQL.Bench.Micro;

/// <summary>BenchmarkDotNet without a build of its own, so that it measures what was built here.</summary>
internal static class InProcess
{
    /// <summary>Measures.</summary>
    /// <param name="folder">For reports.</param>
    /// <param name="names">Which benchmarks; all when empty.</param>
    public static void Run(string folder, string[] names)
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(8).WithIterationCount(10))
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Unicode)
            .AddExporter(MarkdownExporter.GitHub)
            .WithArtifactsPath(folder);
        string[] filters = names.Length == 0 ? ["*"] : [.. names.Select(n => $"*.{n}*")];
        BenchmarkSwitcher.FromTypes([typeof(EngineBenchmarks)]).Run(["--filter", .. filters], config);
    }
}
