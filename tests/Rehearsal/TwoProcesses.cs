using System.Diagnostics;
using System.Globalization;
using Exams.World;

namespace Exams.Rehearsal;

/// <summary>Two processes of the service on one PostgreSQL: what is done at one is heard, seen and fetched at the other. It throws
/// <see cref="RehearsalException"/> at the first broken promise.</summary>
/// <param name="home">Where both live: one database, one data folder, one key ring.</param>
/// <param name="log">Hears what happens.</param>
public sealed class TwoProcesses(ServiceHome home, TextWriter log)
{
    // Several seconds would mean that it was found by looking now and then, not by being told.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(20);
    private static readonly object Where = new { centre = DemoBoard.Centre, series = DemoBoard.Series };

    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>Does it all, for a board with so many candidates.</summary>
    /// <param name="candidates">Of the first centre.</param>
    /// <param name="kill">Whether the process that prints is killed, so that the other must take over when the lease has run out.</param>
    public async Task RunAsync(int candidates, bool kill)
    {
        var officers = await home.LoadAsync(new DemoBoard(candidates));
        using var one = await ServiceProcess.StartAsync(home);
        using var other = await ServiceProcess.StartAsync(home);
        using var nobody = new ApiClient(one.Address);
        var session = await nobody.DoAsync(Documents.SignIn, new { username = "officer.us123", password = officers["officer.us123"] });
        using var here = new ApiClient(one.Address, session.Text("session.token"));
        using var there = new ApiClient(other.Address, session.Text("session.token"));
        Check.Equal((await there.DataAsync(Documents.Viewer)).Text("viewer.kind"), "OFFICER", "who signed in at one process, at the other");

        await using var progress = await Listener.StartAsync(other.Address, there.Token!, Documents.OnProgress, Where, CancellationToken.None);
        await using var ready = await Listener.StartAsync(other.Address, there.Token!, Documents.OnReady, Where, CancellationToken.None);
        // A listener from "now on" counts from when the other process took it up, which its acknowledgement does not tell.
        await Task.Delay(500);
        var watch = Stopwatch.StartNew();
        var done = await here.DoAsync(Documents.SetAccess, new
        {
            centre = DemoBoard.Centre,
            series = DemoBoard.Series,
            status = "ALL",
            expectedVersion = 0,
            queriesAccepted = true,
            contact = new { name = "Exams Office", email = "exams@palmgrove.example" },
        });
        var answered = watch.ElapsedMilliseconds;
        Check.Equal(done.Number("issued"), candidates, "credentials minted");
        Check.Equal((await progress.NextAsync(AtOnce)).Number("total"), candidates, "the total that progress tells at the other process");
        Say($"confirmed at one process, answered after {answered} ms; heard at the other after {watch.ElapsedMilliseconds} ms");
        var survivor = there;
        if (kill)
        {
            survivor = await KillThePrinterAsync(one, other, here, there);
        }

        if (!kill || ReferenceEquals(survivor, there))
        {
            Check.Equal((await ready.NextAsync(TimeSpan.FromMinutes(3))).Number("done"), candidates, "pages of the printing that the other process announces");
            Say($"documents ready, heard at the other process after {watch.ElapsedMilliseconds} ms");
        }

        await FetchAsync(survivor, candidates);
        var address = ReferenceEquals(survivor, there) ? other.Address : one.Address;
        await using (var all = await Listener.StartAsync(
            address, survivor.Token!, Documents.OnReady, new { centre = DemoBoard.Centre, series = DemoBoard.Series, after = 0 }, CancellationToken.None))
        {
            await all.NextAsync(AtOnce);
            Check.That(await all.SilentAsync(TimeSpan.FromSeconds(2)), "the documents were announced more than once");
        }

        Say("announced once");
        if (!kill)
        {
            await one.StopAsync();
            await other.StopAsync();
        }
    }

    // Which of the two prints is not known from outside, but only that one uses its processor.
    private async Task<ApiClient> KillThePrinterAsync(ServiceProcess one, ServiceProcess other, ApiClient here, ApiClient there)
    {
        var (before, beside) = (one.ProcessorTime, other.ProcessorTime);
        await Task.Delay(400);
        var oneDoes = one.ProcessorTime - before > other.ProcessorTime - beside;
        await (oneDoes ? one : other).KillAsync();
        var survivor = oneDoes ? there : here;
        var newest = (await survivor.DataAsync(Documents.ReadAccess, Where)).At("resultsAccess.documents.nodes").AsArray()[0]!;
        Say($"killed the busier process at {newest.Text("state")}; the other goes on, when the lease of the dead has run out");
        return survivor;
    }

    private async Task FetchAsync(ApiClient officer, int candidates)
    {
        var newest = (await officer.DataAsync(Documents.ReadAccess, Where)).At("resultsAccess.documents.nodes").AsArray()[0]!;
        for (var watch = Stopwatch.StartNew(); newest.Text("state") != "READY" && watch.Elapsed < TimeSpan.FromMinutes(3); await Task.Delay(200))
        {
            newest = (await officer.DataAsync(Documents.ReadAccess, Where)).At("resultsAccess.documents.nodes").AsArray()[0]!;
        }

        Check.Equal(newest.Text("state"), "READY", "the state of the documents");
        var pdf = Path.Combine(home.Root, "sheets.pdf");
        await officer.SaveAsync(newest.Text("pdf.url"), pdf);
        Check.Equal(await Sheets.PageCountAsync(pdf), candidates, "pages of the PDF");
        Say($"fetched: {candidates} pages");
    }

    private void Say(string what) => log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_clock.Elapsed.TotalSeconds,6:0.0} s  {what}"));
}
