using System.Net;
using System.Text.Json.Nodes;
using Exams.Domain.Clients;
using Exams.Domain.Vocabulary;
using Exams.Rehearsal;
using Exams.World;
using Microsoft.Extensions.DependencyInjection;
using ApiClient = Exams.Rehearsal.ApiClient;

namespace Exams.Api.Tests;

/// <summary>Statements of entry from the order to the paper, as a school system has them printed.</summary>
public sealed class StatementTests : IAsyncLifetime
{
    private const string Print = "mutation($input: PrintStatementsOfEntryInput!) { printStatementsOfEntry(input: $input) { documents { kind state total selected onlyCandidate } errors { code candidates } } }";

    private RunningService _service = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await RunningService.StartAsync(new DemoBoard(Candidates: 30));

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_client_that_may_read_candidates_and_entries_has_them_printed_and_fetches_them()
    {
        Assert.SkipUnless(Sheets.CanRead, "poppler-utils is not here.");
        using var client = await ClientAsync(Permission.CandidatesRead, Permission.EntriesRead, Permission.EventsRead);
        var cursor = (await client.DataAsync("{ eventCursor }", ct: Ct))["eventCursor"]!.GetValue<string>();

        var ordered = await client.DoAsync(Print, new { centre = "US123", series = "2026-06" }, Ct);
        ordered["documents"]!.ToJsonString().Should().Be("""{"kind":"STATEMENTS_OF_ENTRY","state":"PENDING","total":30,"selected":null,"onlyCandidate":null}""");
        var ready = await ReadyAsync(client);
        ready["pdf"]!["fileName"]!.GetValue<string>().Should().Be("US123_2026-06_statements.pdf");

        using var folder = new ScratchFolder();
        var pdf = Path.Combine(folder.Path, "statements.pdf");
        await client.SaveAsync(ready["pdf"]!["url"]!.GetValue<string>(), pdf, Ct);
        var pages = await PagesAsync(pdf);
        pages.Should().HaveCount(30);
        pages[0].Should().Contain("Statement of entry").And.Contain("0001").And.Contain("Palm Grove High School").And.Contain("Your schedule").And.Contain("Signature of the student");
        pages.Should().OnlyContain(page => !page.Contains("Password", StringComparison.OrdinalIgnoreCase));

        var events = (await client.DataAsync("query($after: String) { events(after: $after) { nodes { type statements { state } } } }", new { after = cursor }, Ct))["events"]!["nodes"]!.AsArray();
        events.Select(one => one!["type"]!.GetValue<string>()).Should().StartWith("STATEMENTS_PROGRESSED").And.EndWith("STATEMENTS_READY");
        events[^1]!["statements"]!["state"]!.GetValue<string>().Should().Be("READY");
    }

    [Fact]
    public async Task Nobody_else_sees_or_fetches_them()
    {
        using var officer = await _service.SignedInAsync("officer.us123");
        await officer.DoAsync(Print, new { centre = "US123", series = "2026-06", candidates = new[] { "0003" } }, Ct);
        var url = (await ReadyAsync(officer))["pdf"]!["url"]!.GetValue<string>();
        using var neighbour = await _service.SignedInAsync("officer.gb045");
        using var half = await ClientAsync(Permission.EntriesRead, Permission.AccessRead, Permission.EventsRead);

        foreach (var stranger in new[] { neighbour, half })
        {
            using var answer = await stranger.GetAsync(url, ct: Ct);
            answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
            (await stranger.DataAsync("""{ statementsOfEntry(series: "2026-06") { totalCount } }""", ct: Ct))["statementsOfEntry"]!["totalCount"]!.GetValue<int>().Should().Be(0);
        }

        (await neighbour.RefusalAsync(Print, new { centre = "US123", series = "2026-06" }, Ct)).Should().Be("CENTRE_NOT_FOUND");
        (await half.RefusalAsync(Print, new { centre = "US123", series = "2026-06" }, Ct)).Should().Be("PERMISSION_NEEDED");
        using var nobody = _service.Nobody;
        using var refused = await nobody.GetAsync(url, ct: Ct);
        refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_browser_fetches_them_by_a_link_and_results_access_does_not_list_them()
    {
        using var officer = await _service.SignedInAsync("officer.us123");
        await officer.ConfirmAsync();
        await officer.ReadyAsync();
        await officer.DoAsync(Print, new { centre = "US123", series = "2026-06" }, Ct);
        var ready = await ReadyAsync(officer);

        (await officer.DataAsync("""{ resultsAccess(centre: "US123", series: "2026-06") { documents { nodes { kind } } } }""", ct: Ct))["resultsAccess"]!["documents"]!["nodes"]!
            .ToJsonString().Should().Be("""[{"kind":"SHEETS"}]""");
        var link = await officer.DoAsync(
            "mutation($input: CreateDownloadLinkInput!) { createDownloadLink(input: $input) { url errors { code } } }", new { document = ready["pdf"]!["id"]!.GetValue<string>() }, Ct);
        using var nobody = _service.Nobody;
        using var answer = await nobody.GetAsync(link["url"]!.GetValue<string>(), ct: Ct);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.FileNameStar.Should().Be("US123_2026-06_statements.pdf");
    }

    [Theory]
    [InlineData("""{ "centre": "US123", "series": "2030-11" }""", "SERIES_NOT_FOUND")]
    [InlineData("""{ "centre": "US123", "series": "2026-06", "candidates": ["4711", "0001"] }""", "CANDIDATE_NOT_FOUND")]
    [InlineData("""{ "centre": "US123", "series": "2026-06", "candidates": [] }""", "NOBODY_ENTITLED")]
    [InlineData("""{ "centre": "ZZ999", "series": "2026-06" }""", "CENTRE_NOT_FOUND")]
    public async Task What_cannot_be_printed_is_refused(string input, string code)
    {
        using var officer = await _service.SignedInAsync("officer.us123");
        (await officer.RefusalAsync(Print, JsonNode.Parse(input), Ct)).Should().Be(code);
    }

    private static async Task<JsonObject> ReadyAsync(ApiClient client)
    {
        for (var i = 0; ; i++)
        {
            var data = await client.DataAsync("""{ statementsOfEntry(series: "2026-06", first: 1) { nodes { state stateReason pdf { id url fileName } zip { url } } } }""", ct: Ct);
            var newest = data["statementsOfEntry"]!["nodes"]![0]!.AsObject();
            if (newest["state"]!.GetValue<string>() == "READY")
            {
                return newest;
            }

            Assert.SkipWhen(newest["state"]!.GetValue<string>() == "WAITING", newest["stateReason"]?.GetValue<string>() ?? "");
            i.Should().BeLessThan(600, "the statements must become ready: {0}", newest.ToJsonString());
            await Task.Delay(100, Ct);
        }
    }

    private static async Task<string[]> PagesAsync(string pdf)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("pdftotext", ["-enc", "UTF-8", pdf, "-"]) { RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        return text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<ApiClient> ClientAsync(params string[] scopes)
    {
        var minted = BoardWorld.Done(await _service.Services.GetRequiredService<CreateApiClient>().RunAsync(
            new(Named.Name("School system"), [.. scopes.Select(Named.Word<Permission>)], [Named.Centre("US123")]), World.People.Board, Ct));
        using var http = new HttpClient { BaseAddress = _service.Address };
        using var answer = await http.PostAsync("oauth/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = minted.Client.ClientId,
            ["client_secret"] = minted.Secret.Reveal(),
        }), Ct);
        return new ApiClient(_service.Address, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!["access_token"]!.GetValue<string>());
    }
}
