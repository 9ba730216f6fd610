using System.Diagnostics;
using System.Text.Json.Nodes;
using Exams.World;

namespace Exams.Rehearsal;

/// <summary>Who takes part, and where papers are put.</summary>
public sealed record Cast(Uri Address, string BoardUsername, string BoardPassword, string OfficerUsername, string OfficerPassword, string Folder);

/// <summary>The service's main job, end to end, through its public API alone: a centre gives its candidates access to their results.
/// It throws <see cref="RehearsalException"/> at the first broken promise.</summary>
/// <param name="cast">Who takes part.</param>
/// <param name="log">Where it says what it sees.</param>
/// <param name="patience">How long it waits for anything that must come; a minute when left out.</param>
public sealed partial class MainJob(Cast cast, TextWriter log, TimeSpan? patience = null) : IDisposable
{
    private static readonly object Where = new { centre = DemoBoard.Centre, series = DemoBoard.Series };

    private readonly TimeSpan _patience = patience ?? TimeSpan.FromMinutes(1);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private ApiClient _board = null!;
    private ApiClient _officer = null!;
    private Dictionary<string, PrintedSheet> _sheets = [];
    private int _version;
    private int _candidates;

    public async Task RunAsync(CancellationToken ct)
    {
        Promise(Sheets.CanRead, "poppler-utils (pdfinfo, pdftotext) is needed to read the sheets; please install it");
        Directory.CreateDirectory(cast.Folder);
        await SignInAsync(ct);
        await RefusalsAsync(ct);
        await ConfirmAsync(ct);
        await BeforeReleaseAsync(ct);
        await LateCandidateAsync(ct);
        await SuspendAsync(ct);
        await ContactAsync(ct);
        await ReissueAsync(ct);
        await ThrottleAsync(ct);
        await ReleaseAsync(ct);
        await CloseAsync(ct);
        Say("the main job is done, every promise kept");
    }

    public void Dispose()
    {
        _board?.Dispose();
        _officer?.Dispose();
    }

    private async Task SignInAsync(CancellationToken ct)
    {
        using var nobody = new ApiClient(cast.Address);
        _board = new ApiClient(cast.Address, await TokenAsync(nobody, cast.BoardUsername, cast.BoardPassword, ct));
        _officer = new ApiClient(cast.Address, await TokenAsync(nobody, cast.OfficerUsername, cast.OfficerPassword, ct));
        Say($"signed in: {cast.BoardUsername} (board), {cast.OfficerUsername} (officer of {DemoBoard.Centre})");

        var access = (await _officer.DataAsync(Documents.ReadAccess, Where, ct)).At("resultsAccess");
        Equal(access.Text("status"), "NONE", "the first look at the setting");
        Say($"{DemoBoard.Centre}, June 2026: no candidates have access yet");
    }

    private async Task RefusalsAsync(CancellationToken ct)
    {
        Equal(await _officer.RefusalAsync(Documents.SetAccess, Input("ALL", accepted: false), ct), "QUERIES_NOT_ACCEPTED", "the box not ticked");
        var unreachable = new { centre = DemoBoard.Centre, series = DemoBoard.Series, status = "ALL", expectedVersion = 0, queriesAccepted = true, contact = new { name = "Exams Office" } };
        Equal(await _officer.RefusalAsync(Documents.SetAccess, unreachable, ct), "QUERY_CONTACT_INCOMPLETE", "a contact without telephone and email");
        Equal(await _officer.RefusalAsync(Documents.SetAccess, Input("SELECTED", candidates: []), ct), "NOBODY_SELECTED", "SELECTED with nobody");
        Equal(await _officer.RefusalAsync(Documents.SetAccess, Input("ALL", centre: DemoBoard.Neighbour), ct), "CENTRE_NOT_FOUND", "another centre");
        var access = (await _officer.DataAsync(Documents.ReadAccess, Where, ct)).At("resultsAccess");
        Equal(access.Text("status") + access.Text("version"), "NONE0", "the setting after refusals");
        Say("refused as promised: box not ticked, contact out of reach, nobody selected, another's centre");
    }

    private async Task ConfirmAsync(CancellationToken ct)
    {
        // Listening begins at a place in the news, so it does not matter how long a socket takes to open.
        var start = (await _officer.DataAsync(Documents.Cursor, null, ct))["newsCursor"]!.GetValue<long>();
        var from = new { centre = DemoBoard.Centre, series = DemoBoard.Series, after = start };
        await using var progress = await Listener.StartAsync(cast.Address, _officer.Token!, Documents.OnProgress, from, ct);
        await using var ready = await Listener.StartAsync(cast.Address, _officer.Token!, Documents.OnReady, from, ct);

        var watch = Stopwatch.StartNew();
        var done = await _officer.DoAsync(Documents.SetAccess, Input("ALL"), ct);
        var answered = watch.ElapsedMilliseconds;
        _version = done.Number("resultsAccess.version");
        _candidates = done.Number("issued");
        Promise(_candidates >= 1, "nobody got credentials");

        var steps = 0;
        for (var last = -1; ;)
        {
            var news = await NextAsync(progress, ct);
            Promise(news.Number("done") >= last, "progress went backwards");
            last = news.Number("done");
            Equal(news.Number("total"), _candidates, "the total that progress tells");
            steps++;
            if (news["documents"]?.Text("state") == "READY")
            {
                break;
            }
        }

        var end = await NextAsync(ready, ct);
        Say($"{_candidates} credentials minted, answered after {answered} ms, {steps} steps of progress, documents ready after {watch.ElapsedMilliseconds} ms");

        await using var late = await Listener.StartAsync(cast.Address, _officer.Token!, Documents.OnReady, from, ct);
        Equal((await late.NextAsync(_patience))["cursor"]!.GetValue<long>(), end["cursor"]!.GetValue<long>(), "the event for a listener who was away");

        _sheets = await FetchAsync("confirmed", ct);
        Equal(_sheets.Count, _candidates, "sheets");
        Equal(_sheets.Values.Select(sheet => sheet.Username).Distinct().Count(), _candidates, "different usernames");
        Equal(_sheets.Values.Select(sheet => sheet.Password).Distinct().Count(), _candidates, "different passwords");
        foreach (var sheet in _sheets.Values)
        {
            Promise(sheet.Text.Contains("Exams Office", StringComparison.Ordinal) && sheet.Text.Contains("exams@palmgrove.example", StringComparison.Ordinal),
                $"the sheet of {sheet.Candidate} does not name the contact");
            Promise(sheet.Text.Contains("New York", StringComparison.Ordinal) || sheet.Text.Contains("Eastern", StringComparison.Ordinal) || sheet.Text.Contains("UTC", StringComparison.Ordinal),
                $"the sheet of {sheet.Candidate} does not name its time zone");
        }

        Equal((await _officer.DoAsync(Documents.SetAccess, Input("ALL"), ct)).Number("issued"), 0, "credentials minted by confirming twice");
        _version++;
        await WaitAndCompareAsync("confirmed twice", ct);
    }

    private async Task BeforeReleaseAsync(CancellationToken ct)
    {
        using var candidate = await EnterAsync(_sheets.Values.First(), ct);
        var mine = (await candidate.DataAsync(Documents.MyResults, null, ct)).At("myResults");
        Promise(mine.At("qualifications").AsArray().All(one => one!.Text("release") == "NOT_YET_RELEASED" && one!.At("results").AsArray().Count == 0),
            $"a candidate sees results before the release: {mine.ToJsonString()}");
        Equal((await _officer.DataAsync(Documents.CentreResults, new { series = DemoBoard.Series }, ct)).Number("results.totalCount"), 0, "results an officer sees before the release");
        Say($"candidate {_sheets.Values.First().Candidate} signed in: not yet released, and nothing else");
    }

    private object Input(
        string status, bool accepted = true, string[]? candidates = null, string? centre = null, string email = "exams@palmgrove.example") => new
        {
            centre = centre ?? DemoBoard.Centre,
            series = DemoBoard.Series,
            status,
            expectedVersion = _version,
            candidates,
            queriesAccepted = accepted,
            contact = new { name = "Exams Office", telephone = "+1 305 555 0100", email },
        };

    private static async Task<string> TokenAsync(ApiClient nobody, string username, string password, CancellationToken ct) =>
        (await nobody.DoAsync(Documents.SignIn, new { username, password }, ct)).Text("session.token");

    private async Task<ApiClient> EnterAsync(PrintedSheet sheet, CancellationToken ct)
    {
        using var nobody = new ApiClient(cast.Address);
        var session = await nobody.DoAsync(Documents.CandidateSignIn, new { username = sheet.Username, password = sheet.Password }, ct);
        Equal(session.Text("session.viewer.candidate.number"), sheet.Candidate, "who signed in");
        return new ApiClient(cast.Address, session.Text("session.token"));
    }

    private async Task<string> TurnedAwayAsync(PrintedSheet sheet, CancellationToken ct)
    {
        using var nobody = new ApiClient(cast.Address);
        return await nobody.RefusalAsync(Documents.CandidateSignIn, new { username = sheet.Username, password = sheet.Password }, ct);
    }

    /// <summary>Waits until the newest documents are ready, downloads both, and reads every page.</summary>
    private async Task<Dictionary<string, PrintedSheet>> FetchAsync(string name, CancellationToken ct)
    {
        JsonNode newest;
        for (var watch = Stopwatch.StartNew(); ;)
        {
            newest = (await _officer.DataAsync(Documents.ReadAccess, Where, ct)).At("resultsAccess.documents.nodes").AsArray()[0]!;
            if (newest.Text("state") == "READY")
            {
                break;
            }

            Promise(newest.Text("state") is not ("WAITING" or "FAILED"), $"the documents are not printed: {newest["stateReason"]}");
            Promise(watch.Elapsed < _patience, $"the documents stay {newest.ToJsonString()}");
            await Task.Delay(100, ct);
        }

        var pdf = Path.Combine(cast.Folder, $"{name}.pdf");
        var zip = Path.Combine(cast.Folder, $"{name}.zip");
        await _officer.SaveAsync(newest.Text("pdf.url"), pdf, ct);
        await _officer.SaveAsync(newest.Text("zip.url"), zip, ct);
        using (var range = await _officer.GetAsync(newest.Text("pdf.url"), new System.Net.Http.Headers.RangeHeaderValue(0, 3), ct))
        {
            Equal((int)range.StatusCode, 206, "the status of a range");
            Equal(await range.Content.ReadAsStringAsync(ct), "%PDF", "the first four bytes of the PDF");
        }

        var sheets = (await Sheets.ReadAsync(pdf)).ToDictionary(sheet => sheet.Candidate);
        Equal(await Sheets.PageCountAsync(pdf), newest.Number("total"), "pages of the PDF");
        Equal(sheets.Count, newest.Number("total"), "pages that name different candidates");
        Equal(string.Join(' ', Sheets.Entries(zip).Select(one => one[^8..^4])), string.Join(' ', sheets.Keys.Order(StringComparer.Ordinal)), "candidates in the ZIP");
        return sheets;
    }

    /// <summary>Reads the newest sheets and checks that nobody's credentials changed.</summary>
    private async Task WaitAndCompareAsync(string name, CancellationToken ct)
    {
        var sheets = await FetchAsync(name.Replace(' ', '-'), ct);
        foreach (var (number, old) in _sheets)
        {
            if (sheets.TryGetValue(number, out var now))
            {
                Promise(now.Username == old.Username && now.Password == old.Password, $"the credentials of {number} changed: {name}");
            }
        }

        foreach (var (number, sheet) in sheets)
        {
            _sheets[number] = sheet;
        }

        Say($"{name}: {sheets.Count} sheets, no password changed");
    }

    // While events are awaited, a printer that lacks something must not look like a lost event.
    private async Task<JsonObject> NextAsync(Listener listener, CancellationToken ct)
    {
        try
        {
            return await listener.NextAsync(_patience);
        }
        catch (RehearsalException silence)
        {
            var newest = (await _officer.DataAsync(Documents.ReadAccess, Where, ct)).At("resultsAccess.documents.nodes").AsArray()[0]!;
            throw new RehearsalException($"{silence.Message} The documents are {newest.Text("state")}: {newest["stateReason"]}");
        }
    }

    private static void Promise(bool kept, string broken)
    {
        if (!kept)
        {
            throw new RehearsalException(broken);
        }
    }

    private static void Equal<T>(T found, T expected, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(found, expected))
        {
            throw new RehearsalException($"{what}: expected {expected}, found {found}");
        }
    }

    private void Say(string what) => log.WriteLine($"{_clock.Elapsed.TotalSeconds,6:0.0} s  {what}");
}
