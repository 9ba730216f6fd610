using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Exams.Rehearsal.Entries;

/// <summary>What goes on in the background while others work: exports of many rows, and many webhooks that hear of a large bulk request.</summary>
/// <param name="program">Exams.Api.dll.</param>
/// <param name="root">A folder for everything.</param>
/// <param name="log">Hears the tables.</param>
public sealed class BackgroundBench(string program, string root, TextWriter log)
{
    private const int Centres = 40;
    private const int Candidates = 10_000;
    private const int EntriesEach = 10;
    private const int Clients = 5;
    private const int WebhooksEach = 20;
    private const double MebiByte = 1024 * 1024;
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Listening = TimeSpan.FromSeconds(60);

    private const string Look = "query($id: ID!) { node(id: $id) { ... on Export { state stateReason rows file { bytes } } } }";
    private const string Read = "query($c: CentreNumber!, $s: Series!) { entries(series: $s, centre: $c, first: 20) { nodes { option candidate { number name } } } }";
    private const string Write = "mutation($input: UpsertCandidatesInput!) { upsertCandidates(input: $input) { written errors { code } } }";
    private const string Submit = "mutation($input: SubmitEntriesInput!) { submitEntries(input: $input) { made refused errors { code } } }";

    /// <summary>Measures both.</summary>
    public async Task RunAsync()
    {
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SQLite; processors {Environment.ProcessorCount}, load {Load()}"));
        await ExportsAsync();
        await WebhooksAsync();
    }

    private async Task ExportsAsync()
    {
        using var service = await StartAsync("exports", new SeriesBoard(Centres, Candidates, Candidates * EntriesEach), "Production");
        log.WriteLine("export                      rows      MiB         s    rows/s   peak MiB   others: reads p50 ms    p99 ms   writes p50 ms    p99 ms");
        await LineAsync("nothing", 0, 0, service, await OthersAsync(service, Task.Delay(Calm)), Calm);
        foreach (var (field, input) in new (string, object)[]
        {
            ("exportEntries", new { series = SeriesBoard.Series, format = "CSV" }), ("exportEntries", new { series = SeriesBoard.Series, format = "JSON_LINES" }), ("exportCentres", new { }),
        })
        {
            var type = field == "exportCentres" ? "ExportCentresInput" : "ExportInput";
            service.Service.ForgetPeak();
            var watch = Stopwatch.StartNew();
            var order = await service.Associate.DoAsync($"mutation($input: {type}!) {{ {field}(input: $input) {{ export {{ id }} errors {{ code message }} }} }}", input);
            var export = ReadyAsync(service.Associate, order.Text("export.id"));
            var others = await OthersAsync(service, export);
            var ready = await export;
            await LineAsync(field, ready.Number("rows"), ready.Number("file.bytes") / MebiByte, service, others, watch.Elapsed);
        }

        await service.Service.StopAsync();
    }

    private async Task WebhooksAsync()
    {
        using var service = await StartAsync("webhooks", new SeriesBoard(Centres, Candidates, 0), "Development");
        var arrived = 0;
        await using var receiver = await ReceiverAsync(() => Interlocked.Increment(ref arrived));
        var hook = receiver.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/hook";
        var all = Enumerable.Range(0, Centres).Select(SeriesBoard.Centre).ToList();
        for (var i = 0; i < Clients; i++)
        {
            using var client = await ClientAsync(service, all);
            for (var j = 0; j < WebhooksEach; j++)
            {
                await client.DoAsync(
                    "mutation($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } errors { code message } } }",
                    new { url = hook, types = new[] { "ENTRY_MADE" }, document = "subscription { onEvent { id type entry { id option status } } }" });
            }
        }

        var calm = await OthersAsync(service, Task.Delay(Calm));
        service.Service.ForgetPeak();
        var watch = Stopwatch.StartNew();
        await service.Associate.DataAsync(Submit, new { input = new { entries = Rows() } });
        var bulk = watch.Elapsed;
        var others = await OthersAsync(service, Task.Delay(Listening));
        var (came, wanted) = (Volatile.Read(ref arrived), Clients * WebhooksEach * Candidates);
        log.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Clients * WebhooksEach} webhooks of {Clients} clients; {Candidates} entries in {bulk.TotalSeconds:0.0} s; {came} of {wanted} deliveries within {watch.Elapsed.TotalSeconds:0} s, {came / watch.Elapsed.TotalSeconds:0} a second; peak {service.Service.PeakMemory / MebiByte:0} MiB"));
        log.WriteLine($"  others before: {calm}");
        log.WriteLine($"  others meanwhile: {others}");
        await service.Service.StopAsync();
    }

    private static List<object> Rows() =>
    [
        .. from centre in Enumerable.Range(0, Centres)
           from number in Enumerable.Range(1, Candidates / Centres)
           select new
           {
               candidate = new { number = new { centre = SeriesBoard.Centre(centre), series = SeriesBoard.Series, number = number.ToString("0000", CultureInfo.InvariantCulture) } },
               syllabus = SeriesBoard.Syllabus(0),
               option = "A",
           },
    ];

    private static async Task<ApiClient> ClientAsync(Started service, List<string> centres)
    {
        var made = await service.Board.DoAsync(
            "mutation($input: CreateApiClientInput!) { createApiClient(input: $input) { apiClient { clientId } clientSecret errors { code message } } }",
            new { name = "Listener", centres, scopes = new[] { "events:read", "webhooks:write", "entries:read" } });
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = made.Text("apiClient.clientId"), ["client_secret"] = made.Text("clientSecret"),
        });
        using var answer = await http.PostAsync(new Uri(service.Service.Address, "oauth/token"), form);
        return new ApiClient(service.Service.Address, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.Text("access_token"));
    }

    private static async Task<WebApplication> ReceiverAsync(Action came)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(_ =>
        {
            came();
            return Task.CompletedTask;
        });
        await app.StartAsync();
        return app;
    }

    private static async Task<JsonNode> ReadyAsync(ApiClient client, string id)
    {
        while (true)
        {
            var export = (await client.DataAsync(Look, new { id })).At("node");
            if (export.Text("state") == "READY")
            {
                return export;
            }

            Check.That(export.Text("state") is "ORDERED" or "WRITING", $"the export is {export.ToJsonString()}");
            await Task.Delay(100);
        }
    }

    // Another school reads and writes a little, all the time.
    private static async Task<Waits> OthersAsync(Started service, Task meanwhile)
    {
        List<double> reads = [], writes = [];
        for (var i = 0; !meanwhile.IsCompleted; i++)
        {
            var watch = Stopwatch.StartNew();
            await service.Officer.DataAsync(Read, new { c = service.Middle, s = SeriesBoard.Series });
            reads.Add(watch.Elapsed.TotalMilliseconds);
            watch.Restart();
            await service.Officer.DoAsync(Write, new { candidates = new[] { new { centre = service.Middle, series = SeriesBoard.Series, number = "0001", name = $"Somebody: {(char)('A' + (i % 26))}" } } });
            writes.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(20);
        }

        reads.Sort();
        writes.Sort();
        return new Waits(reads, writes);
    }

    private async Task LineAsync(string what, long rows, double size, Started service, Waits others, TimeSpan took) => await log.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"  {what,-18} {rows,12} {size,8:0.0} {took.TotalSeconds,9:0.0} {rows / took.TotalSeconds,9:0} {service.Service.PeakMemory / MebiByte,10:0}   {others}"));

    private async Task<Started> StartAsync(string name, SeriesBoard board, string environment)
    {
        var home = new ServiceHome(program, Path.Combine(root, name)) { Settings = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = environment } };
        Directory.CreateDirectory(home.Root);
        board.Write(Path.Combine(home.Root, "board"), TimeProvider.System.GetUtcNow());
        var passwords = await home.LoadAsync(Path.Combine(home.Root, "board"));
        var service = await ServiceProcess.StartAsync(home);
        async Task<ApiClient> SignInAsync(string username)
        {
            using var nobody = new ApiClient(service.Address);
            return new ApiClient(service.Address, (await nobody.DoAsync(Documents.SignIn, new { username, password = passwords[username] })).Text("session.token"));
        }

        return new Started(service, board.Middle, await SignInAsync("an.associate"), await SignInAsync("an.officer"), await SignInAsync("the.board"));
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private sealed record Waits(List<double> Reads, List<double> Writes)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Reads.Count,6} reads {Reads[Reads.Count / 2],6:0.0} {Reads[Reads.Count * 99 / 100],9:0.0}   writes {Writes[Writes.Count / 2],6:0.0} {Writes[Writes.Count * 99 / 100],9:0.0}");
    }

    private sealed record Started(ServiceProcess Service, string Middle, ApiClient Associate, ApiClient Officer, ApiClient Board) : IDisposable
    {
        public void Dispose()
        {
            Associate.Dispose();
            Officer.Dispose();
            Board.Dispose();
            Service.Dispose();
        }
    }
}
