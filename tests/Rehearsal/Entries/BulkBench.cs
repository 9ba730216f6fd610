using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Exams.Rehearsal.Entries;

/// <summary>Ten thousand rows in one request over HTTP: as a dry run, written, sent again, with a key; and how long candidates wait to sign in meanwhile.</summary>
/// <param name="place">Where the service lives.</param>
/// <param name="log">Hears the table.</param>
public sealed class BulkBench(ServiceHome place, TextWriter log)
{
    private const int Centres = 40;
    private const int Rows = 10_000;
    private const int SignInsAtOnce = 8;
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(5);
    private static readonly string[] Names = ["an.associate"];

    private const string Submit = """
        mutation Submit($input: SubmitEntriesInput!) {
          submitEntries(input: $input) { written made amended unchanged refused results { row action entry { id } errors { code } } errors { code message } }
        }
        """;

    private const string SubmitOnce = """
        mutation Submit($input: SubmitEntriesInput!, $key: String!) {
          submitEntries(input: $input) @idempotent(key: $key) { written made amended unchanged refused results { row action entry { id } errors { code } } errors { code message } }
        }
        """;

    private int _key;

    /// <summary>Measures; every figure several times.</summary>
    public async Task RunAsync(int runs)
    {
        // What is measured is the work, not the budget.
        var home = place with { Settings = new Dictionary<string, string> { ["EXAMS_COST_CAPACITY"] = "1000000000" } };
        Directory.CreateDirectory(home.Root);
        var board = new SeriesBoard(Centres, Rows, 0);
        board.Write(Path.Combine(home.Root, "board"), TimeProvider.System.GetUtcNow());
        var passwords = await home.LoadAsync(Path.Combine(home.Root, "board"));
        using var service = await ServiceProcess.StartAsync(home);
        using var client = await SignedInAsync(service, Names[0], passwords[Names[0]]);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Rows} rows in one request over HTTP, {Centres} centres, {(home.Database is null ? "SQLite" : "PostgreSQL")}; processors {Environment.ProcessorCount}, load {Load()}"));
        log.WriteLine("request                                   goal ms       min    median       max");
        await LineAsync("dry run, the first since the start", 1, () => SendAsync(client, 0, dry: true));
        await LineAsync("dry run", runs, () => SendAsync(client, 0, dry: true));
        var syllabus = 0;
        // In turns, since candidates have one entry more each time.
        List<double> written = [], keyed = [];
        for (var i = 0; i < runs; i++)
        {
            written.Add(await SendAsync(client, syllabus++, dry: false));
            keyed.Add(await SendAsync(client, syllabus++, dry: false, key: $"bench-{++_key}"));
        }
        Line($"written, 0 to {(2 * runs) - 2} entries before", written);
        Line($"written with a key, 1 to {(2 * runs) - 1} before", keyed);
        await LineAsync("the same rows again (nothing to write)", runs, () => SendAsync(client, 0, dry: false));
        await LineAsync("answered again by its key", runs, () => SendAsync(client, syllabus - 1, dry: false, key: $"bench-{_key}"));
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"service: {service.PeakMemory / 1048576.0:0} MiB peak, {service.ProcessorTime.TotalSeconds:0.0} s of processor"));
        if (Sheets.CanRead)
        {
            await SignInsAsync(service, home, board, passwords, client, syllabus);
        }

        await service.StopAsync();
    }

    private async Task SignInsAsync(
        ServiceProcess service, ServiceHome home, SeriesBoard board, IReadOnlyDictionary<string, string> passwords, ApiClient client, int syllabus)
    {
        using var officer = await SignedInAsync(service, "an.officer", passwords["an.officer"]);
        await officer.DoAsync(Documents.SetAccess, new
        {
            centre = board.Middle, series = SeriesBoard.Series, status = "ALL", expectedVersion = 0, queriesAccepted = true, contact = new { name = "Office", email = "office@example.org" },
        });
        JsonNode newest;
        while ((newest = (await officer.DataAsync(Documents.ReadAccess, new { centre = board.Middle, series = SeriesBoard.Series })).At("resultsAccess.documents.nodes").AsArray()[0]!).Text("state") != "READY")
        {
            Check.That(newest.Text("state") is "PENDING" or "PRINTING", $"printing is {newest.ToJsonString()}");
            await Task.Delay(100);
        }

        var pdf = Path.Combine(home.Root, "sheets.pdf");
        await officer.SaveAsync(newest.Text("pdf.url"), pdf);
        var sheets = await Sheets.ReadAsync(pdf);
        log.WriteLine($"candidates signing in, {SignInsAtOnce} at once            sign-ins      p50 ms    p99 ms    max ms");
        await SignInsAsync(service, sheets, "nothing else going on", () => Task.Delay(Calm));
        await SignInsAsync(service, sheets, $"while {Rows} rows are written, thrice", async () =>
        {
            for (var i = 0; i < 3; i++)
            {
                await SendAsync(client, syllabus + i, dry: false);
            }
        });
    }

    private async Task SignInsAsync(ServiceProcess service, IReadOnlyList<PrintedSheet> sheets, string what, Func<Task> meanwhile)
    {
        var waited = new System.Collections.Concurrent.ConcurrentBag<double>();
        var work = meanwhile();
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, SignInsAtOnce).Select(_ => Task.Run(async () =>
        {
            using var nobody = new ApiClient(service.Address);
            while (!work.IsCompleted)
            {
                var sheet = sheets[Interlocked.Increment(ref next) % sheets.Count];
                var watch = Stopwatch.StartNew();
                await nobody.DoAsync(Documents.CandidateSignIn, new { username = sheet.Username, password = sheet.Password });
                waited.Add(watch.Elapsed.TotalMilliseconds);
            }
        })));
        await work;
        var sorted = waited.Order().ToList();
        log.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {what,-42} {sorted.Count,8} {sorted[sorted.Count / 2],11:0.0} {sorted[sorted.Count * 99 / 100],9:0.0} {sorted[^1],9:0.0}"));
    }

    private async Task LineAsync(string what, int runs, Func<Task<double>> measure)
    {
        var sorted = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            sorted.Add(await measure());
        }

        Line(what, sorted);
    }

    private void Line(string what, List<double> sorted)
    {
        sorted.Sort();
        log.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {what,-40} <= 1500 {sorted[0],9:0} {sorted[sorted.Count / 2],9:0} {sorted[^1],9:0}   {(sorted[sorted.Count / 2] <= 1500 ? "reached" : "MISSED")}"));
    }

    private static async Task<double> SendAsync(ApiClient client, int syllabus, bool dry, string? key = null)
    {
        var rows = from centre in Enumerable.Range(0, Centres)
                   from number in Enumerable.Range(1, Rows / Centres)
                   select new
                   {
                       candidate = new { number = new { centre = SeriesBoard.Centre(centre), series = SeriesBoard.Series, number = number.ToString("0000", CultureInfo.InvariantCulture) } },
                       syllabus = SeriesBoard.Syllabus(syllabus),
                       option = "A",
                   };
        var input = new { entries = rows.ToList(), dryRun = dry };
        var watch = Stopwatch.StartNew();
        var data = await client.DataAsync(key is null ? Submit : SubmitOnce, key is null ? new { input } : new { input, key });
        var took = watch.Elapsed.TotalMilliseconds;
        var payload = data["submitEntries"]!;
        Check.That(payload["errors"]!.AsArray().Count == 0 && payload.Number("refused") == 0 && payload["results"]!.AsArray().Count == Rows, "rows were refused");
        return took;
    }

    private static async Task<ApiClient> SignedInAsync(ServiceProcess service, string username, string password)
    {
        using var nobody = new ApiClient(service.Address);
        return new ApiClient(service.Address, (await nobody.DoAsync(Documents.SignIn, new { username, password })).Text("session.token"));
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
