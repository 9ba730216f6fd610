using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Exams.Domain.Clients;
using Exams.Domain.Vocabulary;
using Exams.World;
using ApiClient = Exams.Rehearsal.ApiClient;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.Api.Tests;

/// <summary>Exports over HTTP: ordered, waited for, downloaded, by whoever may and by nobody else.</summary>
public sealed class ExportTests : IAsyncLifetime
{
    private const string Candidates = "mutation($input: ExportInput!) { exportCandidates(input: $input) { export { id state } errors { code path } } }";
    private const string Entries = "mutation($input: ExportInput!) { exportEntries(input: $input) { export { id state } errors { code path } } }";
    private const string Results = "mutation($input: ExportInput!) { exportResults(input: $input) { export { id state } errors { code path } } }";
    private const string Centres = "mutation($input: ExportCentresInput!) { exportCentres(input: $input) { export { id state } errors { code path } } }";
    private const string Link = "mutation($input: CreateFileLinkInput!) { createFileLink(input: $input) { url errors { code path } } }";
    private const string Look = "query($id: ID!) { node(id: $id) { ... on Export { state rows centreNumbers file { id url fileName contentType bytes } } } }";
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly FrozenClock _clock = new(Start);
    private RunningService _service = null!;
    private ApiClient _officer = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync(new DemoBoard(Candidates: 12), _clock);
        _officer = await _service.SignedInAsync("officer.us123");
    }

    public async ValueTask DisposeAsync()
    {
        _officer.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_ordered_waited_for_and_downloaded_whole_or_in_ranges_and_nobody_may_store_it()
    {
        var (_, export) = await ReadyAsync(_officer, Entries, new { series = DemoBoard.Series });
        var file = export["file"]!;
        (file["fileName"]!.GetValue<string>(), file["contentType"]!.GetValue<string>()).Should().Be(("US123_2026-06_entries.csv", "text/csv; charset=utf-8"));
        using var whole = await _officer.GetAsync(Url(export), ct: Ct);
        whole.StatusCode.Should().Be(HttpStatusCode.OK);
        whole.Headers.CacheControl!.NoStore.Should().BeTrue();
        whole.Content.Headers.ContentDisposition!.FileNameStar.Should().Be("US123_2026-06_entries.csv");
        var bytes = await whole.Content.ReadAsByteArrayAsync(Ct);
        bytes.Length.Should().Be(file["bytes"]!.GetValue<int>());
        using var tail = await _officer.GetAsync(Url(export), new(bytes.Length - 10, null), Ct);
        tail.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await tail.Content.ReadAsByteArrayAsync(Ct)).Should().Equal(bytes[^10..]);

        var text = Encoding.UTF8.GetString(bytes);
        text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(export["rows"]!.GetValue<int>() + 1);
        var sent = await _officer.UploadAsync(text, Ct);
        var back = await _officer.DoAsync("mutation($input: ImportInput!) { importEntries(input: $input) { written unchanged refused refusedRows { line } warnings { line } errors { code } } }", new { file = sent }, Ct);
        back.ToJsonString().Should().Be($$"""{"written":true,"unchanged":{{export["rows"]}},"refused":0,"refusedRows":[],"warnings":[],"errors":[]}""");
    }

    [Fact]
    public async Task The_ids_in_a_file_of_lines_are_those_by_which_the_service_finds_things()
    {
        var (_, export) = await ReadyAsync(_officer, Centres, new { });
        export["file"]!["fileName"]!.GetValue<string>().Should().Be("US123_centres.jsonl");
        using var response = await _officer.GetAsync(Url(export), ct: Ct);
        var lines = (await response.Content.ReadAsStringAsync(Ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        lines.Should().HaveCount(export["rows"]!.GetValue<int>());
        var centre = await _officer.DataAsync("query($id: ID!) { node(id: $id) { ... on Centre { number } } }", new { id = lines[0]["id"]!.GetValue<string>() }, Ct);
        centre["node"]!["number"]!.GetValue<string>().Should().Be(DemoBoard.Centre);
        foreach (var line in lines.Skip(1).Take(5))
        {
            var found = await _officer.DataAsync(
                "query($id: ID!) { node(id: $id) { ... on Candidate { type: __typename number } ... on Entry { type: __typename option tier candidate { number id } } } }", new { id = line["id"]!.GetValue<string>() }, Ct);
            var node = found["node"]!;
            node["type"]!.GetValue<string>().Should().BeEquivalentTo(line["type"]!.GetValue<string>());
            node["option"]?.GetValue<string>().Should().Be(line["option"]!.GetValue<string>());
            (node["number"] ?? node["candidate"]!["number"])!.GetValue<string>().Should().Be((line["number"] ?? line["candidate"])!.GetValue<string>());
            (node["tier"]?.GetValue<string>(), node["candidate"]?["id"]?.GetValue<string>()).Should().Be((line["tier"]?.GetValue<string>(), line["candidateId"]?.GetValue<string>()));
        }
    }

    [Fact]
    public async Task Another_ones_export_looks_like_none_whoever_asks_and_however()
    {
        var (id, export) = await ReadyAsync(_officer, Entries, new { });
        var file = export["file"]!["id"]!.GetValue<string>();
        await People.AddAsync(_service, "colleague", "OFFICER", DemoBoard.Centre);
        await People.AddAsync(_service, "associate", "OFFICER", DemoBoard.Centre, DemoBoard.Neighbour);
        await People.AddAsync(_service, "board", "BOARD");
        foreach (var name in new[] { "officer.gb045", "colleague", "associate", "board" })
        {
            using var other = await _service.SignedInAsync(name);
            using var hidden = await other.GetAsync(Url(export), ct: Ct);
            using var missing = await other.GetAsync("/files/0123456789abcdef0123456789abcdef", ct: Ct);
            (hidden.StatusCode, missing.StatusCode).Should().Be((HttpStatusCode.NotFound, HttpStatusCode.NotFound), name);
            (await other.DataAsync(Look, new { id }, Ct))["node"].Should().BeNull(name);
            (await other.DataAsync("{ viewer { exports { id } } }", ct: Ct)).ToJsonString().Should().Be("{\"viewer\":{\"exports\":[]}}", name);
            (await other.RefusalAsync(Link, new { file }, Ct)).Should().Be("FILE_NOT_FOUND", name);
        }

        using var nobody = _service.Nobody;
        using var unsigned = await nobody.GetAsync(Url(export), ct: Ct);
        unsigned.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await _officer.DataAsync("{ viewer { exports { id state } } }", ct: Ct)).ToJsonString().Should().Be($$$"""{"viewer":{"exports":[{"id":"{{{id}}}","state":"READY"}]}}""");
        (await _officer.RefusalAsync(Entries, new { centres = new[] { "US123", "GB045" } }, Ct)).Should().Be("CENTRE_NOT_FOUND");
    }

    [Fact]
    public async Task A_link_serves_once_without_a_header_and_looking_does_not_use_it_up()
    {
        var (_, export) = await ReadyAsync(_officer, Entries, new { });
        var url = (await _officer.DoAsync(Link, new { file = export["file"]!["id"]!.GetValue<string>() }, Ct))["url"]!.GetValue<string>();
        using var stranger = new HttpClient { BaseAddress = _service.Address };
        using var look = new HttpRequestMessage(HttpMethod.Head, url.TrimStart('/'));
        using var seen = await stranger.SendAsync(look, Ct);
        seen.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        using var once = await stranger.GetAsync(url, Ct);
        once.StatusCode.Should().Be(HttpStatusCode.OK);
        using var twice = await stranger.GetAsync(url, Ct);
        twice.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_of_results_is_empty_before_the_release_and_gone_after_a_day()
    {
        _clock.Now = Start.AddDays(30) - TimeSpan.FromSeconds(1);
        using var before = await _service.SignedInAsync("officer.us123");
        (await ReadyAsync(before, Results, new { series = DemoBoard.Series })).Export["rows"]!.GetValue<int>().Should().Be(0);
        _clock.Now = Start.AddDays(30);
        var (id, export) = await ReadyAsync(before, Results, new { series = DemoBoard.Series, format = "JSON_LINES" });
        export["rows"]!.GetValue<int>().Should().BePositive();

        _clock.Now = Start.AddDays(31);
        using var tomorrow = await _service.SignedInAsync("officer.us123");
        using var gone = await tomorrow.GetAsync(Url(export), ct: Ct);
        gone.StatusCode.Should().Be(HttpStatusCode.Gone);
        (await tomorrow.DataAsync(Look, new { id }, Ct))["node"]!["file"].Should().BeNull();
        (await tomorrow.RefusalAsync(Link, new { file = export["file"]!["id"]!.GetValue<string>() }, Ct)).Should().Be("FILE_GONE");
    }

    [Fact]
    public async Task A_key_orders_one_export_however_often_it_is_sent()
    {
        const string Document = "mutation($input: ExportInput!) { exportEntries(input: $input) @idempotent(key: \"night-1\") { export { id } errors { code } } }";
        var first = await _officer.DoAsync(Document, new { }, Ct);
        var second = await _officer.DoAsync(Document, new { }, Ct);
        second["export"]!["id"]!.GetValue<string>().Should().Be(first["export"]!["id"]!.GetValue<string>());
        (await _officer.DataAsync("{ viewer { exports { id } } }", ct: Ct))["viewer"]!["exports"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task A_client_whose_token_has_fewer_scopes_finds_nothing()
    {
        Permission[] scopes = [Named.Word<Permission>(Permission.EntriesRead), Named.Word<Permission>(Permission.CandidatesRead)];
        var minted = BoardWorld.Done(await _service.Services.GetRequiredService<CreateApiClient>().RunAsync(
            new(Named.Name("School system"), scopes, [Named.Centre(DemoBoard.Centre)]), World.People.Board, Ct));
        using var full = await TokenAsync(minted, "entries:read candidates:read");
        using var less = await TokenAsync(minted, "entries:read");
        var (id, export) = await ReadyAsync(full, Entries, new { });

        using var response = await less.GetAsync(Url(export), ct: Ct);
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await less.DataAsync(Look, new { id }, Ct))["node"].Should().BeNull();
        (await less.RefusalAsync(Entries, new { }, Ct)).Should().Be("PERMISSION_MISSING");
        using var again = await TokenAsync(minted, "entries:read candidates:read");
        using var found = await again.GetAsync(Url(export), ct: Ct);
        found.StatusCode.Should().Be(HttpStatusCode.OK, "it is the client's, not the token's");
    }

    [Fact]
    public async Task Whoever_may_read_a_file_makes_the_link_to_it_and_nobody_else_does()
    {
        Permission[] scopes = [Named.Word<Permission>(Permission.CandidatesRead), Named.Word<Permission>(Permission.CentresRead)];
        var minted = BoardWorld.Done(await _service.Services.GetRequiredService<CreateApiClient>().RunAsync(
            new(Named.Name("School system"), scopes, [Named.Centre(DemoBoard.Centre)]), World.People.Board, Ct));
        using var owner = await TokenAsync(minted, "candidates:read");
        using var without = await TokenAsync(minted, "centres:read");
        var (_, export) = await ReadyAsync(owner, Candidates, new { });
        var input = new { file = export["file"]!["id"]!.GetValue<string>() };

        var link = (await owner.DoAsync(Link, input, Ct))["url"]!.GetValue<string>();

        using var served = await _service.Nobody.GetAsync(link, ct: Ct);
        served.StatusCode.Should().Be(HttpStatusCode.OK);
        (await without.RefusalAsync(Link, input, Ct)).Should().Be("FILE_NOT_FOUND", "the token may not read candidates");
        (await _officer.RefusalAsync(Link, input, Ct)).Should().Be("FILE_NOT_FOUND", "it is the client's");
        (await _service.Nobody.AskAsync(Link, new { input }, Ct))["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().Should().Be("AUTH_NOT_AUTHENTICATED");
    }

    private async Task<ApiClient> TokenAsync(MintedClient client, string scope)
    {
        using var http = new HttpClient { BaseAddress = _service.Address };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client.Client.ClientId,
            ["client_secret"] = client.Secret.Reveal(),
            ["scope"] = scope,
        });
        using var response = await http.PostAsync("oauth/token", form, Ct);
        return new ApiClient(_service.Address, JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!["access_token"]!.GetValue<string>());
    }

    private static string Url(JsonNode export) => export["file"]!["url"]!.GetValue<string>();

    private static async Task<(string Id, JsonNode Export)> ReadyAsync(ApiClient who, string document, object input)
    {
        var id = (await who.DoAsync(document, input, Ct))["export"]!["id"]!.GetValue<string>();
        for (var tries = 0; ; tries++)
        {
            var export = (await who.DataAsync(Look, new { id }, Ct))["node"]!;
            if (export["state"]!.GetValue<string>() == "READY")
            {
                return (id, export);
            }

            export["state"]!.GetValue<string>().Should().NotBe("FAILED");
            tries.Should().BeLessThan(600, "it must become ready: {0}", export.ToJsonString());
            await Task.Delay(50, Ct);
        }
    }
}
