using System.Text.Json.Nodes;
using Exams.Rehearsal;
using Exams.World;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.Api.Tests;

/// <summary>Runs every document of schema/operations once, in an order that makes sense, with variables that make sense.</summary>
internal sealed class OperationsTour(RunningService service) : IAsyncDisposable
{
    private const string Series = DemoBoard.Series;
    private const string Centre = DemoBoard.Centre;
    private const string Late = "9001";

    private readonly Dictionary<string, ApiClient> _people = [];
    private readonly HashSet<string> _rootFields = [];
    private int _version;

    /// <summary>The documents that were run.</summary>
    public HashSet<string> Toured { get; } = [];

    /// <summary>Goes through all of them.</summary>
    /// <returns>The root fields that were asked for.</returns>
    public async Task<IReadOnlySet<string>> RunAsync(CancellationToken ct)
    {
        _people["nobody"] = service.Nobody;
        _people["board"] = await BoardAsync();
        var password = await People.ResetAsync(service, "officer.us123");
        _people["officer"] = Signed(await DoAsync("nobody", "SignIn", new { username = "officer.us123", password }, ct));
        await ReadAsync(ct);
        await ArrangeAsync(ct);
        await FollowAsync(ct);
        await SyncAsync(ct);
        await FilesAsync(ct);
        await EstimateAsync(ct);
        await MoveAsync(ct);
        await StatementsAsync(ct);
        await ClientsAsync(ct);
        await WebhooksAsync(ct);
        await ConfirmAsync(ct);
        await ChangeAsync(ct);
        await ReleaseAsync(ct);
        await DoAsync("officer", "WithdrawEntry", new { centre = Centre, series = Series, candidate = Late, syllabus = "0580" }, ct);
        await RunAsync("officer", "SignOut", null, ct);
        return _rootFields;
    }

    public ValueTask DisposeAsync()
    {
        foreach (var person in _people.Values)
        {
            person.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        await RunAsync("officer", "Viewer", null, ct);
        await RunAsync("officer", "Centre", new { number = Centre }, ct);
        await RunAsync("officer", "Catalogue", new { series = Series }, ct);
        await RunAsync("officer", "ReleaseDates", new { series = Series }, ct);
        await RunAsync("officer", "Deadlines", new { series = Series, where = new { kind = new { eq = "ENTRY" } } }, ct);
        await RunAsync("officer", "CentreCalendar", new { number = Centre, series = Series }, ct);
        await RunAsync("officer", "Fees", new { series = Series }, ct);
        await RunAsync("officer", "Timetable", new { series = Series, zone = 1, order = new[] { new { date = "ASC" } } }, ct);
        await RunAsync("officer", "CandidateTimetable", new { centre = Centre, series = Series, number = "0001" }, ct);
        await RunAsync("officer", "Candidates", new { series = Series, centre = Centre, first = 3 }, ct);
        await RunAsync("officer", "Entries", new { series = Series, where = new { syllabus = new { eq = "0580" } } }, ct);
        await RunAsync("officer", "Candidate", new { centre = Centre, series = Series, number = "0001" }, ct);
        await RunAsync("officer", "ResultsAccess", new { centre = Centre, series = Series }, ct);
    }

    private async Task ArrangeAsync(CancellationToken ct)
    {
        var centre = new { number = "FR001", name = "Lycée du Lac", country = "France", zone = 3, timeZone = "Europe/Paris", qualifications = new[] { "IGCSE" } };
        await DoAsync("board", "CreateCentre", centre, ct);
        await DoAsync("board", "ChangeCentre", new { centre.number, name = "Lycée du Lac d'Annecy", centre.country, centre.zone, centre.timeZone, centre.qualifications, expectedVersion = 1 }, ct);
        await DoAsync("officer", "RegisterCandidate", new { centre = Centre, series = Series, number = Late, name = "Robin Late", dateOfBirth = "2009-02-28" }, ct);
        await DoAsync("officer", "EnterCandidate", new { centre = Centre, series = Series, candidate = Late, syllabus = "0580", option = "A" }, ct);
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        await RunAsync("officer", "EventCursor", null, ct);
        var page = await RunAsync("officer", "Events", new { types = new[] { "ENTRY_MADE" } }, ct);
        page["events"]!["nodes"]!.AsArray().Should().NotBeEmpty("somebody was entered");
        await RunAsync("officer", "Changes", new { centre = Centre }, ct);
        await HearAsync("OnEvent", "officer", new { after = page["events"]!["nodes"]![0]!["cursor"]!.GetValue<string>() }, ct, () =>
            DoAsync("officer", "RegisterCandidate", new { centre = Centre, series = Series, number = "9002", name = "Robin Later" }, ct));
    }

    private async Task SyncAsync(CancellationToken ct)
    {
        await DoAsync("officer", "SetAsideNumbers", new { centre = Centre, series = Series, count = 10, from = "9100" }, ct);
        var who = new { centre = Centre, series = Series, externalReference = "mis-1" };
        var row = new { who.centre, who.series, who.externalReference, number = "9100", name = "Sync: Nightly" };
        var candidates = await DoAsync("officer", "UpsertCandidates", new { candidates = new[] { row } }, ct);
        var id = candidates["results"]![0]!["candidate"]!["id"]!.GetValue<string>();
        await RunAsync("officer", "Node", new { id }, ct);
        await RunAsync("officer", "Nodes", new { ids = new[] { id, id } }, ct);
        var entry = new { candidate = new { externalReference = who }, syllabus = "0580", option = "A", externalReference = "mis-1-0580" };
        var entries = await DoAsync("officer", "SubmitEntries", new { entries = new[] { entry } }, ct);
        entries["made"]!.GetValue<int>().Should().Be(1);
        (await DoAsync("officer", "WithdrawEntries", new { entries = new[] { new { externalReference = new { who.centre, who.series, entry.externalReference } } } }, ct))
            ["withdrawn"]!.GetValue<int>().Should().Be(1);
    }

    private async Task FilesAsync(CancellationToken ct)
    {
        var officer = _people["officer"];
        var file = await officer.UploadAsync("Centre number,Candidate number,Candidate name,External reference\nUS123,9201,File: Sent,mis-2\n", ct);
        (await DoAsync("officer", "ImportCandidates", new { file, series = Series }, ct))["registered"]!.GetValue<int>().Should().Be(1);
        file = await officer.UploadAsync("Syllabus;Option code;Centre number;Candidate number\n580;A;US123;9201\n", ct);
        (await DoAsync("officer", "ImportEntries", new { file, series = Series, errorPolicy = "REJECT_FAILED_ROWS" }, ct))["made"]!.GetValue<int>().Should().Be(1);
        await DoAsync("officer", "ExportCandidates", new { series = Series, excelSafe = false }, ct);
        await DoAsync("officer", "ExportEntries", new { series = Series, centres = new[] { Centre } }, ct);
        await DoAsync("officer", "ExportResults", new { series = Series, format = "JSON_LINES" }, ct);
        var id = (await DoAsync("officer", "ExportCentres", new { }, ct))["export"]!["id"]!.GetValue<string>();
        JsonNode? ready = null;
        for (var tries = 0; ready is null; tries++)
        {
            tries.Should().BeLessThan(600, "the export must become ready");
            ready = (await RunAsync("officer", "Export", new { id }, ct))["node"]!["file"];
            await Task.Delay(50, ct);
        }

        await DoAsync("officer", "CreateFileLink", new { file = ready["id"]!.GetValue<string>() }, ct);
    }

    private async Task EstimateAsync(CancellationToken ct)
    {
        var estimates = new[] { new { centre = Centre, series = Series, syllabus = "0580", count = 120 }, new { centre = Centre, series = Series, syllabus = "0610", count = 0 } };
        (await DoAsync("officer", "SetEstimatedEntries", new { estimates }, ct))["set"]!.GetValue<int>().Should().Be(2);
        (await RunAsync("board", "EstimatedEntries", new { series = Series }, ct))["estimatedEntries"]!["totalCount"]!.GetValue<int>().Should().Be(2);
    }

    // In a series whose exams are still to come.
    private async Task MoveAsync(CancellationToken ct)
    {
        var series = DemoBoard.AllSeries(service.Services.GetRequiredService<TimeProvider>().GetUtcNow())[^1];
        _people["neighbour"] = await service.SignedInAsync("officer.gb045");
        var rows = new[] { "0001", "0002" }.Select(number => new { centre = Centre, series, number, name = $"Moving: {(number == "0001" ? "Ada" : "Ben")}" }).ToArray();
        await DoAsync("officer", "UpsertCandidates", new { candidates = rows }, ct);
        foreach (var row in rows)
        {
            await DoAsync("officer", "EnterCandidate", new { centre = Centre, series, candidate = row.number, syllabus = "0580", option = "A" }, ct);
        }

        var first = new { transfer = new { candidate = new { centre = Centre, series, number = "0001" } } };
        var second = new { transfer = new { candidate = new { centre = Centre, series, number = "0002" } }, reason = "The forms name different people" };
        await DoAsync("officer", "AskForTransfer", new { candidate = new { number = first.transfer.candidate }, receivingCentre = DemoBoard.Neighbour }, ct);
        (await RunAsync("neighbour", "Transfers", new { series }, ct))["transfers"]!["totalCount"]!.GetValue<int>().Should().Be(1);
        await DoAsync("officer", "CancelTransfer", first, ct);
        await DoAsync("officer", "AskForTransfer", new { candidate = new { number = first.transfer.candidate }, receivingCentre = DemoBoard.Neighbour }, ct);
        await DoAsync("neighbour", "AcceptTransfer", first, ct);
        (await DoAsync("board", "ConfirmTransfer", first, ct))["transfer"]!["newCandidate"]!["number"]!.GetValue<string>().Should().Be("0001");
        await DoAsync("officer", "AskForTransfer", new { candidate = new { number = second.transfer.candidate }, receivingCentre = DemoBoard.Neighbour }, ct);
        await DoAsync("board", "RefuseTransfer", second, ct);
    }

    private async Task StatementsAsync(CancellationToken ct)
    {
        await DoAsync("officer", "PrintStatementsOfEntry", new { centre = Centre, series = Series, candidates = new[] { "0001", "0002" } }, ct);
        var printings = await RunAsync("officer", "StatementsOfEntry", new { series = Series, centre = Centre }, ct);
        printings["statementsOfEntry"]!["nodes"]!.AsArray().Should().ContainSingle();
    }

    private async Task ClientsAsync(CancellationToken ct)
    {
        var made = await DoAsync("board", "CreateApiClient", new { name = "School system", scopes = new[] { "entries:read" }, centres = new[] { Centre } }, ct);
        var clientId = made["apiClient"]!["clientId"]!.GetValue<string>();
        await DoAsync("board", "RotateClientSecret", new { clientId }, ct);
        await RunAsync("board", "ApiClients", null, ct);
        await DoAsync("board", "RevokeApiClient", new { clientId }, ct);
    }

    private async Task WebhooksAsync(CancellationToken ct)
    {
        var after = (await RunAsync("officer", "EventCursor", null, ct))["eventCursor"]!.GetValue<string>();
        var wish = new { url = "https://hooks.example/entries", types = new[] { "ENTRY_MADE" }, document = "subscription { onEvent { type entry { status } } }" };
        var id = (await DoAsync("officer", "CreateWebhook", wish, ct))["webhook"]!["id"]!.GetValue<string>();
        await DoAsync("officer", "ChangeWebhook", new { id, wish.url, wish.types, document = (string?)null }, ct);
        await DoAsync("officer", "PauseWebhook", new { id }, ct);
        await DoAsync("officer", "RotateWebhookSecret", new { id, overlapHours = 1 }, ct);
        var test = (await DoAsync("officer", "TestWebhook", new { id }, ct))["delivery"]!["id"]!.GetValue<string>();
        await DoAsync("officer", "ReplayDelivery", new { id = test }, ct);
        await DoAsync("officer", "ReplayEvents", new { id, after }, ct);
        await DoAsync("officer", "ResumeWebhook", new { id }, ct);
        await RunAsync("officer", "Webhooks", null, ct);
        await DoAsync("officer", "DeleteWebhook", new { id }, ct);
    }

    private async Task ConfirmAsync(CancellationToken ct)
    {
        var after = (await RunAsync("officer", "NewsCursor", null, ct))["newsCursor"]!.GetValue<long>();
        await AccessAsync("SetResultsAccess", new
        {
            centre = Centre,
            series = Series,
            status = "SELECTED",
            expectedVersion = 0,
            candidates = new[] { "0001", "0002", Late },
            queriesAccepted = true,
            contact = new { name = "Exams Office", telephone = "+1 305 555 0100", email = "office@example.org" },
        }, ct);
        await HearAsync("OnDocumentsProgressed", "officer", new { centre = Centre, series = Series, after }, ct);
        var ready = await HearAsync("OnDocumentsReady", "officer", new { centre = Centre, series = Series, after }, ct);
        var id = ready["documents"]!["pdf"]!["url"]!.GetValue<string>().Split('/')[^1];
        var link = await DoAsync("officer", "CreateDownloadLink", new { document = id }, ct);

        using var folder = new ScratchFolder();
        var pdf = Path.Combine(folder.Path, "sheets.pdf");
        await _people["nobody"].SaveAsync(link["url"]!.GetValue<string>(), pdf, ct);
        var sheet = (await Sheets.ReadAsync(pdf))[0];
        _people["candidate"] = Signed(await DoAsync("nobody", "CandidateSignIn", new { username = sheet.Username, password = sheet.Password }, ct));
        await RunAsync("candidate", "MyResults", null, ct);
    }

    private async Task ChangeAsync(CancellationToken ct)
    {
        var one = new { centre = Centre, series = Series, candidate = "0003" };
        await AccessAsync("SelectCandidate", new { one.centre, one.series, one.candidate, expectedVersion = _version }, ct);
        await AccessAsync("DeselectCandidate", new { one.centre, one.series, one.candidate, expectedVersion = _version }, ct);
        await AccessAsync("ChangeQueryContact", new { one.centre, one.series, contact = new { name = "Marisol Vega", telephone = "+1 305 555 0111" }, expectedVersion = _version }, ct);
        await AccessAsync("ChangeResultsDelay", new { one.centre, one.series, delayMinutes = 30, expectedVersion = _version }, ct);
        await AccessAsync("ReissuePassword", new { one.centre, one.series, candidate = "0002" }, ct);
        await DoAsync("officer", "LiftThrottle", new { one.centre, one.series, candidate = "0002" }, ct);
        await _people["officer"].ReadyAsync();
        await AccessAsync("ReprintDocuments", new { one.centre, one.series }, ct);
    }

    private async Task ReleaseAsync(CancellationToken ct)
    {
        var after = (await RunAsync("officer", "NewsCursor", null, ct))["newsCursor"]!.GetValue<long>();
        await DoAsync("board", "SetReleaseDate", new { series = Series, qualification = "IGCSE", audience = "CENTRE", now = true }, ct);
        var entries = new { series = Series, kind = "ENTRY", tier = "VERY_LATE", at = "2099-01-01T23:59:00Z" };
        await DoAsync("board", "SetDeadline", entries, ct);
        await DoAsync("board", "SetFee", new { series = Series, tier = "ON_TIME", amount = 99.5, currency = "GBP", syllabus = "0580" }, ct);
        await HearAsync("OnResultsReleased", "officer", new { series = Series, after }, ct);
        var results = await RunAsync("officer", "CentreResults", new { series = Series, centre = Centre }, ct);
        results["results"]!["totalCount"]!.GetValue<int>().Should().BePositive("results were released");
    }

    // Payloads of results access carry the version that the next change must have seen.
    private async Task AccessAsync(string operation, object input, CancellationToken ct) =>
        _version = (await DoAsync("officer", operation, input, ct))["resultsAccess"]!["version"]!.GetValue<int>();

    private async Task<JsonObject> DoAsync(string who, string operation, object input, CancellationToken ct)
    {
        object variables = Repository.Operation(operation).Contains("$key", StringComparison.Ordinal) ? new { input, key = $"tour-{Toured.Count}" } : new { input };
        var payload = (await RunAsync(who, operation, variables, ct)).Single().Value!.AsObject();
        payload["errors"]!.AsArray().Should().BeEmpty("{0} must not be refused", operation);
        return payload;
    }

    private async Task<JsonObject> RunAsync(string who, string operation, object? variables, CancellationToken ct)
    {
        Toured.Add(operation);
        var data = await _people[who].DataAsync(Repository.Operation(operation), variables, ct);
        foreach (var (field, value) in data)
        {
            value.Should().NotBeNull("{0} of {1} must find something", field, operation);
            _rootFields.Add(field);
        }

        return data;
    }

    private async Task<JsonObject> HearAsync(string operation, string who, object variables, CancellationToken ct, Func<Task>? meanwhile = null)
    {
        Toured.Add(operation);
        await using var listener = await Listener.StartAsync(service.Address, _people[who].Token!, Repository.Operation(operation), variables, ct);
        _rootFields.Add(char.ToLowerInvariant(operation[0]) + operation[1..]);
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        return await listener.NextAsync(TimeSpan.FromMinutes(1));
    }

    private ApiClient Signed(JsonObject payload) => new(service.Address, payload["session"]!["token"]!.GetValue<string>());

    private async Task<ApiClient> BoardAsync()
    {
        await People.AddAsync(service, "board", "BOARD");
        return await service.SignedInAsync("board");
    }
}
