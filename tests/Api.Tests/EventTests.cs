using System.Text.Json.Nodes;
using Exams.Domain.Clients;
using Exams.Domain.Vocabulary;
using Exams.Rehearsal;
using Exams.World;
using Microsoft.Extensions.DependencyInjection;
using ApiClient = Exams.Rehearsal.ApiClient;

namespace Exams.Api.Tests;

/// <summary>Programs that keep in step: by polling events, by asking for changes, by listening.</summary>
public sealed class EventTests
{
    private const string Us = DemoBoard.Centre, Gb = "GB045", June = DemoBoard.Series;

    private const string Events =
        """
        query($after: String, $first: Int, $types: [NewsType!], $centre: CentreNumber) {
          events(after: $after, first: $first, types: $types, centre: $centre) {
            nodes { id cursor type centreNumber series candidateNumber syllabusCode centre { name } candidate { name } entry { status } }
            edges { cursor }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    private const string Changes =
        """
        query($thing: ChangedThing!, $since: String, $after: String, $first: Int, $centre: CentreNumber) {
          changes(thing: $thing, since: $since, after: $after, first: $first, centre: $centre) {
            nodes { thing kinds at centreNumber series candidate { number name status } entry { status syllabus { code } } }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    private static readonly DemoBoard Board = new(Candidates: 6);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_poller_gets_everything_once_with_links_to_what_it_is_about_and_goes_forward_even_when_nothing_happened()
    {
        await using var service = await RunningService.StartAsync(Board);
        using var officer = await service.SignedInAsync("officer.us123");
        var start = (await officer.DataAsync("{ eventCursor }", ct: Ct)).Text("eventCursor");
        await RegisterAsync(officer, Us, "9001", "Robin Late");
        await EnterAsync(officer, Us, "9001", "0580");

        var first = await PageAsync(officer, new { after = start, first = 1 });
        first.At("pageInfo").Text("hasNextPage").Should().Be("True");
        first["edges"]![0]!.Text("cursor").Should().Be(first["nodes"]![0]!.Text("cursor")).And.Be(first.Text("pageInfo.endCursor"));
        var second = await PageAsync(officer, new { after = first.Text("pageInfo.endCursor"), first = 10 });
        JsonNode made = first["nodes"]![0]!, entered = second["nodes"]!.AsArray().Single()!;
        (made.Text("type"), made.Text("candidate.name"), made.Text("centre.name")).Should().Be(("CANDIDATE_REGISTERED", "Robin Late", "Palm Grove High School"));
        (entered.Text("type"), entered.Text("syllabusCode"), entered.Text("candidateNumber"), entered.Text("entry.status")).Should().Be(("ENTRY_MADE", "0580", "9001", "ACTIVE"));

        var end = second.Text("pageInfo.endCursor");
        await RegisterAsync(await service.SignedInAsync("officer.gb045"), Gb, "9001", "Somebody Elsewhere");
        var empty = await PageAsync(officer, new { after = end });
        empty["nodes"]!.AsArray().Should().BeEmpty("what happens at another centre is not theirs");
        empty.Text("pageInfo.endCursor").Should().NotBe(end, "but it need not be looked through again");
        (await PageAsync(officer, new { after = empty.Text("pageInfo.endCursor") })).Text("pageInfo.endCursor").Should().Be(empty.Text("pageInfo.endCursor"));
        (await officer.DataAsync("query($id: ID!) { node(id: $id) { ... on Event { type candidateNumber } } }", new { id = made.Text("id") }, Ct)).Text("node.type")
            .Should().Be("CANDIDATE_REGISTERED");
        var unseen = await PageAsync(await service.SignedInAsync("officer.gb045"), new { after = start, types = new[] { "CANDIDATE_REGISTERED" } });
        unseen["nodes"]!.AsArray().Select(one => one!.Text("centreNumber")).Should().Equal(Gb);
        (await officer.DataAsync("query($id: ID!) { node(id: $id) { __typename } }", new { id = unseen["nodes"]![0]!.Text("id") }, Ct))["node"].Should().BeNull();
    }

    [Fact]
    public async Task What_a_client_may_not_read_does_not_exist_for_it_among_events_and_changes()
    {
        await using var service = await RunningService.StartAsync(Board);
        using var officer = await service.SignedInAsync("officer.us123");
        using var entries = await ClientAsync(service, Us, Permission.EventsRead, Permission.EntriesRead);
        using var candidates = await ClientAsync(service, Us, Permission.EventsRead, Permission.CandidatesRead);
        var start = (await officer.DataAsync("{ eventCursor }", ct: Ct)).Text("eventCursor");
        await RegisterAsync(officer, Us, "9001", "Robin Late");
        await EnterAsync(officer, Us, "9001", "0580");

        const string Types = "query($after: String) { events(after: $after) { nodes { type } } }";
        static IEnumerable<string> TypesOf(JsonNode data) => data["events"]!["nodes"]!.AsArray().Select(one => one!.Text("type"));
        TypesOf(await entries.DataAsync(Types, new { after = start }, Ct)).Should().Equal("ENTRY_MADE");
        TypesOf(await candidates.DataAsync(Types, new { after = start }, Ct)).Should().Equal("CANDIDATE_REGISTERED");
        const string Entered = "query($after: String) { events(after: $after) { nodes { entry { status } } } changes(thing: ENTRY, since: $after) { nodes { kinds entry { status } } } }";
        (await entries.DataAsync(Entered, new { after = start }, Ct)).ToJsonString()
            .Should().Be("""{"events":{"nodes":[{"entry":{"status":"ACTIVE"}}]},"changes":{"nodes":[{"kinds":["MADE"],"entry":{"status":"ACTIVE"}}]}}""");
        (await candidates.DataAsync("query($since: String) { changes(thing: ENTRY, since: $since) { nodes { kinds } } }", new { since = start }, Ct))["changes"]!["nodes"]!
            .AsArray().Should().BeEmpty();
        (await candidates.AskAsync(Entered, new { after = start }, Ct)).ToJsonString().Should().Contain("AUTH_NOT_AUTHORIZED");
    }

    [Fact]
    public async Task A_system_that_begins_with_nothing_gets_everything_and_from_then_on_what_changed()
    {
        await using var service = await RunningService.StartAsync(Board);
        using var officer = await service.SignedInAsync("officer.us123");
        var (all, since) = await ChangesAsync(officer, "CANDIDATE", null, first: 4);
        var expected = (await officer.DataAsync("""{ candidates(series: "2026-06", centre: "US123", first: 200) { totalCount } }""", ct: Ct))["candidates"]!["totalCount"]!.GetValue<int>();
        all.Should().HaveCount(expected).And.OnlyContain(one => one["kinds"]!.ToJsonString() == "[\"CURRENT\"]" && one["at"] == null && one["candidate"] != null);
        all.Select(one => one.Text("candidate.number")).Should().OnlyHaveUniqueItems();
        var (entries, sinceEntries) = await ChangesAsync(officer, "ENTRY", null, first: 5);
        entries.Should().NotBeEmpty().And.OnlyContain(one => one["entry"] != null && one["candidate"] != null);

        (await ChangesAsync(officer, "CANDIDATE", since, 10)).Nodes.Should().BeEmpty();
        await RegisterAsync(officer, Us, "9001", "Robin Late");
        await RegisterAsync(officer, Us, "9002", "Robin Later");
        await EnterAsync(officer, Us, "9001", "0580");
        await officer.DoAsync("mutation($input: WithdrawEntryInput!) { withdrawEntry(input: $input) { errors { code } } }", new { centre = Us, series = June, candidate = "9001", syllabus = "0580" }, Ct);

        (await ChangesAsync(officer, "CANDIDATE", since, first: 1)).Nodes.Select(one => (one.Text("candidate.number"), one["kinds"]!.ToJsonString()))
            .Should().Equal(("9001", "[\"MADE\"]"), ("9002", "[\"MADE\"]"));
        (await ChangesAsync(officer, "ENTRY", sinceEntries, first: 1)).Nodes.Select(one => (one.Text("candidate.number"), one["kinds"]!.ToJsonString(), one.Text("entry.status")))
            .Should().Equal(("9001", "[\"MADE\",\"WITHDRAWN\"]", "WITHDRAWN"));
        using var neighbour = await service.SignedInAsync("officer.gb045");
        (await ChangesAsync(neighbour, "CANDIDATE", since, 10)).Nodes.Should().BeEmpty();
        (await ChangesAsync(neighbour, "CANDIDATE", null, 100)).Nodes.Should().OnlyContain(one => one.Text("centreNumber") == Gb);
    }

    [Fact]
    public async Task A_cursor_that_is_none_of_this_lists_is_told_so()
    {
        await using var service = await RunningService.StartAsync(Board);
        await using var other = await RunningService.StartAsync(Board, replace: services => services.AddSingleton<Infrastructure.Security.IDice>(new SeededDice(99)));
        using var officer = await service.SignedInAsync("officer.us123");
        using var stranger = await other.SignedInAsync("officer.us123");
        var foreign = (await stranger.DataAsync("{ eventCursor }", ct: Ct)).Text("eventCursor");
        var ofChanges = (await officer.DataAsync(Changes, new { thing = "CANDIDATE", first = 1 }, Ct)).Text("changes.pageInfo.endCursor");
        var ahead = service.Services.GetRequiredService<Infrastructure.Events.NewsCursors>().Write('e', 1_000_000);

        foreach (var cursor in new[] { "", "1", "\0", "nonsense", foreign, ofChanges })
        {
            (await CodeAsync(officer, Events, new { after = cursor })).Should().Be("CURSOR_UNKNOWN", cursor);
        }

        foreach (var cursor in new[] { "", "1", "\0", "nonsense", foreign })
        {
            (await CodeAsync(officer, Changes, new { thing = "CANDIDATE", since = cursor })).Should().Be("CURSOR_UNKNOWN", cursor);
        }

        (await CodeAsync(officer, Changes, new { thing = "ENTRY", after = ofChanges })).Should().Be("CURSOR_UNKNOWN", "it is a cursor of candidates");
        (await CodeAsync(officer, Events, new { after = ahead })).Should().Be("CURSOR_AHEAD");
        (await CodeAsync(officer, Changes, new { thing = "ENTRY", since = ahead })).Should().Be("CURSOR_AHEAD");
        (await CodeAsync(officer, Events, new { first = 501 })).Should().Be("HC0051");
    }

    [Fact]
    public async Task After_files_were_loaded_a_system_is_told_to_begin_again()
    {
        await using var service = await RunningService.StartAsync(Board);
        using var officer = await service.SignedInAsync("officer.us123");
        var (_, since) = await ChangesAsync(officer, "CANDIDATE", null, 100);
        using var folder = new ScratchFolder();
        var files = folder.Folder("more");
        await File.WriteAllTextAsync(
            Path.Combine(files, "candidates.csv"),
            "centre,series,number,name,dateOfBirth,gender,uci,email,private\nUS123,2026-06,9100,From A File,,,,,\n", Ct);
        (await service.Services.GetRequiredService<Infrastructure.Loading.BoardLoader>().LoadAsync(files, Ct)).Faults.Should().BeEmpty();

        (await CodeAsync(officer, Changes, new { thing = "CANDIDATE", since })).Should().Be("CURSOR_OUTDATED");
        (await ChangesAsync(officer, "CANDIDATE", null, 100)).Nodes.Select(one => one.Text("candidate.number")).Should().Contain("9100");
    }

    [Fact]
    public async Task Who_listens_hears_what_was_missed_and_what_comes_and_nothing_of_others()
    {
        await using var service = await RunningService.StartAsync(Board);
        using var officer = await service.SignedInAsync("officer.us123");
        var start = (await officer.DataAsync("{ eventCursor }", ct: Ct)).Text("eventCursor");
        await RegisterAsync(officer, Us, "9001", "Robin Late");
        await RegisterAsync(await service.SignedInAsync("officer.gb045"), Gb, "9001", "Somebody Elsewhere");
        await using var listener = await Listener.StartAsync(
            service.Address, officer.Token!, "subscription($after: String) { onEvent(after: $after, types: [CANDIDATE_REGISTERED, ENTRY_MADE]) { cursor type candidate { name } } }",
            new { after = start }, Ct);

        var first = await listener.NextAsync(TimeSpan.FromSeconds(20));
        (first.Text("type"), first.Text("candidate.name")).Should().Be(("CANDIDATE_REGISTERED", "Robin Late"));
        await EnterAsync(officer, Us, "9001", "0580");
        (await listener.NextAsync(TimeSpan.FromSeconds(20))).Text("type").Should().Be("ENTRY_MADE");
        (await PageAsync(officer, new { after = first.Text("cursor") }))["nodes"]!.AsArray().Should().ContainSingle("cursors of events and of listening are the same");

        await officer.DataAsync("mutation { signOut { errors { code } } }", ct: Ct);
        (await listener.ClosedAsync(TimeSpan.FromSeconds(5))).Should().NotBeNull("the session is over");
    }

    private static async Task<JsonObject> PageAsync(ApiClient client, object variables) => (await client.DataAsync(Events, variables, Ct))["events"]!.AsObject();

    private static async Task<(List<JsonNode> Nodes, string Since)> ChangesAsync(ApiClient client, string thing, string? since, int first)
    {
        List<JsonNode> all = [];
        string? after = null;
        while (true)
        {
            var page = (await client.DataAsync(Changes, new { thing, since, after, first }, Ct))["changes"]!;
            all.AddRange(page["nodes"]!.AsArray().Select(one => one!));
            after = page.Text("pageInfo.endCursor");
            if (!page["pageInfo"]!["hasNextPage"]!.GetValue<bool>())
            {
                return (all, after);
            }
        }
    }

    private static async Task<string> CodeAsync(ApiClient client, string document, object variables) =>
        (await client.AskAsync(document, variables, Ct))["errors"]![0]!.Text("extensions.code");

    private static Task<JsonObject> RegisterAsync(ApiClient client, string centre, string number, string name) => client.DoAsync(
        "mutation($input: RegisterCandidateInput!) { registerCandidate(input: $input) { errors { code } } }", new { centre, series = June, number, name }, Ct);

    private static Task<JsonObject> EnterAsync(ApiClient client, string centre, string candidate, string syllabus) => client.DoAsync(
        "mutation($input: EnterCandidateInput!) { enterCandidate(input: $input) { errors { code } } }", new { centre, series = June, candidate, syllabus, option = "A" }, Ct);

    private static async Task<ApiClient> ClientAsync(RunningService service, string centre, params string[] scopes)
    {
        var minted = BoardWorld.Done(await service.Services.GetRequiredService<CreateApiClient>().RunAsync(
            new(Named.Name("School system"), [.. scopes.Select(Named.Word<Permission>)], [Named.Centre(centre)]), World.People.Board, Ct));
        var signed = BoardWorld.Done(await service.Services.GetRequiredService<SignInClient>().RunAsync(
            new(minted.Client.ClientId, minted.Secret, null, "192.0.2.1"), Ct));
        return new ApiClient(service.Address, signed.Token.Reveal());
    }
}
