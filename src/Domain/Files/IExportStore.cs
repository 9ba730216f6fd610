using Exams.Domain.Audit;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Files;

/// <summary>What exports need of the world. Not gated: the verbs ask the caller's rights themselves.</summary>
public interface IExportStore
{
    /// <summary>Keeps an order with the job that does it.</summary>
    /// <param name="export">The order.</param>
    /// <param name="audit">Who gave it.</param>
    /// <param name="limits">How many of one caller may be under way.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The order as given, numbered; or that a centre or the series does not exist, or that there are too many.</returns>
    Task<Outcome<Export>> OrderAsync(Export export, AuditRecord audit, ExportLimits limits, CancellationToken ct);

    /// <summary>Finds an export by the opaque name of its file.</summary>
    /// <param name="name">The name, as a stranger typed it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The export; null when there is none.</returns>
    Task<Export?> FindAsync(string name, CancellationToken ct);

    /// <summary>Keeps a link to a file, or the record that it was fetched.</summary>
    /// <param name="link">The link; null for none.</param>
    /// <param name="audit">The record; null for none.</param>
    /// <param name="ct">Cancels.</param>
    Task KeepAsync(DownloadLink? link, AuditRecord? audit, CancellationToken ct);
}
