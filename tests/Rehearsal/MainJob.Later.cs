using System.Diagnostics;
using Exams.World;

namespace Exams.Rehearsal;

/// <summary>What comes after the first confirming.</summary>
public sealed partial class MainJob
{
    private async Task LateCandidateAsync(CancellationToken ct)
    {
        const string number = "9001";
        await _officer.DoAsync(Documents.Register, new { centre = DemoBoard.Centre, series = DemoBoard.Series, number, name = "Robin Late" }, ct);
        await _officer.DoAsync(Documents.Enter, new { centre = DemoBoard.Centre, series = DemoBoard.Series, candidate = number, syllabus = "0580", option = "A" }, ct);
        Equal((await _officer.DataAsync(Documents.ReadAccess, Where, ct)).Number("resultsAccess.waitingCount"), 1, "candidates waiting for the next confirming");
        var done = await _officer.DoAsync(Documents.SetAccess, Input("ALL"), ct);
        _version = done.Number("resultsAccess.version");
        Equal(done.Number("issued"), 1, "credentials minted for the late candidate");
        _candidates++;
        await WaitAndCompareAsync("late candidate joined", ct);
        Equal(_sheets.Count, _candidates, "sheets with the late candidate");
    }

    private async Task SuspendAsync(CancellationToken ct)
    {
        var all = _sheets.Keys.Order(StringComparer.Ordinal).ToArray();
        var sheet = _sheets[all[2]];
        using var open = await EnterAsync(sheet, ct);
        await using var socket = await Listener.StartAsync(cast.Address, open.Token!, Documents.OnReleased, new { series = DemoBoard.Series }, ct);

        var done = await _officer.DoAsync(Documents.SetAccess, Input("SELECTED", candidates: [.. all.Where(one => one != sheet.Candidate)]), ct);
        _version = done.Number("resultsAccess.version");
        Equal(done.Number("suspended"), 1, "candidates suspended");
        Equal((await open.DataAsync(Documents.Viewer, null, ct)).Text("viewer.kind"), "ANONYMOUS", "the open session of a deselected candidate");
        Equal(await TurnedAwayAsync(sheet, ct), "SIGN_IN_REFUSED", "signing in when deselected");
        Promise(await socket.ClosedAsync(TimeSpan.FromSeconds(5)) is not null, "the open socket of a deselected candidate stayed open");

        var stale = await _officer.RefusalAsync(
            Documents.Select, new { centre = DemoBoard.Centre, series = DemoBoard.Series, candidate = sheet.Candidate, expectedVersion = _version - 1 }, ct);
        Equal(stale, "VERSION_STALE", "selecting with a version that was overtaken");
        done = await _officer.DoAsync(
            Documents.Select, new { centre = DemoBoard.Centre, series = DemoBoard.Series, candidate = sheet.Candidate, expectedVersion = _version }, ct);
        _version = done.Number("resultsAccess.version");
        Equal(done.Number("restored"), 1, "candidates restored");
        (await EnterAsync(sheet, ct)).Dispose();
        Say($"candidate {sheet.Candidate} deselected: session, socket and sign-in ended at once; selected again: the same sheet works");

        done = await _officer.DoAsync(Documents.SetAccess, Input("ALL"), ct);
        _version = done.Number("resultsAccess.version");
    }

    private async Task ContactAsync(CancellationToken ct)
    {
        await FetchAsync("before-contact", ct);
        var contact = new { name = "Marisol Vega", email = "vega@palmgrove.example" };
        var done = await _officer.DoAsync(
            Documents.ChangeContact, new { centre = DemoBoard.Centre, series = DemoBoard.Series, contact, expectedVersion = _version }, ct);
        _version = done.Number("resultsAccess.version");
        var stale = (await _officer.DataAsync(Documents.ReadAccess, Where, ct)).At("resultsAccess.documents.nodes").AsArray()[0]!.At("stale").ToJsonString();
        Promise(stale.Contains("CONTACT_CHANGED", StringComparison.Ordinal), $"documents do not say that the contact changed: {stale}");
        await _officer.DoAsync(Documents.Reprint, Where, ct);
        await WaitAndCompareAsync("reprinted for the new contact", ct);
        Promise(_sheets.Values.All(sheet => sheet.Text.Contains("Marisol Vega", StringComparison.Ordinal)), "a reprinted sheet names the old contact");
    }

    private async Task ReissueAsync(CancellationToken ct)
    {
        var old = _sheets.Values.ElementAt(4);
        using var open = await EnterAsync(old, ct);
        await _officer.DoAsync(Documents.Reissue, new { centre = DemoBoard.Centre, series = DemoBoard.Series, candidate = old.Candidate }, ct);
        Equal((await open.DataAsync(Documents.Viewer, null, ct)).Text("viewer.kind"), "ANONYMOUS", "the session of the old password");
        Equal(await TurnedAwayAsync(old, ct), "SIGN_IN_REFUSED", "signing in with the old password");
        var renewed = (await FetchAsync("reissued", ct))[old.Candidate];
        Promise(renewed.Password != old.Password, "the reissued password is the old one");
        (await EnterAsync(renewed, ct)).Dispose();
        _sheets[old.Candidate] = renewed;
        Say($"password of {old.Candidate} reissued: the old sheet is void, the new one works");
    }

    private async Task ThrottleAsync(CancellationToken ct)
    {
        var sheet = _sheets.Values.ElementAt(6);
        var wrong = sheet with { Password = "AAAA-AAAA-AAAA-AAAA" };
        for (var i = 0; i < 30; i++)
        {
            Equal(await TurnedAwayAsync(wrong, ct), "SIGN_IN_REFUSED", "a wrong password");
        }

        Equal(await TurnedAwayAsync(sheet, ct), "SIGN_IN_REFUSED", "the right password when throttled");
        await _officer.DoAsync(Documents.Lift, new { centre = DemoBoard.Centre, series = DemoBoard.Series, candidate = sheet.Candidate }, ct);
        (await EnterAsync(sheet, ct)).Dispose();
        Say($"candidate {sheet.Candidate} mistyped thirty times and was throttled; the officer lifted it");
    }

    private async Task ReleaseAsync(CancellationToken ct)
    {
        var sheet = _sheets.Values.First();
        using var candidate = await EnterAsync(sheet, ct);
        var entered = (await candidate.DataAsync(Documents.MyResults, null, ct)).At("myResults.qualifications").AsArray();
        Promise(entered.Count >= 2, "the first candidate is entered for one qualification only");
        var code = entered[0]!.Text("qualification.code");
        await using var released = await Listener.StartAsync(cast.Address, candidate.Token!, Documents.OnReleased, new { series = DemoBoard.Series }, ct);

        var at = DateTimeOffset.Parse(
            (await _board.DoAsync(Documents.SetRelease, new { series = DemoBoard.Series, qualification = code, audience = "CENTRE", now = true }, ct)).Text("releaseDate.at"),
            System.Globalization.CultureInfo.InvariantCulture).AddSeconds(4);
        await _board.DoAsync(Documents.SetRelease, new { series = DemoBoard.Series, qualification = code, audience = "CANDIDATE", at = at.ToString("O") }, ct);
        Promise((await _officer.DataAsync(Documents.CentreResults, new { series = DemoBoard.Series }, ct)).Number("results.totalCount") > 0, "the centre sees nothing after its release");

        var early = 0;
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(50, ct))
        {
            var mine = (await candidate.DataAsync(Documents.MyResults, null, ct)).At("myResults.qualifications").AsArray();
            Promise(mine.Skip(1).All(one => one!.Text("release") == "NOT_YET_RELEASED" && one!.At("results").AsArray().Count == 0), "an unreleased qualification shows results");
            if (mine[0]!.Text("release") == "RELEASED")
            {
                Promise(mine[0]!.At("results").AsArray().Count > 0 && mine[0]!.At("results").AsArray().All(one => one!["grade"] is not null), "a released qualification shows no grades");
                break;
            }

            Promise(mine[0]!.At("results").AsArray().Count == 0, "results before their release");
            Promise(watch.Elapsed < _patience, "the release never came");
            early++;
        }

        var news = await released.NextAsync(_patience);
        Equal(news.Text("qualification"), code, "the qualification that was announced");
        Say($"{code} released: candidate {sheet.Candidate} looked {early} times too early and saw nothing, then the grades; the others stay hidden");
    }

    private async Task CloseAsync(CancellationToken ct)
    {
        using var open = await EnterAsync(_sheets.Values.First(), ct);
        var done = await _officer.DoAsync(Documents.SetAccess, new { centre = DemoBoard.Centre, series = DemoBoard.Series, status = "NONE", expectedVersion = _version }, ct);
        Equal(done.Number("suspended"), _candidates, "candidates suspended by NONE");
        Equal((await open.DataAsync(Documents.Viewer, null, ct)).Text("viewer.kind"), "ANONYMOUS", "an open session after NONE");
        Equal(await TurnedAwayAsync(_sheets.Values.First(), ct), "SIGN_IN_REFUSED", "signing in after NONE");
        Say($"NONE: {_candidates} candidates lost access at once");
    }
}
