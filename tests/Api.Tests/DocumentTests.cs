using System.Net;
using Exams.Rehearsal;
using Exams.World;

namespace Exams.Api.Tests;

/// <summary>Documents hold passwords: who fetches them, how often, and for how long.</summary>
public sealed class DocumentTests : IAsyncLifetime
{
    private const string Link = "mutation($input: CreateDownloadLinkInput!) { createDownloadLink(input: $input) { url errors { code message path } } }";
    private static readonly DateTimeOffset Start = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly FrozenClock _clock = new(Start);
    private RunningService _service = null!;
    private ApiClient _officer = null!;
    private string _id = "";
    private string _pdf = "";

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Sheets.CanRead, "poppler-utils is not here.");
        _service = await RunningService.StartAsync(new DemoBoard(Candidates: 6), _clock);
        _officer = await _service.SignedInAsync("officer.us123");
        await _officer.ConfirmAsync();
        var ready = await _officer.ReadyAsync();
        _id = ready["pdf"]!["id"]!.GetValue<string>();
        _pdf = ready["pdf"]!["url"]!.GetValue<string>();
    }

    public async ValueTask DisposeAsync()
    {
        _officer?.Dispose();
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_officer_gets_the_file_whole_or_in_ranges_and_nobody_may_store_it()
    {
        using var whole = await _officer.GetAsync(_pdf, ct: Ct);
        whole.StatusCode.Should().Be(HttpStatusCode.OK);
        whole.Headers.CacheControl!.NoStore.Should().BeTrue();
        whole.Content.Headers.ContentType!.MediaType.Should().Be("application/pdf");
        whole.Content.Headers.ContentDisposition!.FileNameStar.Should().Be("US123_2026-06_sheets.pdf");
        var bytes = await whole.Content.ReadAsByteArrayAsync(Ct);
        using var tail = await _officer.GetAsync(_pdf, new(bytes.Length - 100, null), Ct);
        tail.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await tail.Content.ReadAsByteArrayAsync(Ct)).Should().Equal(bytes[^100..]);
        using var beyond = await _officer.GetAsync(_pdf, new(bytes.Length, null), Ct);
        beyond.StatusCode.Should().Be(HttpStatusCode.RequestedRangeNotSatisfiable);
    }

    [Fact]
    public async Task Another_centres_documents_look_like_none()
    {
        using var neighbour = await _service.SignedInAsync("officer.gb045");
        using var hidden = await neighbour.GetAsync(_pdf, ct: Ct);
        using var missing = await neighbour.GetAsync("/documents/0123456789abcdef0123456789abcdef", ct: Ct);
        hidden.StatusCode.Should().Be(HttpStatusCode.NotFound);
        missing.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await TextAsync(hidden)).Should().Be(await TextAsync(missing));
        (await neighbour.RefusalAsync(Link, new { document = _id }, Ct)).Should().Be("DOCUMENT_NOT_FOUND");
    }

    [Fact]
    public async Task Nobody_the_board_and_forged_tokens_get_nothing()
    {
        using var nobody = _service.Nobody;
        (await StatusAsync(nobody, _pdf)).Should().Be(HttpStatusCode.Unauthorized);
        foreach (var forged in new[] { "forged", _officer.Token![..^1], _officer.Token + "A", new string('A', 500), "", "a b" })
        {
            using var forger = new ApiClient(_service.Address, forged);
            (await StatusAsync(forger, _pdf)).Should().Be(HttpStatusCode.Unauthorized, "{0} is no token", forged);
            (await forger.DataAsync("{ viewer { kind } }", ct: Ct))["viewer"]!["kind"]!.GetValue<string>().Should().Be("ANONYMOUS");
        }

        await People.AddAsync(_service, "board", "BOARD");
        using var board = await _service.SignedInAsync("board");
        (await StatusAsync(board, _pdf)).Should().Be(HttpStatusCode.Forbidden, "passwords are for the centre");
    }

    [Fact]
    public async Task A_link_serves_once_within_its_minute_for_its_own_document()
    {
        using var nobody = _service.Nobody;
        var once = await LinkAsync();
        using (var first = await nobody.GetAsync(once, ct: Ct))
        {
            (await first.Content.ReadAsByteArrayAsync(Ct)).Take(4).Should().Equal("%PDF"u8.ToArray());
        }

        (await StatusAsync(nobody, once)).Should().Be(HttpStatusCode.NotFound, "it was used");
        (await StatusAsync(nobody, once.Replace("link=", "link=A", StringComparison.Ordinal))).Should().Be(HttpStatusCode.NotFound, "it is forged");
        (await StatusAsync(nobody, (await LinkAsync()).Replace(_id, "0123456789abcdef0123456789abcdef", StringComparison.Ordinal)))
            .Should().Be(HttpStatusCode.NotFound, "it is another's");

        var late = await LinkAsync();
        _clock.Now = Start.AddSeconds(61);
        (await StatusAsync(nobody, late)).Should().Be(HttpStatusCode.NotFound, "its minute is over");
        var orphan = await LinkAsync();
        await _officer.DoAsync("mutation { signOut { errors { code } } }", ct: Ct);
        (await StatusAsync(nobody, orphan)).Should().Be(HttpStatusCode.NotFound, "whose link it is has left");
    }

    [Fact]
    public async Task Looking_at_a_link_does_not_use_it_up()
    {
        var link = await LinkAsync();
        using var stranger = new HttpClient { BaseAddress = _service.Address };
        using var look = new HttpRequestMessage(HttpMethod.Head, link.TrimStart('/'));
        using var seen = await stranger.SendAsync(look, Ct);
        seen.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        seen.Content.Headers.Allow.Should().Equal("GET");
        using var nobody = _service.Nobody;
        (await StatusAsync(nobody, link)).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task After_fourteen_days_the_documents_are_gone()
    {
        _clock.Now = Start.AddDays(14) - TimeSpan.FromSeconds(1);
        using (var still = await _service.SignedInAsync("officer.us123"))
        {
            (await StatusAsync(still, _pdf)).Should().Be(HttpStatusCode.OK);
        }

        _clock.Now = Start.AddDays(14) + TimeSpan.FromSeconds(1);
        using var officer = await _service.SignedInAsync("officer.us123");
        (await StatusAsync(officer, _pdf)).Should().Be(HttpStatusCode.Gone);
        (await officer.RefusalAsync(Link, new { document = _id }, Ct)).Should().Be("DOCUMENT_EXPIRED");
        var data = await officer.DataAsync("{ resultsAccess(centre: \"US123\", series: \"2026-06\") { documents { nodes { pdf { url } zip { url } } } } }", ct: Ct);
        data["resultsAccess"]!["documents"]!["nodes"]![0]!.ToJsonString().Should().Be("{\"pdf\":null,\"zip\":null}");
    }

    [Fact]
    public async Task A_token_is_over_when_its_session_is()
    {
        _clock.Now = Start.AddHours(12) - TimeSpan.FromSeconds(1);
        (await KindAsync()).Should().Be("OFFICER");
        _clock.Now = Start.AddHours(12) + TimeSpan.FromSeconds(1);
        (await KindAsync()).Should().Be("ANONYMOUS");
        (await StatusAsync(_officer, _pdf)).Should().Be(HttpStatusCode.Unauthorized);
        using var signedOut = await _service.SignedInAsync("officer.us123");
        await signedOut.DoAsync("mutation { signOut { errors { code } } }", ct: Ct);
        (await StatusAsync(signedOut, _pdf)).Should().Be(HttpStatusCode.Unauthorized);
        (await signedOut.RefusalAsync("mutation { signOut { errors { code } } }", ct: Ct)).Should().Be("NOT_SIGNED_IN");

        async Task<string> KindAsync() => (await _officer.DataAsync("{ viewer { kind } }", ct: Ct))["viewer"]!["kind"]!.GetValue<string>();
    }

    [Fact]
    public async Task A_release_is_there_at_its_instant_and_not_before()
    {
        var results = "{ results(series: \"2026-06\") { totalCount } }";
        var release = Start.AddDays(30);
        _clock.Now = release - TimeSpan.FromSeconds(1);
        using var officer = await _service.SignedInAsync("officer.us123");
        (await CountAsync()).Should().Be(0);
        _clock.Now = release - TimeSpan.FromMilliseconds(1);
        (await CountAsync()).Should().Be(0);
        _clock.Now = release;
        (await CountAsync()).Should().BePositive();

        async Task<int> CountAsync() => (await officer.DataAsync(results, ct: Ct))["results"]!["totalCount"]!.GetValue<int>();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<string> LinkAsync() => (await _officer.DoAsync(Link, new { document = _id }, Ct))["url"]!.GetValue<string>();

    private static async Task<HttpStatusCode> StatusAsync(ApiClient who, string path)
    {
        using var response = await who.GetAsync(path, ct: Ct);
        return response.StatusCode;
    }

    // A trace id is the request's own.
    private static async Task<string> TextAsync(HttpResponseMessage response) => System.Text.RegularExpressions.Regex.Replace(
        await response.Content.ReadAsStringAsync(Ct), "\"traceId\":\"[^\"]*\"", "");
}
