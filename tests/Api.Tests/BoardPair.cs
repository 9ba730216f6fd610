using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Exams.Domain.Files;
using Exams.Domain.Vocabulary;
using Exams.Domain.ResultsAccess;
using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Persistence;
using Exams.Rehearsal;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.Api.Tests;

/// <summary>Something that each of two services has its own of: a token, a sheet.</summary>
internal sealed record Both<T>(T One, T Other);

/// <summary>Two services whose boards differ in nothing but grades, under one clock, asked in step.</summary>
internal sealed partial class BoardPair : IAsyncDisposable
{
    /// <summary>When the boards are loaded.</summary>
    public static readonly DateTimeOffset Start = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>When centres see results; candidates follow an hour later, and one qualification two days later.</summary>
    public static readonly DateTimeOffset Release = Start.AddDays(10);

    private const int AtOnce = 6;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(700);

    private readonly HttpClient _http = new();
    private Both<RunningService> _services = null!;
    private Both<PrintedSheet> _sheets = null!;

    public FrozenClock Clock { get; } = new(Start);

    public IServiceProvider Services => _services.One.Services;

    public static Task<BoardPair> StartAsync(Action<IServiceCollection>? fault = null) =>
        StartAsync(new Both<DemoBoard>(new DemoBoard(Candidates: 25), new DemoBoard(Candidates: 25)), turn: 1, fault);

    /// <summary>Two services with these boards; the grades of the other are turned.</summary>
    public static async Task<BoardPair> StartAsync(Both<DemoBoard> boards, int turn, Action<IServiceCollection>? fault = null)
    {
        Assert.SkipUnless(Sheets.CanRead, "poppler-utils is not here.");
        var pair = new BoardPair();
        Task<RunningService> Board(DemoBoard board, int turned) => RunningService.StartAsync(
            board,
            pair.Clock,
            turned,
            untilRelease: Release - Start,
            replace: services =>
            {
                // How fast exports are written depends on the machine, and so would which of many is one too many.
                services.AddSingleton(new ExportLimits(int.MaxValue, int.MaxValue));
                Faults.Wrap<ISheetPrinter>(services, (printer, _) => new Quiet(printer));
                fault?.Invoke(services);
            },
            // Nothing is given back while the clock stands still, and a thousand questions are asked at one instant. What is left has as many
            // digits however much of it is spent, so that answers which tell it are of one length.
            change: settings => settings with { CostCapacity = 1_900_000_000 });
        pair._services = new Both<RunningService>(await Board(boards.One, 0), await Board(boards.Other, turn));
        return pair;
    }

    /// <summary>Has the same done at both, or what differs in its variables alone, and gives the answers.</summary>
    public async Task<Both<JsonObject>> DataAsync(Both<string> caller, string document, object one, object? other = null)
    {
        using ApiClient first = new(_services.One.Address, caller.One), second = new(_services.Other.Address, caller.Other);
        return new(await first.DataAsync(document, one), await second.DataAsync(document, other ?? one));
    }

    /// <summary>A program with every scope there is, at some centres.</summary>
    public Task<Both<string>> ProgramAsync(Both<string> maker, params string[] centres) => EachAsync(async service =>
    {
        using var board = new ApiClient(service.Address, service == _services.One ? maker.One : maker.Other);
        var made = await board.DoAsync(
            "mutation($input: CreateApiClientInput!) { createApiClient(input: $input) { apiClient { clientId } clientSecret errors { code } } }",
            new { name = "School system", scopes = Permission.OfClients.Select(one => one.ToString()), centres });
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = made.Text("apiClient.clientId"), ["client_secret"] = made.Text("clientSecret"),
        });
        using var response = await _http.PostAsync(new Uri(service.Address, "oauth/token"), form);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.Text("access_token");
    });

    /// <summary>Fetches the same addresses from both, and expects to be answered alike; tells how many brought something.</summary>
    public async Task<int> SameFilesAsync(Both<string> caller, IEnumerable<Both<string>> addresses)
    {
        var brought = 0;
        foreach (var address in addresses)
        {
            using ApiClient one = new(_services.One.Address, caller.One), other = new(_services.Other.Address, caller.Other);
            using HttpResponseMessage first = await one.GetAsync(address.One), second = await other.GetAsync(address.Other);
            (await second.Content.ReadAsStringAsync()).Should().Be(await first.Content.ReadAsStringAsync());
            second.StatusCode.Should().Be(first.StatusCode);
            brought += first.IsSuccessStatusCode ? 1 : 0;
        }

        return brought;
    }

    public Task AddOfficerAsync(string username, params string[] centres) =>
        EachAsync(service => People.AddAsync(service, username, "OFFICER", centres));

    public Task AddHeadAsync(string username, params string[] centres) =>
        EachAsync(service => People.AddAsync(service, username, "HEAD", centres));

    /// <summary>The newest documents of a centre, once they are ready in both.</summary>
    public async Task<Both<JsonObject>> ReadyAsync(Both<string> officer, string centre)
    {
        using ApiClient one = new(_services.One.Address, officer.One), other = new(_services.Other.Address, officer.Other);
        return new(await one.ReadyAsync(centre), await other.ReadyAsync(centre));
    }

    /// <summary>Orders whole centres in both, and gives the addresses of their files once they are ready.</summary>
    public async Task<Both<string>> ExportAsync(Both<string> caller)
    {
        var order = await DataAsync(caller, Repository.Operation("ExportCentres"), new { input = new { } });
        while (true)
        {
            var now = await DataAsync(
                caller, Repository.Operation("Export"), new { id = order.One.Text("exportCentres.export.id") }, new { id = order.Other.Text("exportCentres.export.id") });
            if (now.One["node"]!["file"] is { } one && now.Other["node"]!["file"] is { } other)
            {
                return new(one["url"]!.GetValue<string>(), other["url"]!.GetValue<string>());
            }

            await Task.Delay(50);
        }
    }

    public Task<Both<string>> SignInAsync(string username) => EachAsync(async service =>
    {
        var password = await People.ResetAsync(service, username);
        using var nobody = service.Nobody;
        var payload = await nobody.DoAsync(
            "mutation($input: SignInInput!) { signIn(input: $input) { session { token } errors { code } } }", new { username, password });
        return payload["session"]!["token"]!.GetValue<string>();
    });

    /// <summary>Gives everybody at US123 access and compares both documents to the byte.</summary>
    public async Task ConfirmAsync(Both<string> officer, int delayMinutes = 0)
    {
        var one = await PrintAsync(_services.One, officer.One, delayMinutes);
        var other = await PrintAsync(_services.Other, officer.Other, delayMinutes);
        other.Pdf.AsSpan().SequenceEqual(one.Pdf).Should().BeTrue("the PDF says nothing of grades");
        other.Zip.AsSpan().SequenceEqual(one.Zip).Should().BeTrue("the ZIP says nothing of grades");
        _sheets = new Both<PrintedSheet>(one.Sheet, other.Sheet);
    }

    public async Task<Both<string>> CandidateAsync() =>
        new(await EnterAsync(_services.One, _sheets.One), await EnterAsync(_services.Other, _sheets.Other));

    /// <summary>Asks both the same and expects the same; tells how many answers brought data.</summary>
    public async Task<int> SameAsync(Both<string>? caller, IEnumerable<string> documents, bool oneByOne = false)
    {
        var answered = 0;
        foreach (var some in documents.Chunk(oneByOne ? 1 : AtOnce))
        {
            foreach (var (document, one, other) in await Task.WhenAll(some.Select(document => AskAsync(caller, document))))
            {
                (other == one).Should().BeTrue("{0}\nmust not tell:\n{1}\n{2}", document, one, other);
                answered += one.Contains("{\"data\":{", StringComparison.Ordinal) ? 1 : 0;
            }

            if (oneByOne)
            {
                await PrintedAsync();
            }
        }

        return answered;
    }

    // How far a printing is when the next thing is asked depends on the machine.
    private async Task PrintedAsync() => await EachAsync(async service =>
    {
        for (var tries = 0; ; tries++)
        {
            await using var db = service.Services.GetRequiredService<ExamsDbSource>().Open(new Caller.System("test"));
            if (!await db.Documents.AnyAsync(one => one.State == DocumentsState.Pending || one.State == DocumentsState.Printing))
            {
                return tries;
            }

            tries.Should().BeLessThan(600, "what was ordered must be printed");
            await Task.Delay(50);
        }
    });

    /// <summary>How many of the documents are answered differently.</summary>
    public async Task<int> DifferencesAsync(Both<string> caller, IEnumerable<string> documents)
    {
        var differences = 0;
        foreach (var some in documents.Chunk(AtOnce))
        {
            differences += (await Task.WhenAll(some.Select(document => AskAsync(caller, document)))).Count(answer => answer.One != answer.Other);
        }

        return differences;
    }

    /// <summary>Listens to both and expects the same; tells how many events came.</summary>
    public async Task<int> SameStreamsAsync(Both<string> caller, IEnumerable<string> documents)
    {
        var heard = await Task.WhenAll(documents.Select(async document =>
        {
            var both = await Task.WhenAll(ListenAsync(_services.One, caller.One, document), ListenAsync(_services.Other, caller.Other, document));
            both[1].Should().Be(both[0], "{0} must not tell", document);
            return both[0].Split("event: next").Length - 1;
        }));
        return heard.Sum();
    }

    /// <summary>Waits until what time has brought about is announced in both, so that they can be compared again.</summary>
    public async Task SettleAsync(Both<string> caller, long after)
    {
        for (var (tries, calm) = (0, 0); calm < 3; tries++)
        {
            var cursors = await CursorsAsync(caller);
            calm = cursors.One == cursors.Other && cursors.One > after ? calm + 1 : 0;
            tries.Should().BeLessThan(200, "both must announce the same: {0}", cursors);
            await Task.Delay(150);
        }
    }

    public async Task<Both<long>> CursorsAsync(Both<string> caller)
    {
        using ApiClient one = new(_services.One.Address, caller.One), other = new(_services.Other.Address, caller.Other);
        return new(
            (await one.DataAsync("{ newsCursor }"))["newsCursor"]!.GetValue<long>(), (await other.DataAsync("{ newsCursor }"))["newsCursor"]!.GetValue<long>());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.One.DisposeAsync();
        await _services.Other.DisposeAsync();
        _http.Dispose();
    }

    // Tokens and the names of documents are dice, and dice that are thrown by several at once fall in any order. What one may still spend
    // depends on who else of one's own asks at that moment.
    [GeneratedRegex("\"currentlyAvailable\":[0-9.E+-]+|\"token\":\"[^\"]*\"|[0-9a-f]{32}(\\?link=[^\"]*)?")]
    private static partial Regex Dice();

    private async Task<Both<T>> EachAsync<T>(Func<RunningService, Task<T>> get) => new(await get(_services.One), await get(_services.Other));

    private static async Task<string> EnterAsync(RunningService service, PrintedSheet sheet)
    {
        using var nobody = service.Nobody;
        var payload = await nobody.DoAsync(
            "mutation($input: CandidateSignInInput!) { candidateSignIn(input: $input) { session { token } errors { code } } }",
            new { username = sheet.Username, password = sheet.Password });
        return payload["session"]!["token"]!.GetValue<string>();
    }

    private static async Task<(PrintedSheet Sheet, byte[] Pdf, byte[] Zip)> PrintAsync(RunningService service, string token, int delayMinutes)
    {
        using var officer = new ApiClient(service.Address, token);
        await officer.ConfirmAsync(delayMinutes: delayMinutes);
        var ready = await officer.ReadyAsync();
        using var folder = new ScratchFolder();
        string pdf = Path.Combine(folder.Path, "sheets.pdf"), zip = Path.Combine(folder.Path, "sheets.zip");
        await officer.SaveAsync(ready["pdf"]!["url"]!.GetValue<string>(), pdf);
        await officer.SaveAsync(ready["zip"]!["url"]!.GetValue<string>(), zip);
        return ((await Sheets.ReadAsync(pdf))[0], await File.ReadAllBytesAsync(pdf), await File.ReadAllBytesAsync(zip));
    }

    private async Task<(string Document, string One, string Other)> AskAsync(Both<string>? caller, string document)
    {
        var both = await Task.WhenAll(AskAsync(_services.One, caller?.One, document), AskAsync(_services.Other, caller?.Other, document));
        return (document, both[0], both[1]);
    }

    private async Task<string> AskAsync(RunningService service, string? token, string document)
    {
        using var request = Request(service, token, document);
        using var response = await _http.SendAsync(request);
        var headers = response.Headers.Where(one => one.Key != "Date").Select(one => $"{one.Key}: {string.Join(',', one.Value)}");
        return $"{(int)response.StatusCode} {response.Content.Headers} {string.Join(' ', headers)} {Dice().Replace(await response.Content.ReadAsStringAsync(), "…")}";
    }

    // What a stream says within a moment; nothing new is announced while the clock stands still, so a moment is enough to hear a leak.
    private async Task<string> ListenAsync(RunningService service, string token, string document)
    {
        using var request = Request(service, token, document);
        request.Headers.Accept.ParseAdd("text/event-stream");
        var heard = new StringBuilder();
        using var end = new CancellationTokenSource();
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end.Token);
            end.CancelAfter(Moment);
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(end.Token));
            while (await reader.ReadLineAsync(end.Token) is { } line)
            {
                heard.AppendLine(Dice().Replace(line, "…"));
                end.CancelAfter(Moment);
            }
        }
        catch (OperationCanceledException)
        {
            // The moment is over.
        }

        return heard.ToString();
    }

    private static HttpRequestMessage Request(RunningService service, string? token, string document) =>
        new(HttpMethod.Post, new Uri(service.Address, "graphql"))
        {
            Content = JsonContent.Create(new { query = document }),
            Headers = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) },
        };

    /// <summary>Prints without telling how far it is: how often that is told depends on the machine.</summary>
    private sealed class Quiet(ISheetPrinter printer) : ISheetPrinter
    {
        public Task<PrintedSheets> PrintAsync(
            PrintRun run, Stream pdf, Stream zip, IProgress<int>? progress = null, CancellationToken cancellationToken = default) =>
            printer.PrintAsync(run, pdf, zip, progress: null, cancellationToken);
    }
}
