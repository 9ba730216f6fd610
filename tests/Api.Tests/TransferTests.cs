using System.Text.Json.Nodes;
using Exams.Domain.Clients;
using Exams.Domain.Vocabulary;
using Exams.World;
using Microsoft.Extensions.DependencyInjection;
using ApiClient = Exams.Rehearsal.ApiClient;

namespace Exams.Api.Tests;

/// <summary>Transfers through the running service: two centres, a third that is curious, the board and a client.</summary>
public sealed class TransferTests : IAsyncLifetime
{
    private const string Us = DemoBoard.Centre;
    private const string Gb = DemoBoard.Neighbour;
    private const string Series = DemoBoard.Series;

    // Eight weeks before the first exams of the demo.
    private readonly FrozenClock _clock = new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
    private RunningService _service = null!;
    private ApiClient _us = null!;
    private ApiClient _gb = null!;
    private ApiClient _third = null!;
    private ApiClient _board = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync(new DemoBoard(Candidates: 6), _clock);
        await People.AddAsync(_service, "officer.ae001", "OFFICER", "AE001");
        await People.AddAsync(_service, "board", "BOARD");
        _us = await _service.SignedInAsync("officer.us123");
        _gb = await _service.SignedInAsync("officer.gb045");
        _third = await _service.SignedInAsync("officer.ae001");
        _board = await _service.SignedInAsync("board");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in new[] { _us, _gb, _third, _board })
        {
            client.Dispose();
        }

        await _service.DisposeAsync();
    }

    [Fact]
    public async Task A_candidate_moves_with_both_forms_and_the_boards_word()
    {
        var id = await AskedAsync("0001");
        var seen = (await TransfersAsync(_gb)).Single()!;
        (seen["id"]!.GetValue<string>(), seen["number"]!.GetValue<string>(), seen["originalCentre"]!.GetValue<string>()).Should().Be((id, "0001", Us));
        seen["name"].Should().NotBeNull("form 3 names the receiving centre");
        var syllabuses = seen["entries"]!.AsArray().Select(entry => entry!["syllabus"]!.GetValue<string>()).ToList();
        syllabuses.Should().NotBeEmpty();
        (await _gb.DataAsync($"{{ candidate(centre: \"{Us}\", series: \"{Series}\", number: \"0001\") {{ number }} }}", ct: Ct))["candidate"].Should().BeNull("that is all it sees");

        await DoAsync(_gb, "AcceptTransfer", new { transfer = new { id }, number = "0900" });
        (await DoAsync(_board, "ConfirmTransfer", new { transfer = new { id } }))["newCandidate"]!["number"]!.GetValue<string>().Should().Be("0900");

        var there = await CandidateAsync(_gb, Gb, "0900");
        (Text(there, "status"), there["isMoving"]!.GetValue<bool>()).Should().Be(("ACTIVE", false));
        Entries(there).Should().Equal(syllabuses.Select(syllabus => $"{syllabus} ACTIVE ON_TIME"));
        there["transfers"]![0]!["newCandidate"]!["number"]!.GetValue<string>().Should().Be("0900");
        there["transfers"]![0]!["candidate"].Should().BeNull("the old registration is the other centre's");
        var here = await CandidateAsync(_us, Us, "0001");
        Text(here, "status").Should().Be("TRANSFERRED_OUT");
        Entries(here).Should().OnlyContain(entry => entry.Contains(" TRANSFERRED ", StringComparison.Ordinal)).And.HaveCount(syllabuses.Count);
        here["transfers"]![0]!["newCandidate"].Should().BeNull("the new number is the other centre's");
        (await TransfersAsync(_gb)).Should().BeEmpty("nothing waits any more");

        (await ToldAsync(_us)).Should().StartWith(["TRANSFER_ASKED 0001 0001", "CANDIDATE_CHANGED 0001 ", "TRANSFER_ACCEPTED 0001 0001", "TRANSFER_CONFIRMED 0001 0001", "CANDIDATE_TRANSFERRED 0001 ", "ENTRY_TRANSFERRED 0001 "]);
        (await ToldAsync(_gb)).Should().StartWith(["TRANSFER_ASKED  0001", "TRANSFER_ACCEPTED  0001", "TRANSFER_CONFIRMED 0900 0001", "CANDIDATE_REGISTERED 0900 ", "ENTRY_MADE 0900 "]);
        (await ToldAsync(_third)).Should().BeEmpty();
    }

    [Fact]
    public async Task While_it_is_under_way_nothing_of_the_candidate_can_be_changed()
    {
        var id = await AskedAsync("0002");
        var who = new { number = new { centre = Us, series = Series, number = "0002" } };

        (await RowCodeAsync(_us, "SubmitEntries", new { entries = new[] { new { candidate = who, syllabus = "0998", option = "A" } } })).Should().Be("TRANSFER_PENDING");
        var entered = Entries(await CandidateAsync(_us, Us, "0002"))[0].Split(' ')[0];
        (await RowCodeAsync(_us, "SubmitEntries", new { entries = new[] { new { candidate = who, syllabus = entered, option = "B" } } })).Should().Be("TRANSFER_PENDING");
        (await RowCodeAsync(_us, "WithdrawEntries", new { entries = new[] { new { syllabus = new { candidate = who, syllabus = entered } } } })).Should().Be("TRANSFER_PENDING");
        (await CodesAsync(_us, "EnterCandidate", new { centre = Us, series = Series, candidate = "0002", syllabus = "0998", option = "A" })).Should().Be("TRANSFER_PENDING");
        (await CodesAsync(_us, "WithdrawEntry", new { centre = Us, series = Series, candidate = "0002", syllabus = entered })).Should().Be("TRANSFER_PENDING");
        var row = new { centre = Us, series = Series, number = "0002", name = "Somebody Else", dateOfBirth = "2010-03-03" };
        (await RowCodeAsync(_us, "UpsertCandidates", new { candidates = new[] { row } })).Should().Be("TRANSFER_PENDING");
        (await CodesAsync(_us, "AskForTransfer", new { candidate = who, receivingCentre = "AE001" })).Should().Be("TRANSFER_PENDING");

        (await DoAsync(_gb, "CancelTransfer", new { transfer = new { id } }))["endedBy"]!.GetValue<string>().Should().Be("RECEIVING_CENTRE");
        (await RowCodeAsync(_us, "SubmitEntries", new { entries = new[] { new { candidate = who, syllabus = entered, option = "B" } } })).Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_has_no_business_with_a_transfer_neither_sees_nor_touches_it()
    {
        var id = await AskedAsync("0001");
        var named = new { transfer = new { candidate = new { centre = Us, series = Series, number = "0001" } } };

        (await TransfersAsync(_third)).Should().BeEmpty();
        (await _third.DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id }, Ct))["node"].Should().BeNull();
        foreach (var operation in new[] { "AcceptTransfer", "ConfirmTransfer", "RefuseTransfer", "CancelTransfer" })
        {
            (await CodesAsync(_third, operation, new { transfer = new { id } })).Should().Be("TRANSFER_NOT_FOUND", operation);
            (await CodesAsync(_third, operation, named)).Should().Be("TRANSFER_NOT_FOUND", operation);
        }

        (await CodesAsync(_third, "AskForTransfer", new { candidate = new { number = named.transfer.candidate }, receivingCentre = "AE001" })).Should().Be("CENTRE_NOT_FOUND");
        (await CodesAsync(_us, "AcceptTransfer", named)).Should().Be("NOT_RECEIVING_CENTRE");
        (await CodesAsync(_us, "ConfirmTransfer", named)).Should().Be("BOARD_ONLY");
        (await CodesAsync(_gb, "RefuseTransfer", named)).Should().Be("BOARD_ONLY");
        (await CodesAsync(_board, "ConfirmTransfer", named)).Should().Be("TRANSFER_STATUS_WRONG", "form 4 is missing");
        (await TransfersAsync(_us)).Should().ContainSingle().Which!["status"]!.GetValue<string>().Should().Be("ASKED");
    }

    [Fact]
    public async Task What_is_done_is_done()
    {
        var named = new { transfer = new { id = await AskedAsync("0001") } };
        await DoAsync(_gb, "AcceptTransfer", named);
        await DoAsync(_gb, "AcceptTransfer", named);
        await DoAsync(_board, "ConfirmTransfer", named);

        foreach (var (who, operation) in new[] { (_board, "ConfirmTransfer"), (_board, "RefuseTransfer"), (_us, "CancelTransfer"), (_gb, "CancelTransfer"), (_gb, "AcceptTransfer") })
        {
            (await CodesAsync(who, operation, named)).Should().Be("TRANSFER_STATUS_WRONG", operation);
        }

        var candidate = new { number = new { centre = Us, series = Series, number = "0001" } };
        (await CodesAsync(_us, "AskForTransfer", new { candidate, receivingCentre = Gb })).Should().Be("CANDIDATE_TRANSFERRED");
        (await _board.DataAsync($"{{ candidates(series: \"{Series}\", centre: \"{Gb}\") {{ totalCount }} }}", ct: Ct))["candidates"]!["totalCount"]!.GetValue<int>().Should().Be(7);
    }

    [Fact]
    public async Task A_form_is_refused_with_the_facts_that_help()
    {
        var candidate = new { number = new { centre = Us, series = Series, number = "0001" } };
        (await CodesAsync(_us, "AskForTransfer", new { candidate, receivingCentre = Gb, syllabuses = new[] { "0580" } })).Should().Be("TRANSFER_WHOLE_SERIES_ONLY");
        (await CodesAsync(_us, "AskForTransfer", new { candidate, receivingCentre = "ZZ999" })).Should().Be("RECEIVING_CENTRE_NOT_FOUND");
        (await CodesAsync(_us, "AskForTransfer", new { candidate, receivingCentre = Us })).Should().Be("TRANSFER_TO_SAME_CENTRE");

        var id = (await DoAsync(_us, "AskForTransfer", new { candidate, receivingCentre = "AE001" }))["id"]!.GetValue<string>();
        var refused = (await PayloadAsync(_third, "AcceptTransfer", new { transfer = new { id } }))["errors"]!.AsArray();
        refused.Select(error => error!["code"]!.GetValue<string>()).Should().Equal("RECEIVING_CENTRE_NOT_APPROVED", "RECEIVING_CENTRE_NOT_APPROVED");
        refused.Select(error => error!["existingSyllabus"]!.GetValue<string>()).Should().Equal("9239", "9709");
        await DoAsync(_us, "CancelTransfer", new { transfer = new { id } });

        _clock.Now = new DateTimeOffset(2026, 4, 25, 12, 0, 0, TimeSpan.Zero);
        var us = await _service.SignedInAsync("officer.us123");
        var late = (await PayloadAsync(us, "AskForTransfer", new { candidate, receivingCentre = Gb }))["errors"]![0]!;
        us.Dispose();
        Text(late, "code").Should().Be("TRANSFER_TOO_LATE");
        var (first, last) = (DateOnly.Parse(Text(late, "firstExam"), System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(Text(late, "lastDay"), System.Globalization.CultureInfo.InvariantCulture));
        (first.DayNumber - last.DayNumber).Should().Be(14, "two weeks of working days");
    }

    [Fact]
    public async Task Of_two_forms_at_once_for_one_candidate_one_is_taken()
    {
        var candidate = new { number = new { centre = Us, series = Series, number = "0003" } };
        var asked = await Task.WhenAll(Enumerable.Range(0, 6).Select(place =>
            CodesAsync(_us, "AskForTransfer", new { candidate, receivingCentre = place % 2 == 0 ? Gb : "AE001" })));

        asked.Count(codes => codes.Length == 0).Should().Be(1);
        asked.Where(codes => codes.Length > 0).Should().AllBe("TRANSFER_PENDING");
        (await TransfersAsync(_us)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_client_does_what_its_scopes_say_at_its_own_centre()
    {
        using var writing = await ClientAsync(Gb, Permission.EntriesWrite);
        using var reading = await ClientAsync(Gb, Permission.EntriesRead);
        var named = new { transfer = new { id = await AskedAsync("0001") } };

        var listed = (await reading.DataAsync($"{{ transfers(series: \"{Series}\") {{ nodes {{ number entries {{ syllabus }} }} }} }}", ct: Ct))["transfers"]!["nodes"]![0]!;
        listed["entries"]!.AsArray().Should().NotBeEmpty();
        (await reading.AskAsync($"{{ transfers(series: \"{Series}\") {{ nodes {{ name }} }} }}", ct: Ct)).ToJsonString().Should().Contain("AUTH_NOT_AUTHORIZED");
        (await reading.AskAsync(Repository.Operation("AcceptTransfer"), new { input = named }, Ct)).ToJsonString().Should().Contain("AUTH_NOT_AUTHORIZED");
        await DoAsync(writing, "AcceptTransfer", named);
        (await CodesAsync(writing, "ConfirmTransfer", named)).Should().Be("BOARD_ONLY");
    }

    private async Task<string> AskedAsync(string number) => (await DoAsync(
        _us, "AskForTransfer", new { candidate = new { number = new { centre = Us, series = Series, number } }, receivingCentre = Gb }))["id"]!.GetValue<string>();

    private static async Task<JsonArray> TransfersAsync(ApiClient who) =>
        (await who.DataAsync(Repository.Operation("Transfers"), new { series = Series }, Ct))["transfers"]!["nodes"]!.AsArray();

    private static async Task<List<string>> ToldAsync(ApiClient who) =>
        [
            .. (await who.DataAsync("{ events { nodes { type candidateNumber transfer { number } } } }", ct: Ct))["events"]!["nodes"]!.AsArray()
                .Where(one => one!["type"]!.GetValue<string>() is not ("BOARD_LOADED" or "RELEASE_DATE_SET" or "DEADLINE_SET" or "FEE_SET")) // of the board's files
                .Select(one => $"{one!["type"]} {one["candidateNumber"]} {one["transfer"]?["number"]}"),
        ];

    private static async Task<JsonNode> CandidateAsync(ApiClient who, string centre, string number) => (await who.DataAsync(
        """
        query($centre: CentreNumber!, $series: Series!, $number: CandidateNumber!) { candidate(centre: $centre, series: $series, number: $number) {
          status isMoving entries { syllabus { code } status tier } transfers { status candidate { number } newCandidate { number } } } }
        """,
        new { centre, series = Series, number },
        Ct))["candidate"]!;

    private static List<string> Entries(JsonNode candidate) =>
        [.. candidate["entries"]!.AsArray().Select(entry => $"{entry!["syllabus"]!["code"]} {entry["status"]} {entry["tier"]}")];

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static async Task<JsonNode> DoAsync(ApiClient who, string operation, object input)
    {
        var payload = await PayloadAsync(who, operation, input);
        payload["errors"]!.AsArray().Should().BeEmpty("{0} must not be refused", operation);
        return payload["transfer"]!;
    }

    private static async Task<JsonObject> PayloadAsync(ApiClient who, string operation, object input)
    {
        // Some documents take a key, which is another one each time here.
        var key = $"{System.Diagnostics.Stopwatch.GetTimestamp()}/{Environment.CurrentManagedThreadId}";
        var answer = await who.AskAsync(Repository.Operation(operation), new { input, key }, Ct);
        // A client that may write but not read gets null for what it may not read, and an error for it.
        return answer["data"]?.AsObject().Single().Value?.AsObject() ?? throw new InvalidOperationException(answer.ToJsonString());
    }

    private static async Task<string> CodesAsync(ApiClient who, string operation, object input) => string.Join(
        ",", (await PayloadAsync(who, operation, input))["errors"]!.AsArray().Select(error => error!["code"]!.GetValue<string>()));

    private static async Task<string> RowCodeAsync(ApiClient who, string operation, object input) => string.Join(
        ",", (await PayloadAsync(who, operation, input))["results"]![0]!["errors"]!.AsArray().Select(error => error!["code"]!.GetValue<string>()));

    private async Task<ApiClient> ClientAsync(string centre, params string[] scopes)
    {
        var minted = BoardWorld.Done(await _service.Services.GetRequiredService<CreateApiClient>().RunAsync(
            new(Named.Name("School system"), [.. scopes.Select(Named.Word<Permission>)], [Named.Centre(centre)]), World.People.Board, Ct));
        using var http = new HttpClient { BaseAddress = _service.Address };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = minted.Client.ClientId,
            ["client_secret"] = minted.Secret.Reveal(),
        });
        using var response = await http.PostAsync(new Uri("oauth/token", UriKind.Relative), form, Ct);
        return new ApiClient(_service.Address, JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!["access_token"]!.GetValue<string>());
    }
}
