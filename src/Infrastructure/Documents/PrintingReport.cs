using Exams.Domain.Vocabulary;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Exams.Infrastructure.Documents;

/// <summary>Says at start what this machine cannot print, and later prints one sheet to nowhere, so that the first centre does not wait
/// for templates, fonts and code to be made ready. The service waits for neither.</summary>
/// <param name="check">Finds out.</param>
/// <param name="printer">Is made ready.</param>
/// <param name="log">Where it says so.</param>
internal sealed class PrintingReport(PrintingCheck check, SheetPrinter printer, ILogger<PrintingReport> log) : BackgroundService
{
    // The first seconds belong to the first callers.
    private static readonly TimeSpan QuietStart = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Reading the fonts for the first time takes longer than the whole start should.
        await Task.Yield();
        foreach (var missing in check.Health.Missing)
            log.LogWarning("Printing: {Missing} Sheets that need it wait.", missing);
        try
        {
            await Task.Delay(QuietStart, stoppingToken);
            if (check.Health.Missing.Count == 0)
                await printer.PrintAsync(new PrintRun("", DateTimeOffset.UnixEpoch, Samples()), Stream.Null, Stream.Null, null, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The service stops already.
        }
#pragma warning disable CA1031 // whatever keeps a sample from being printed, the service serves; a real job will say it again
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogWarning(failure, "Printing: a sample could not be printed.");
        }
    }

    /// <summary>A sheet for each script that can be named.</summary>
    internal static async IAsyncEnumerable<Sheet> Samples()
    {
        await Task.CompletedTask;
        foreach (var (script, index) in NameScript.All.Select((script, index) => (script, index)))
        {
            yield return new Sheet
            {
                CentreNumber = "",
                CentreName = "",
                Series = "",
                CandidateNumber = $"{index:0000}",
                CandidateName = script.Sample,
                Username = "",
                Password = new Secret(""),
                Issue = 1,
                Releases = [new SheetRelease([""], "", "")],
                SignInAddress = "",
                Contact = new SheetContact("-", null, null),
                Wording = Wording.EnGb,
            };
        }
    }
}
