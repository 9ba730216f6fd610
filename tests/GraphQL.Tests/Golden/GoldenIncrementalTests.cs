using System.IO.Compression;
using System.Text.Json;

namespace Exams.GraphQL.Tests.Golden;

/// <summary>Fourteen hundred random documents with <c>@defer</c> and <c>@stream</c>, kept with the payloads that graphql-js 17 gave them
/// (or the errors, where its rules refuse them), come out the same here.</summary>
/// <remarks>The cases are those of <c>incremental.mjs</c>, seed 20261122. The file is Brotli over its lines. PROVE_INCREMENTAL_CASES names a
/// file of fresh ones to run instead.</remarks>
public sealed class GoldenIncrementalTests(ITestOutputHelper output)
{
    /// <summary>Where nothing takes its time, payloads come with the same ids in the same order; elsewhere what they come to is the same.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Kept_documents_come_in_parts_as_in_the_reference_implementation(bool isAwaited)
    {
        await using var file = Open();
        using var lines = new StreamReader(file);
        using var head = JsonDocument.Parse((await lines.ReadLineAsync(TestContext.Current.CancellationToken))!);
        var replay = new IncrementalReplay(head.RootElement, isAwaited);
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            using var given = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 256 });
            await replay.RunAsync(given.RootElement, TestContext.Current.CancellationToken);
        }

        replay.Differences.Take(3).ToList().ForEach(output.WriteLine);
        output.WriteLine($"{replay.Runs} cases, {replay.Ordered} of them to the last id, {replay.Refused} documents refused, {replay.Differences.Count} differences");
        replay.Differences.Should().BeEmpty();
        replay.Runs.Should().BeGreaterThan(Fresh is null ? 1_000 : 0);
    }

    private static string? Fresh => Environment.GetEnvironmentVariable("PROVE_INCREMENTAL_CASES");

    private static Stream Open() => Fresh is { } fresh
        ? File.OpenRead(fresh)
        : new BrotliStream(typeof(GoldenIncrementalTests).Assembly.GetManifestResourceStream("incremental.jsonl.br")!, CompressionMode.Decompress);
}
