using System.IO.Compression;
using System.Text.Json;
using Exams.GraphQL.Execution;

namespace Exams.GraphQL.Tests.Golden;

/// <summary>3,200 random requests, kept with the results that graphql-js 16.15 gave them, come out the same here.</summary>
/// <remarks>The cases are our generator's (<c>make.mjs</c>, seed 20250903): a third run clean, a fifth with errors of fields, the rest are
/// refused. The file is Brotli over lines of JSON: first the schema and the root values, then one case a line, which names its root
/// value by its place if it runs. Fresh random ones are asked by <c>scripts/prove.sh differential</c>.</remarks>
public sealed class GoldenCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Kept_requests_come_out_as_in_the_reference_implementation()
    {
        var replay = await ReplayAsync(isAwaited: false);
        replay.SamePlaces.Should().Be(replay.All);
        replay.SameMessages.Should().Be(replay.All);
    }

    // Which errors a nulled parent hides depends on what comes first, so only the data must be the same.
    [Fact]
    public Task Kept_requests_give_the_same_data_when_their_fields_take_their_time() => ReplayAsync(isAwaited: true);

    private async Task<Replay> ReplayAsync(bool isAwaited)
    {
        await using var file = typeof(GoldenCorpusTests).Assembly.GetManifestResourceStream("cases.jsonl.br")!;
        using var lines = new StreamReader(new BrotliStream(file, CompressionMode.Decompress));
        using var head = JsonDocument.Parse((await lines.ReadLineAsync(TestContext.Current.CancellationToken))!);
        RequestExecutor executor = Replay.Executor(head.RootElement.GetProperty("sdl").GetString()!, isAwaited);
        var roots = head.RootElement.GetProperty("roots").EnumerateArray().ToArray();
        var replay = new Replay();
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            using var given = JsonDocument.Parse(line);
            var root = given.RootElement.TryGetProperty("root", out var place) ? roots[place.GetInt32()] : default;
            await replay.RunAsync(executor, given.RootElement, root, TestContext.Current.CancellationToken);
        }

        if (!isAwaited)
        {
            replay.Differences.ForEach(output.WriteLine);
        }

        output.WriteLine($"L1 {replay.SameData}/{replay.All}  L2 {replay.SamePlaces}/{replay.All}  L3 {replay.SameMessages}/{replay.All}");
        replay.All.Should().Be(3_200);
        replay.SameData.Should().Be(replay.All);
        return replay;
    }
}
