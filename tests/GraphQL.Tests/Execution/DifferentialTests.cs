using System.Text.Json;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Tests.Golden;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>Replays random cases whose results graphql-js has given. EXAMS_DIFF_CASES names the file with the cases (one JSON
/// object on each line), EXAMS_DIFF_SDL the folder with the schemas that they name.</summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Random_documents_come_out_as_in_the_reference_implementation()
    {
        var replay = await ReplayAsync(isAwaited: false);
        replay.SamePlaces.Should().Be(replay.All);
        replay.SameMessages.Should().BeGreaterThanOrEqualTo((int)Math.Ceiling(replay.All * 0.995));
    }

    // Which errors a nulled parent hides depends on what comes first, so only the data must be the same.
    [Fact]
    public Task Random_documents_give_the_same_data_when_their_fields_take_their_time() => ReplayAsync(isAwaited: true);

    private async Task<Replay> ReplayAsync(bool isAwaited)
    {
        var (cases, folder) = (Environment.GetEnvironmentVariable("EXAMS_DIFF_CASES"), Environment.GetEnvironmentVariable("EXAMS_DIFF_SDL"));
        Assert.SkipWhen(cases is null || folder is null, "EXAMS_DIFF_CASES and EXAMS_DIFF_SDL name no cases.");
        var executors = new Dictionary<string, RequestExecutor>();
        var replay = new Replay();
        foreach (var line in File.ReadLines(cases!))
        {
            using var document = JsonDocument.Parse(line);
            var name = document.RootElement.GetProperty("sdl").GetString()!;
            if (!executors.TryGetValue(name, out var executor))
            {
                executors[name] = executor = Replay.Executor(File.ReadAllText(Path.Combine(folder!, name)), isAwaited);
            }

            await replay.RunAsync(executor, document.RootElement, TestContext.Current.CancellationToken);
        }

        if (!isAwaited)
        {
            replay.Differences.ForEach(output.WriteLine);
        }

        output.WriteLine($"L1 {replay.SameData}/{replay.All}  L2 {replay.SamePlaces}/{replay.All}  L3 {replay.SameMessages}/{replay.All}");
        replay.SameData.Should().Be(replay.All);
        return replay;
    }
}
