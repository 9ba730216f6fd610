using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Exams.Domain.Files;
using Exams.Rehearsal;
using Exams.World;

namespace Exams.Api.Tests;

/// <summary>Files that are sent over HTTP: what is taken, whose they are, how long they stay, and what becomes of their rows.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private const string Candidates =
        "mutation($input: ImportInput!) { importCandidates(input: $input) { written registered refused refusedRows { line errors { column position error { code message path } } } warnings { line column position kind message } errors { code } } }";

    private static readonly DateTimeOffset Start = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly FrozenClock _clock = new(Start);
    private RunningService _service = null!;
    private ApiClient _officer = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync(new DemoBoard(Candidates: 3), _clock);
        _officer = await _service.SignedInAsync("officer.us123");
    }

    public async ValueTask DisposeAsync()
    {
        _officer.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_taken_with_its_size_and_time_and_imported_with_every_bad_row_at_its_place()
    {
        const string Text = "Centre number;Series;Candidate number;Candidate name;Remarks\r\nUS123;2026-06;77;Okafor: Ada;x\r\nUS123;2026-13;78;Okafor: Ben;\r\nGB045;2026-06;0079;Okafor: Cem;\r\n";
        using var content = new StringContent(Text, Encoding.UTF8, "text/csv");
        using var response = await _officer.SendFileAsync(content, Ct);
        response.StatusCode.Should().Be(HttpStatusCode.Created);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        var kept = JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!;
        (kept["size"]!.GetValue<int>(), kept["expiresAt"]!.GetValue<DateTimeOffset>()).Should().Be((Text.Length, Start.AddHours(24)));
        var file = kept["id"]!.GetValue<string>();

        var all = await _officer.DoAsync(Candidates, new { file }, Ct);
        (all["written"]!.GetValue<bool>(), all["registered"]!.GetValue<int>(), all["refused"]!.GetValue<int>()).Should().Be((false, 1, 2));
        all["refusedRows"]!.ToJsonString().Should().Be(
            "[{\"line\":3,\"errors\":[{\"column\":\"Series\",\"position\":2,\"error\":{\"code\":\"CELL_MALFORMED\",\"message\":\"The Series \\u00222026-13\\u0022 cannot be read: it is year and month (2026-06).\",\"path\":[\"input\",\"file\"]}}]},"
            + "{\"line\":4,\"errors\":[{\"column\":\"Centre number\",\"position\":1,\"error\":{\"code\":\"CENTRE_NOT_FOUND\",\"message\":\"There is no centre GB045, or it is not one of yours.\",\"path\":[\"input\",\"file\"]}}]}]");
        all["warnings"]!.AsArray().Select(one => $"{one!["line"]} {one["column"]} {one["position"]} {one["kind"]}").Should().Equal(
            "1 Remarks 5 UNKNOWN_COLUMN", "2 Candidate number 3 READ_AS", "3 Candidate number 3 READ_AS");
        (await CountAsync()).Should().Be(3);

        var good = await _officer.DoAsync(Candidates, new { file, errorPolicy = "REJECT_FAILED_ROWS" }, Ct);
        (good["written"]!.GetValue<bool>(), good["refused"]!.GetValue<int>()).Should().Be((true, 2));
        (await CountAsync()).Should().Be(4);
    }

    [Fact]
    public async Task What_is_no_file_of_ours_is_told_so()
    {
        (await StatusAsync(new StringContent("a", Encoding.UTF8, "application/json"))).Should().Be((HttpStatusCode.UnsupportedMediaType, null));
        (await StatusAsync(new MultipartFormDataContent { { new StringContent("a"), "file" } })).Should().Be((HttpStatusCode.UnsupportedMediaType, null));
        (await StatusAsync(Csv(""))).Should().Be((HttpStatusCode.BadRequest, "FILE_EMPTY"));
        (await StatusAsync(Csv(new string('x', FileLimits.MostUploadBytes)))).Should().Be((HttpStatusCode.Created, null));
        (await StatusAsync(Csv(new string('x', FileLimits.MostUploadBytes + 1)))).Should().Be((HttpStatusCode.RequestEntityTooLarge, "FILE_TOO_LARGE"));
        (await StatusAsync(InPieces(new byte[FileLimits.MostUploadBytes + 1]))).Should().Be((HttpStatusCode.RequestEntityTooLarge, "FILE_TOO_LARGE"));
        (await StatusAsync(InPieces(new byte[(2 * FileLimits.MostUploadBytes) + 1]))).Should().Be((HttpStatusCode.RequestEntityTooLarge, "FILE_TOO_LARGE"));
        Directory.GetFiles(Path.Combine(_service.DataFolder, "documents")).Should().ContainSingle("what is refused leaves nothing behind");
    }

    [Theory]
    [InlineData("gzip", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("br, gzip", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("identity, GZIP", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("Identity", HttpStatusCode.Created)]
    public async Task A_packed_file_is_not_taken_for_a_plain_one(string encoding, HttpStatusCode status)
    {
        using var content = Csv("Centre number,Series,Candidate number,Candidate name\n");
        content.Headers.Add("Content-Encoding", encoding);

        using var response = await _officer.SendFileAsync(content, Ct);

        response.StatusCode.Should().Be(status);
        if (status == HttpStatusCode.UnsupportedMediaType)
        {
            response.Headers.GetValues("Accept-Encoding").Should().Equal("identity");
            (await response.Content.ReadAsStringAsync(Ct)).Should().Contain("as it is, not packed");
        }
    }

    [Fact]
    public async Task Only_who_may_import_may_send_and_nobody_sends_without_end()
    {
        using var nobody = _service.Nobody;
        (await StatusAsync(Csv("a"), nobody)).Status.Should().Be(HttpStatusCode.Unauthorized);
        using var forger = new ApiClient(_service.Address, "forged");
        (await StatusAsync(Csv("a"), forger)).Status.Should().Be(HttpStatusCode.Unauthorized);
        for (var at = 0; at < FileLimits.MostUploads; at++)
        {
            (await StatusAsync(Csv("a"))).Status.Should().Be(HttpStatusCode.Created);
        }

        (await StatusAsync(Csv("a"))).Should().Be((HttpStatusCode.TooManyRequests, "TOO_MANY_FILES"));
        using var neighbour = await _service.SignedInAsync("officer.gb045");
        (await StatusAsync(Csv("a"), neighbour)).Status.Should().Be(HttpStatusCode.Created, "each has their own");
        _clock.Now = Start.AddHours(11);
        (await StatusAsync(Csv("a"))).Should().Be((HttpStatusCode.TooManyRequests, "TOO_MANY_FILES"));
        var big = new string('x', FileLimits.MostUploadBytes);
        for (var bytes = 1L; bytes + big.Length <= FileLimits.MostKeptBytes; bytes += big.Length)
        {
            (await StatusAsync(Csv(big), neighbour)).Status.Should().Be(HttpStatusCode.Created);
        }

        (await StatusAsync(Csv(big), neighbour)).Should().Be((HttpStatusCode.TooManyRequests, "TOO_MANY_FILES"), "few large files are as much as many small ones");
    }

    [Fact]
    public async Task Another_ones_file_looks_like_none_and_a_days_old_one_is_gone()
    {
        var file = await _officer.UploadAsync("Centre number,Series,Candidate number,Candidate name\nUS123,2026-06,0077,Okafor: Ada\n", Ct);
        using var neighbour = await _service.SignedInAsync("officer.gb045");
        await People.AddAsync(_service, "colleague", "OFFICER", DemoBoard.Centre);
        using var colleague = await _service.SignedInAsync("colleague");
        foreach (var other in new[] { neighbour, colleague })
        {
            (await other.RefusalAsync(Candidates, new { file }, Ct)).Should().Be("FILE_NOT_FOUND");
        }

        foreach (var forged in new[] { "", "x", new string('0', 32), file.ToUpperInvariant() + "0", file[..^1] + "\0", "../" + file })
        {
            (await _officer.RefusalAsync(Candidates, new { file = forged }, Ct)).Should().Be("FILE_NOT_FOUND", "{0} is no file", forged);
        }

        (await _officer.DoAsync(Candidates, new { file, dryRun = true }, Ct))["registered"]!.GetValue<int>().Should().Be(1);
        _clock.Now = Start.AddHours(24);
        using var tomorrow = await _service.SignedInAsync("officer.us123");
        (await tomorrow.RefusalAsync(Candidates, new { file }, Ct)).Should().Be("FILE_NOT_FOUND");
    }

    private async Task<int> CountAsync() =>
        (await _officer.DataAsync("{ candidates(series: \"2026-06\") { totalCount } }", ct: Ct))["candidates"]!["totalCount"]!.GetValue<int>();

    private async Task<(HttpStatusCode Status, string? Code)> StatusAsync(HttpContent content, ApiClient? who = null)
    {
        using (content)
        {
            using var response = await (who ?? _officer).SendFileAsync(content, Ct);
            return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!["code"]?.GetValue<string>());
        }
    }

    private static StringContent Csv(string text) => new(text, Encoding.ASCII, "text/csv");

    // Without a length, so that only counting tells how long it is.
    private static Pieces InPieces(byte[] bytes)
    {
        var content = new Pieces(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return content;
    }

    private sealed class Pieces(byte[] bytes) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var at = 0; at < bytes.Length; at += 65_536)
            {
                await stream.WriteAsync(bytes.AsMemory(at, Math.Min(65_536, bytes.Length - at)));
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
