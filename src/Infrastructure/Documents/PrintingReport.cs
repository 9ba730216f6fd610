using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Exams.Infrastructure.Documents;

/// <summary>Says at start what this machine cannot print. The service does not wait for it.</summary>
/// <param name="check">Finds out.</param>
/// <param name="log">Where it says so.</param>
internal sealed class PrintingReport(PrintingCheck check, ILogger<PrintingReport> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Reading the fonts for the first time takes longer than the whole start should.
        await Task.Yield();
        foreach (var missing in check.Health.Missing)
            log.LogWarning("Printing: {Missing} Sheets that need it wait.", missing);
    }
}
