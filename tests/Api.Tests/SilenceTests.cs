using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Exams.GraphQL.Execution;
using Exams.Rehearsal;
using Exams.World;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.Api.Tests;

/// <summary>Two boards that differ only in unreleased grades answer byte for byte alike to everybody but the board (rule 20, trap T2).</summary>
public sealed partial class SilenceTests
{
    private static readonly DemoBoard Board = new(Candidates: 25);
    private static readonly DateTimeOffset Start = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan UntilRelease = TimeSpan.FromDays(30);

    [Fact]
    public async Task One_second_before_the_release_nobody_but_the_board_can_tell_two_boards_apart_and_one_second_after_everybody_can()
    {
        Assert.SkipUnless(Sheets.CanRead, "poppler-utils is not here.");
        var clock = new FrozenClock(Start);
        await using var one = await RunningService.StartAsync(Board, clock, turn: 0, untilRelease: UntilRelease);
        await using var other = await RunningService.StartAsync(Board, clock, turn: 1, untilRelease: UntilRelease);
        var pair = new Pair(one, other);

        var officer = await pair.StaffAsync("officer.us123");
        var board = await pair.BoardAsync();
        var sheets = await pair.ConfirmAsync(officer);

        // Centres see results at the release, candidates an hour later: each audience is asked one second before its own instant.
        var walk = new SchemaWalk((await one.Services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync(cancellationToken: TestContext.Current.CancellationToken)).Schema);
        clock.Now = Start + UntilRelease - TimeSpan.FromSeconds(1);
        var neighbour = await pair.StaffAsync("officer.gb045");
        officer = await pair.StaffAsync("officer.us123");
        var candidate = await pair.CandidateAsync(sheets);
        var asked = 0;
        foreach (var caller in new (string, string)?[] { null, officer, neighbour, candidate })
        {
            asked += await pair.SameAsync(caller, walk.Queries());
        }

        asked += await pair.SameAsync(null, walk.Mutations());
        asked += await pair.SameAsync(officer, walk.Mutations());
        asked += await pair.SameAsync(candidate, walk.Mutations());
        asked.Should().BeGreaterThan(1000, "the walk must really ask");
        await pair.SameStreamsAsync(officer, walk.Subscriptions());
        await pair.SameStreamsAsync(candidate, walk.Subscriptions());

        clock.Now = Start + UntilRelease + TimeSpan.FromSeconds(1);
        (await pair.DifferAsync(officer, "{ results(series: \"2026-06\", first: 20) { nodes { grade } } }")).Should().BeTrue("the centre's instant has come");
        (await pair.DifferAsync(candidate, MyResults)).Should().BeFalse("the candidates' instant is an hour later");
        clock.Now = Start + UntilRelease + TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1);
        candidate = await pair.CandidateAsync(sheets);
        await pair.SameAsync(candidate, walk.Queries());
        clock.Now = Start + UntilRelease + TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1);
        (await pair.DifferAsync(candidate, MyResults)).Should().BeTrue("the candidates' instant has come");
        _ = board;
    }

    private const string MyResults = "{ myResults { qualifications { release results { grade } } } }";

    [GeneratedRegex("\"(token|url)\":\"[^\"]*\"")]
    private static partial Regex Tokens();

    /// <summary>The two boards, asked in step.</summary>
    private sealed class Pair(RunningService one, RunningService other)
    {
        public Task<(string, string)> BoardAsync() => BothAsync(async service =>
            await TokenAsync(service, "board", await People.AddAsync(service, "board", "BOARD")));

        public Task<(string, string)> StaffAsync(string username) => BothAsync(async service =>
            await TokenAsync(service, username, await People.ResetAsync(service, username)));

        public async Task<(PrintedSheet, PrintedSheet)> ConfirmAsync((string, string) officer)
        {
            var first = await SheetAsync(one, officer.Item1);
            var second = await SheetAsync(other, officer.Item2);
            second.Pdf.Should().Equal(first.Pdf, "the documents say nothing of grades");
            return (first.Sheet, second.Sheet);
        }

        public async Task<(string, string)> CandidateAsync((PrintedSheet, PrintedSheet) sheets) =>
            (await EnterAsync(one, sheets.Item1), await EnterAsync(other, sheets.Item2));

        public async Task<int> SameAsync((string, string)? caller, IEnumerable<string> documents)
        {
            var asked = 0;
            foreach (var document in documents)
            {
                var first = await AskAsync(one, caller?.Item1, document);
                var second = await AskAsync(other, caller?.Item2, document);
                second.Should().Be(first, "{0} must not tell", document);
                asked++;
            }

            return asked;
        }

        public async Task<bool> DifferAsync((string, string) caller, string document) =>
            await AskAsync(one, caller.Item1, document) != await AskAsync(other, caller.Item2, document);

        public async Task SameStreamsAsync((string, string) caller, IEnumerable<string> documents)
        {
            foreach (var document in documents)
            {
                (await ListenAsync(other, caller.Item2, document)).Should().Be(await ListenAsync(one, caller.Item1, document), "{0} must not tell", document);
            }
        }

        private async Task<(string, string)> BothAsync(Func<RunningService, Task<string>> get) => (await get(one), await get(other));

        private static async Task<string> TokenAsync(RunningService service, string username, string password)
        {
            using var nobody = service.Nobody;
            var payload = await nobody.DoAsync(
                "mutation($input: SignInInput!) { signIn(input: $input) { session { token } errors { code } } }", new { username, password });
            return payload["session"]!["token"]!.GetValue<string>();
        }

        private static async Task<string> EnterAsync(RunningService service, PrintedSheet sheet)
        {
            using var nobody = service.Nobody;
            var payload = await nobody.DoAsync(
                "mutation($input: CandidateSignInInput!) { candidateSignIn(input: $input) { session { token } errors { code } } }",
                new { username = sheet.Username, password = sheet.Password });
            return payload["session"]!["token"]!.GetValue<string>();
        }

        private static async Task<(PrintedSheet Sheet, byte[] Pdf)> SheetAsync(RunningService service, string token)
        {
            using var officer = new ApiClient(service.Address, token);
            await officer.DoAsync(
                "mutation($input: SetResultsAccessInput!) { setResultsAccess(input: $input) { issued errors { code message path } } }",
                new
                {
                    centre = DemoBoard.Centre,
                    series = DemoBoard.Series,
                    status = "ALL",
                    expectedVersion = 0,
                    queriesAccepted = true,
                    contact = new { name = "Office", email = "o@example.org" },
                });
            for (var i = 0; ; i++)
            {
                var data = await officer.DataAsync("{ resultsAccess(centre: \"US123\", series: \"2026-06\") { documents { nodes { state pdf { url } } } } }");
                var newest = data["resultsAccess"]!["documents"]!["nodes"]![0]!;
                if (newest["state"]!.GetValue<string>() == "READY")
                {
                    using var folder = new ScratchFolder();
                    var file = Path.Combine(folder.Path, "sheets.pdf");
                    await officer.SaveAsync(newest["pdf"]!["url"]!.GetValue<string>(), file);
                    return ((await Sheets.ReadAsync(file))[0], await File.ReadAllBytesAsync(file));
                }

                i.Should().BeLessThan(300, "the documents must become ready: {0}", newest.ToJsonString());
                await Task.Delay(100);
            }
        }

        private static async Task<string> AskAsync(RunningService service, string? token, string document)
        {
            using var http = new HttpClient();
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service.Address, "graphql")) { Content = JsonContent.Create(new { query = document }) };
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            using var response = await http.SendAsync(request);
            return $"{(int)response.StatusCode} {response.Content.Headers.ContentType} {Tokens().Replace(await response.Content.ReadAsStringAsync(), "…")}";
        }

        // What a stream says within a moment; nothing is announced while the clock stands still, so a moment is enough to hear a leak.
        private static async Task<string> ListenAsync(RunningService service, string token, string document)
        {
            using var http = new HttpClient();
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service.Address, "graphql")) { Content = JsonContent.Create(new { query = document }) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.Accept.ParseAdd("text/event-stream");
            using var end = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
            var heard = new System.Text.StringBuilder();
            try
            {
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end.Token);
                using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(end.Token));
                while (await reader.ReadLineAsync(end.Token) is { } line)
                {
                    heard.AppendLine(line);
                }
            }
            catch (OperationCanceledException)
            {
                // The moment is over.
            }

            return heard.ToString();
        }
    }
}
