using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Exams.World;

namespace Exams.Api.Tests;

/// <summary>Whoever asks too much waits; nobody else does.</summary>
public sealed class BudgetTests
{
    private const string Candidates = """{ candidates(series: "2026-06", first: 50) { nodes { number centre { number } } } }""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_spent_budget_is_429_and_others_at_the_same_address_go_on()
    {
        await using var service = await RunningService.StartAsync(
            new DemoBoard(Candidates: 3), change: settings => settings with { CostCapacity = 200, CostRestore = 1 });
        using var officer = await service.SignedInAsync("officer.us123");
        using var http = new HttpClient { BaseAddress = service.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", officer.Token);
        var statuses = new List<HttpStatusCode>();
        TimeSpan? wait = null;
        for (var i = 0; i < 30 && wait is null; i++)
        {
            using var answer = await http.PostAsJsonAsync("graphql", new { query = Candidates }, Ct);
            statuses.Add(answer.StatusCode);
            wait = answer.Headers.RetryAfter?.Delta;
            if (wait is not null)
            {
                JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!["errors"]![0]!["extensions"]!["code"]!
                    .GetValue<string>().Should().Be("THROTTLED");
            }
        }

        statuses[0].Should().Be(HttpStatusCode.OK);
        statuses[^1].Should().Be(HttpStatusCode.TooManyRequests);
        wait.Should().BePositive();
        (await service.Nobody.AskAsync("{ viewer { username } }", ct: Ct))["data"].Should().NotBeNull();
    }

    [Fact]
    public async Task Whoever_sends_many_large_requests_at_once_waits_for_itself_and_others_for_one_of_them()
    {
        const string Upsert = "mutation($input: UpsertCandidatesInput!, $key: String!) { upsertCandidates(input: $input) @idempotent(key: $key) { written } }";
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 3));
        using var officer = await service.SignedInAsync("officer.us123");
        using var neighbour = await service.SignedInAsync("officer.gb045");
        object Rows(string centre, int count, int night) => new
        {
            input = new { candidates = Enumerable.Range(0, count).Select(at => new { centre, series = DemoBoard.Series, externalReference = $"pupil-{at}", name = $"Pupil: {at} {night}" }) },
            key = $"night-{night}",
        };

        var bulks = Enumerable.Range(0, 8).Select(night => officer.DataAsync(Upsert, Rows(DemoBoard.Centre, 2_000, night), Ct)).ToList();
        await Task.WhenAny(bulks);
        await neighbour.DataAsync(Upsert, Rows("GB045", 1, 0), Ct);

        bulks.Count(bulk => !bulk.IsCompleted).Should().BeGreaterThan(3, "a small request does not stand behind all of another's");
        await Task.WhenAll(bulks);
    }

    [Fact]
    public async Task The_viewer_is_told_what_is_left()
    {
        await using var service = await RunningService.StartAsync(
            new DemoBoard(Candidates: 3), change: settings => settings with { CostCapacity = 5_000, CostRestore = 1 });
        using var officer = await service.SignedInAsync("officer.us123");
        async Task<JsonNode> LimitAsync() => (await officer.DataAsync("{ viewer { rateLimit { maximumAvailable currentlyAvailable restoreRate } } }", ct: Ct))["viewer"]!["rateLimit"]!;

        var before = await LimitAsync();
        await officer.DataAsync(Candidates, ct: Ct);
        var after = await LimitAsync();

        before["maximumAvailable"]!.GetValue<double>().Should().Be(5_000);
        before["restoreRate"]!.GetValue<double>().Should().Be(1);
        after["currentlyAvailable"]!.GetValue<double>().Should().BeLessThan(before["currentlyAvailable"]!.GetValue<double>());
    }

    [Fact]
    public async Task A_mistyped_sign_in_does_not_repeat_the_password()
    {
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 3));

        var answer = await service.Nobody.AskAsync(
            "mutation($input: SignInInput!) { signIn(input: $input) { errors { code } } }", new { input = new { user = "u", password = "pa55word" } }, Ct);

        answer.ToJsonString().Should().Contain("(not shown)").And.NotContain("pa55word");
    }
}
