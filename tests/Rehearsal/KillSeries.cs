using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Exams.World;

namespace Exams.Rehearsal;

/// <summary>Kills the service again and again while it prints, and looks at what comes of it: every printing complete, once, with the
/// passwords first minted, and nothing left over. It throws <see cref="RehearsalException"/> at the first broken promise.</summary>
/// <param name="home">Where the service lives; fresh.</param>
/// <param name="kills">How many times it is killed between the confirming and the documents being ready.</param>
/// <param name="seed">Chooses the moments.</param>
/// <param name="log">Hears what happens.</param>
public sealed class KillSeries(ServiceHome home, int kills, int seed, TextWriter log) : IDisposable
{
    private const int MostTries = 10;
    private static readonly object Where = new { centre = DemoBoard.Centre, series = DemoBoard.Series };
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Random _random = new(seed);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly string _papers = Path.Combine(home.Root, "papers");
    private Dictionary<string, PrintedSheet> _first = [];
    private ServiceProcess _service = null!;
    private ApiClient _officer = null!;
    private int _candidates;
    private int _printings;

    public void Dispose()
    {
        _officer?.Dispose();
        _service?.Dispose();
    }

    /// <summary>Does it all, for a board with so many candidates.</summary>
    public async Task RunAsync(int candidates)
    {
        Say($"{kills} kills, {candidates} candidates, seed {seed}");
        _candidates = candidates;
        Directory.CreateDirectory(_papers);
        var officers = await home.LoadAsync(new DemoBoard(candidates));
        _service = await ServiceProcess.StartAsync(home);
        using (var nobody = new ApiClient(_service.Address))
        {
            var session = await nobody.DoAsync(Documents.SignIn, new { username = "officer.us123", password = officers["officer.us123"] });
            _officer = new ApiClient(_service.Address, session.Text("session.token"));
        }

        await KillWhileConfirmingAsync();
        var struck = 0;
        for (var inThisPrinting = 0; struck < kills;)
        {
            // What counts is how far it was when it was struck: a quick machine has printed the rest before it can be asked again.
            var moment = await ReachAsync();
            var isPrinting = (await NewestAsync()).Text("state") != "READY";
            await RestartAsync();
            var found = await NewestAsync();
            if (isPrinting)
            {
                struck++;
                inThisPrinting++;
                Say($"kill {struck}: {moment}; found again {found.Text("state")}, {found.Number("done")} of {found.Number("total")}");
            }
            else
            {
                Say($"killed {moment}, but the documents were ready already; that one does not count");
                inThisPrinting = MostTries;
            }

            // Some printings are struck once, some several times.
            if (struck == kills || _random.Next(3) < inThisPrinting)
            {
                await CheckPrintingAsync();
                inThisPrinting = 0;
                if (struck < kills)
                {
                    await _officer.DoAsync(Documents.Reprint, Where);
                }
            }
        }

        if (_printings == 1)
        {
            await _officer.DoAsync(Documents.Reprint, Where);
            await CheckPrintingAsync();
        }

        await SignInAsync();
        await _service.StopAsync();
        await ClearTextScan.RunAsync(_papers, [home.Data, home.Log], log);
        Say($"{kills} kills, {_printings} printings: each complete and announced once, no password changed, nothing left over");
    }

    // The confirming itself: either all of it happened or nothing did.
    private async Task KillWhileConfirmingAsync()
    {
        var confirming = _officer.AskAsync(Documents.SetAccess, new { input = Confirm(0) });
        await Task.Delay(_random.Next(250));
        await RestartAsync();
        try
        {
            await confirming;
        }
        catch (HttpRequestException)
        {
            // Cut off in the middle, as it was meant to be.
        }

        var access = (await _officer.DataAsync(Documents.ReadAccess, Where)).At("resultsAccess");
        var seen = $"{access.Text("status")}, version {access.Text("version")}, {access.Text("activeCount")} with access, "
            + $"{access.At("documents.nodes").AsArray().Count} printings";
        Say($"killed while confirming; found again {seen}");
        if (seen == "NONE, version 0, 0 with access, 0 printings")
        {
            var done = await _officer.DoAsync(Documents.SetAccess, Confirm(0));
            Check.Equal(done.Number("issued"), _candidates, "credentials minted");
        }
        else
        {
            Check.Equal(seen, $"ALL, version 1, {_candidates} with access, 1 printings", "the confirming that was cut off");
        }
    }

    private static object Confirm(int version) => new
    {
        centre = DemoBoard.Centre,
        series = DemoBoard.Series,
        status = "ALL",
        expectedVersion = version,
        queriesAccepted = true,
        contact = new { name = "Exams Office", email = "exams@palmgrove.example" },
    };

    // Waits for a moment of the printing: by the clock from its beginning, by the pages printed, or by what lies in the folder at its end.
    private async Task<string> ReachAsync()
    {
        switch (_random.Next(5))
        {
            case 0:
                var wait = _random.Next(400);
                await Task.Delay(wait);
                return string.Create(CultureInfo.InvariantCulture, $"{wait} ms after the order or the start");
            case 1:
                var sealedBefore = Sealed().Count;
                for (var watch = Stopwatch.StartNew(); Sealed().Count <= sealedBefore && watch.Elapsed < Patience;)
                {
                    Thread.Sleep(0);
                }

                await Task.Delay(_random.Next(3));
                return "when a finished file lay in the folder";
            default:
                var share = _random.NextDouble();
                for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(5))
                {
                    var newest = await NewestAsync();
                    if (newest.Text("state") == "READY" || (newest.Text("state") == "PRINTING" && newest.Number("done") >= share * newest.Number("total")))
                    {
                        break;
                    }
                }

                await Task.Delay(_random.Next(200));
                return string.Create(CultureInfo.InvariantCulture, $"after {share:P0} of the pages");
        }
    }

    private async Task RestartAsync()
    {
        await _service.KillAsync();
        _service.Dispose();
        _service = await ServiceProcess.StartAsync(home);
        var token = _officer.Token;
        _officer.Dispose();
        _officer = new ApiClient(_service.Address, token);
    }

    private async Task CheckPrintingAsync()
    {
        JsonNode newest;
        for (var watch = Stopwatch.StartNew(); (newest = await NewestAsync()).Text("state") != "READY"; await Task.Delay(50))
        {
            Check.That(newest.Text("state") is "PENDING" or "PRINTING", $"the documents are {newest.ToJsonString()}");
            Check.That(watch.Elapsed < Patience, $"the documents stay {newest.ToJsonString()}");
        }

        _printings++;
        var pdf = Path.Combine(_papers, $"{_printings}.pdf");
        var zip = Path.Combine(_papers, $"{_printings}.zip");
        await _officer.SaveAsync(newest.Text("pdf.url"), pdf);
        await _officer.SaveAsync(newest.Text("zip.url"), zip);
        var sheets = (await Sheets.ReadAsync(pdf)).ToDictionary(sheet => sheet.Candidate);
        Check.Equal(await Sheets.PageCountAsync(pdf), _candidates, "pages of the PDF");
        Check.Equal(sheets.Count, _candidates, "candidates in the PDF");
        Check.Equal(
            string.Join(' ', Sheets.Entries(zip).Select(one => one[^8..^4])), string.Join(' ', sheets.Keys.Order(StringComparer.Ordinal)), "candidates in the ZIP");
        await CheckPagesAsync(zip, sheets);
        foreach (var (number, old) in _first)
        {
            Check.That(sheets[number].Username == old.Username && sheets[number].Password == old.Password, $"the credentials of {number} changed");
        }

        _first = sheets;
        await CheckNewsAsync();
        await CheckFolderAsync(newest);
        Say($"printing {_printings}: {sheets.Count} pages, the same candidates in the ZIP{(_printings == 1 ? "" : ", no password changed")}, announced once, two files in the folder");
    }

    private async Task CheckPagesAsync(string zip, Dictionary<string, PrintedSheet> sheets)
    {
        using var archive = System.IO.Compression.ZipFile.OpenRead(zip);
        for (var i = 0; i < 5; i++)
        {
            var entry = archive.Entries[_random.Next(archive.Entries.Count)];
            var file = Path.Combine(_papers, "page.pdf");
            await using (var page = await entry.OpenAsync())
            await using (var copy = File.Create(file))
            {
                await page.CopyToAsync(copy);
            }

            var sheet = (await Sheets.ReadAsync(file)).Single();
            Check.That(sheets[sheet.Candidate].Password == sheet.Password && entry.FullName.Contains(sheet.Candidate, StringComparison.Ordinal),
                $"{entry.FullName} in the ZIP and its page in the PDF differ");
            File.Delete(file);
        }
    }

    // Every printing that ended was announced, and none twice: all news from the very first.
    private async Task CheckNewsAsync()
    {
        await using var ready = await Listener.StartAsync(
            _service.Address, _officer.Token!, Documents.OnReady, new { centre = DemoBoard.Centre, series = DemoBoard.Series, after = 0 }, CancellationToken.None);
        for (var i = 0; i < _printings; i++)
        {
            Check.Equal((await ready.NextAsync(TimeSpan.FromSeconds(20))).Number("done"), _candidates, "pages of an announced printing");
        }

        Check.That(await ready.SilentAsync(TimeSpan.FromSeconds(1)), $"more than {_printings} announcements for {_printings} printings");
    }

    private async Task CheckFolderAsync(JsonNode newest)
    {
        var expected = string.Join(' ', new[] { newest.Text("pdf.url"), newest.Text("zip.url") }.Select(url => url.Split('/')[^1] + ".sealed").Order(StringComparer.Ordinal));
        var found = "";
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(10); await Task.Delay(100))
        {
            found = string.Join(' ', Directory.EnumerateFiles(home.Documents).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            if (found == expected)
            {
                return;
            }
        }

        Check.Equal(found, expected, "files in the documents folder");
    }

    private async Task SignInAsync()
    {
        using var nobody = new ApiClient(_service.Address);
        var some = _first.Values.Where((_, at) => at % Math.Max(1, _candidates / 100) == 0).ToList();
        foreach (var sheet in some)
        {
            var session = await nobody.DoAsync(Documents.CandidateSignIn, new { username = sheet.Username, password = sheet.Password });
            Check.Equal(session.Text("session.viewer.candidate.number"), sheet.Candidate, "who signed in");
        }

        Say($"{some.Count} candidates signed in with what was printed");
    }

    private async Task<JsonNode> NewestAsync() => (await _officer.DataAsync(Documents.ReadAccess, Where)).At("resultsAccess.documents.nodes").AsArray()[0]!;

    private List<string> Sealed() => Directory.Exists(home.Documents) ? [.. Directory.EnumerateFiles(home.Documents, "*.sealed")] : [];

    private void Say(string what) => log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_clock.Elapsed.TotalSeconds,6:0.0} s  {what}"));
}
