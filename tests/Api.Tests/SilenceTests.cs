using Exams.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.Api.Tests;

/// <summary>Two boards that differ only in unreleased grades answer byte for byte alike to everybody but the board (rule 20, trap T2):
/// every field with every argument, every order and count, every error, event and document.</summary>
public sealed class SilenceTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly string[] MyResults = ["{ myResults { qualifications { release results { grade } } } }"];

    [Fact]
    public async Task One_second_before_the_release_nobody_can_tell_two_boards_apart_and_one_second_after_everybody_can()
    {
        await using var pair = await BoardPair.StartAsync();
        var walk = await WalkAsync(pair);
        await pair.AddOfficerAsync("associate", "US123", "GB045");
        await pair.ConfirmAsync(await pair.SignInAsync("officer.us123"));
        string[] queries = [.. walk.Queries()], subscriptions = [.. walk.Subscriptions()];
        queries.Should().HaveCountGreaterThan(250, "the walk must really ask");

        pair.Clock.Now = BoardPair.Release - Second;
        Both<string> officer = await pair.SignInAsync("officer.us123"), neighbour = await pair.SignInAsync("officer.gb045"),
            associate = await pair.SignInAsync("associate"), candidate = await pair.CandidateAsync();
        var before = await pair.CursorsAsync(officer);
        await pair.SameAsync(null, queries);
        foreach (var caller in new[] { officer, neighbour, associate, candidate })
        {
            (await pair.SameAsync(caller, queries)).Should().BeGreaterThan(queries.Length / 2, "questions must be answered, not refused");
        }

        (await pair.SameStreamsAsync(officer, subscriptions)).Should().BePositive("something must be heard");
        await pair.SameStreamsAsync(neighbour, subscriptions);
        await pair.SameStreamsAsync(candidate, subscriptions);

        pair.Clock.Now = BoardPair.Release + Second;
        (await pair.DifferencesAsync(officer, queries)).Should().BePositive("the centres' instant has come");
        (await pair.DifferencesAsync(associate, queries)).Should().BePositive("it has come for those of several centres, too");
        (await pair.DifferencesAsync(candidate, MyResults)).Should().Be(0, "the candidates' instant is an hour later");

        pair.Clock.Now = BoardPair.Release.AddHours(1) - Second;
        await pair.SettleAsync(officer, before.One);
        candidate = await pair.CandidateAsync();
        await pair.SameAsync(candidate, queries);
        pair.Clock.Now = BoardPair.Release.AddHours(1) + Second;
        (await pair.DifferencesAsync(candidate, MyResults)).Should().Be(1, "the candidates' instant has come");
    }

    [Fact]
    public async Task Whatever_is_tried_to_be_changed_tells_nothing_of_grades()
    {
        await using var pair = await BoardPair.StartAsync();
        var walk = await WalkAsync(pair);
        await pair.ConfirmAsync(await pair.SignInAsync("officer.us123"));
        string[] mutations = [.. walk.Mutations()];
        pair.Clock.Now = BoardPair.Release - Second;
        Both<string> officer = await pair.SignInAsync("officer.us123"), neighbour = await pair.SignInAsync("officer.gb045"),
            candidate = await pair.CandidateAsync();
        await pair.SameAsync(null, mutations, oneByOne: true);
        await pair.SameAsync(candidate, mutations, oneByOne: true);
        await pair.SameAsync(neighbour, mutations, oneByOne: true);
        (await pair.SameAsync(officer, mutations, oneByOne: true)).Should().BeGreaterThan(mutations.Length / 2, "attempts must reach the rules");
    }

    [Fact]
    public async Task A_centres_delay_keeps_results_from_its_candidates_until_it_is_over()
    {
        await using var pair = await BoardPair.StartAsync();
        var walk = await WalkAsync(pair);
        var officer = await pair.SignInAsync("officer.us123");
        await pair.ConfirmAsync(officer, delayMinutes: 90);
        var before = await pair.CursorsAsync(officer);

        pair.Clock.Now = BoardPair.Release.AddMinutes(60 + 90) - Second;
        officer = await pair.SignInAsync("officer.us123");
        await pair.SettleAsync(officer, before.One);
        var candidate = await pair.CandidateAsync();
        await pair.SameAsync(candidate, walk.Queries());
        pair.Clock.Now = BoardPair.Release.AddMinutes(60 + 90) + Second;
        (await pair.DifferencesAsync(candidate, MyResults)).Should().Be(1, "the delay is over");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_gate_that_stands_open_is_noticed(bool onlyTheReleaseGate)
    {
        await using var pair = await BoardPair.StartAsync(onlyTheReleaseGate ? Faults.ReleaseGateOff : Faults.EveryGateOff);
        var walk = await WalkAsync(pair);
        var officer = await pair.SignInAsync("officer.us123");
        await pair.ConfirmAsync(officer);
        (await pair.DifferencesAsync(officer, walk.Queries())).Should().BePositive();
        (await pair.DifferencesAsync(await pair.CandidateAsync(), MyResults)).Should().Be(1);
    }

    private static async Task<SchemaWalk> WalkAsync(BoardPair pair) => new((await pair.Services.GetRequiredService<IRequestExecutorResolver>()
        .GetRequestExecutorAsync(cancellationToken: TestContext.Current.CancellationToken)).Schema);
}
