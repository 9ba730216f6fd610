using System.Text.Json.Nodes;
using Exams.GraphQL.Execution;
using Exams.Rehearsal;
using Exams.World;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.Api.Tests;

/// <summary>Two boards that differ only in what one centre does answer byte for byte alike to everybody of another: its officer, its vendor's program, the
/// associate who looks after several, its candidates. Every field with every argument, filter, order, id, cursor, count, event and file (rule 2, traps T2 and T28).</summary>
public sealed class IsolationTests
{
    private const string Neighbour = DemoBoard.Neighbour;

    private static readonly string[] Lists =
    [
        "candidates(series: \"2026-06\", first: 3{0}) {{ nodes {{ id name number entries {{ id }} }} pageInfo {{ endCursor startCursor }} }}",
        "entries(series: \"2026-06\", first: 3{0}) {{ nodes {{ id candidate {{ id number }} }} pageInfo {{ endCursor startCursor }} }}",
        "changes(thing: ENTRY, centre: \"GB045\", first: 3{0}) {{ nodes {{ centreNumber entry {{ id }} }} pageInfo {{ endCursor }} }}",
        "events(centre: \"GB045\", first: 3{0}) {{ nodes {{ id centreNumber candidateNumber }} pageInfo {{ endCursor }} }}",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Other names, syllabuses and grades next door; and more of them.</summary>
    public static TheoryData<DemoBoard, bool> Others => new()
    {
        { new DemoBoard(Candidates: 25) { NeighbourShift = 1 }, true },
        { new DemoBoard(Candidates: 25) { NeighbourShift = 1, MoreNeighbours = 9 }, false },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Nobody_of_one_centre_can_tell_what_another_does(DemoBoard other, bool isBusy)
    {
        await using var pair = await StartAsync(other);
        var cast = await CastAsync(pair);
        if (isBusy)
        {
            await BeBusyAsync(pair);
        }

        var walk = await WalkAsync(pair);
        string[] queries = [.. walk.Queries()], subscriptions = [.. walk.Subscriptions()];
        queries.Should().HaveCountGreaterThan(250, "the walk must really ask");
        foreach (var (who, caller) in cast)
        {
            (await pair.SameAsync(caller, queries)).Should().BeGreaterThan(queries.Length / 2, "questions of the {0} must be answered, not refused", who);
            await pair.SameStreamsAsync(caller, isBusy && who == "program" ? subscriptions : subscriptions.Take(1));
        }
    }

    [Fact]
    public async Task Whatever_one_centre_tries_to_change_tells_nothing_of_another()
    {
        // As many in both worlds: rows are numbered, so a new one tells how many there are in all, and nothing else.
        await using var pair = await StartAsync(new DemoBoard(Candidates: 25) { NeighbourShift = 1 });
        var cast = await CastAsync(pair);
        string[] mutations = [.. (await WalkAsync(pair)).Mutations()];
        foreach (var (who, caller) in cast)
        {
            // A candidate may change next to nothing.
            (await pair.SameAsync(caller, mutations, oneByOne: true))
                .Should().BeGreaterThan(who == "candidate" ? 0 : mutations.Length / 4, "attempts of the {0} must reach the rules", who);
        }
    }

    [Fact]
    public async Task Ids_cursors_and_files_of_another_centre_open_nothing()
    {
        await using var pair = await StartAsync(new DemoBoard(Candidates: 25) { NeighbourShift = 1 });
        var cast = await CastAsync(pair);
        var files = await BeBusyAsync(pair);
        var neighbour = await pair.SignInAsync("officer.gb045");
        (await pair.SameFilesAsync(neighbour, [])).Should().Be(0);
        var things = (await pair.DataAsync(neighbour, $"{{ {string.Join(' ', Lists.Select((list, place) => $"l{place}: {string.Format(System.Globalization.CultureInfo.InvariantCulture, list, "")}"))} }}", new { })).One;
        string[] ids = [.. Texts(things, "id").Distinct()], cursors = [.. Texts(things, "endCursor").Concat(Texts(things, "startCursor")).Distinct()];
        ids.Should().HaveCountGreaterThan(8);
        cursors.Should().HaveCountGreaterThan(4);

        foreach (var (who, caller) in cast.Where(one => one.Who != "candidate"))
        {
            var nodes = await pair.DataAsync(caller, "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", new { ids });
            nodes.One["nodes"]!.AsArray().Should().AllSatisfy(node => node.Should().BeNull(), "the {0} must find none", who);
            foreach (var cursor in cursors)
            {
                foreach (var list in Lists)
                {
                    var document = $"{{ {string.Format(System.Globalization.CultureInfo.InvariantCulture, list, $", after: \"{cursor}\"")} }}";
                    await pair.SameAsync(caller, [document]);
                }
            }

            (await pair.SameFilesAsync(caller, files)).Should().Be(0, "the {0} must get no file", who);
        }
    }

    [Fact]
    public async Task A_gate_that_stands_open_is_noticed()
    {
        await using var pair = await StartAsync(new DemoBoard(Candidates: 25) { NeighbourShift = 1 }, Faults.EveryGateOff);
        var officer = await pair.SignInAsync("officer.us123");

        (await pair.DifferencesAsync(officer, (await WalkAsync(pair)).Queries())).Should().BePositive();
    }

    private static Task<BoardPair> StartAsync(DemoBoard other, Action<IServiceCollection>? fault = null) =>
        BoardPair.StartAsync(new Both<DemoBoard>(new DemoBoard(Candidates: 25), other), turn: 0, fault);

    // Everybody of US123; what they do comes before whatever the neighbours do, so that rows have the same numbers.
    private static async Task<List<(string Who, Both<string> Caller)>> CastAsync(BoardPair pair)
    {
        await pair.AddOfficerAsync("associate", DemoBoard.Centre, "AE001");
        await pair.AddHeadAsync("a.head", DemoBoard.Centre);
        var officer = await pair.SignInAsync("officer.us123");
        await pair.ConfirmAsync(officer);
        return
        [
            ("officer", officer),
            ("associate", await pair.SignInAsync("associate")),
            ("program", await pair.ProgramAsync(await pair.SignInAsync("a.head"), DemoBoard.Centre)),
            ("candidate", await pair.CandidateAsync()),
        ];
    }

    // As much happens in the one world as in the other, and nothing of it is the same. Gives the addresses of the files that came of it.
    private static async Task<List<Both<string>>> BeBusyAsync(BoardPair pair)
    {
        var officer = await pair.SignInAsync("officer.gb045");
        await pair.DataAsync(officer, Repository.Operation("RegisterCandidate"), Registered("0901", "Hidden: One"), Registered("0955", "Secret: Two"));
        await pair.DataAsync(officer, Repository.Operation("SubmitEntries"), Entered("0901", "0580", "A"), Entered("0955", "9709", "B"));
        await pair.DataAsync(officer, Repository.Operation("WithdrawEntry"), Withdrawn("0901", "0580"), Withdrawn("0955", "9709"));
        var confirmed = await pair.DataAsync(officer, Officer.Set, Confirmed("One Office"), Confirmed("Two Office"));
        confirmed.One.At("setResultsAccess.errors").AsArray().Should().BeEmpty();
        var ready = await pair.ReadyAsync(officer, Neighbour);
        return [await pair.ExportAsync(officer), new(ready.One.Text("pdf.url"), ready.Other.Text("pdf.url")), new(ready.One.Text("zip.url"), ready.Other.Text("zip.url")), new("/documents/0000", "/documents/0000")];
    }

    private static object Registered(string number, string name) => new { input = new { centre = Neighbour, series = DemoBoard.Series, number, name, isPrivate = false } };

    private static object Withdrawn(string candidate, string syllabus) => new { input = new { centre = Neighbour, series = DemoBoard.Series, candidate, syllabus } };

    private static object Confirmed(string name) => new
    {
        input = new { centre = Neighbour, series = DemoBoard.Series, status = "ALL", expectedVersion = 0, queriesAccepted = true, contact = new { name, email = "office@example.org" } },
    };

    private static object Entered(string number, string syllabus, string option) => new
    {
        key = $"key-{number}",
        input = new { entries = new[] { new { candidate = new { number = new { centre = Neighbour, series = DemoBoard.Series, number } }, syllabus, option } } },
    };

    private static IEnumerable<string> Texts(JsonNode? node, string name) => node switch
    {
        JsonObject one => one.SelectMany(member => member.Key == name && member.Value is JsonValue value ? [value.ToString()] : Texts(member.Value, name)),
        JsonArray list => list.SelectMany(item => Texts(item, name)),
        _ => [],
    };

    private static async Task<SchemaWalk> WalkAsync(BoardPair pair) => new((await pair.Services.GetRequiredService<IRequestExecutorResolver>()
        .GetRequestExecutorAsync(cancellationToken: Ct)).Schema);
}
