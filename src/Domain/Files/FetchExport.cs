using Exams.Domain.Audit;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Files;

/// <summary>Whoever ordered an export fetches its file, by session or by link, as long as all that is in it may still be read. Every fetch is recorded.</summary>
public sealed class FetchExport(IExportStore store, IDocumentStore links, ISessionTokens tokens, TimeProvider clock)
{
    /// <summary>Lets somebody fetch who is signed in.</summary>
    /// <param name="file">The opaque name of the file.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The export, or the refusal.</returns>
    public async Task<Outcome<Export>> RunAsync(string file, Caller caller, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        if (!Pass(await store.FindAsync(file, ct), caller, at).IsDone(out var export, out var refusal))
        {
            return refusal;
        }

        await store.KeepAsync(null, OrderExport.Audit(AuditAction.ExportDownloaded, export, caller, at), ct);
        return export;
    }

    /// <summary>Lets somebody fetch who has a link, which is used up by it.</summary>
    /// <param name="file">The opaque name of the file.</param>
    /// <param name="link">The link's token.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The export, or the refusal.</returns>
    public async Task<Outcome<Export>> RunAsync(string file, Secret link, CancellationToken ct) =>
        await links.UseLinkAsync(tokens.Hash(link), clock.GetUtcNow(), ct) is { } used && used.Link.DocumentName == file
            ? await RunAsync(file, used.Caller, ct)
            : new FileNotFound();

    // Another one's export looks like none.
    internal static Outcome<Export> Pass(Export? export, Caller caller, DateTimeOffset at)
    {
        if (export?.IsFor(caller) is not true)
        {
            return new FileNotFound();
        }

        return export.CanBeFetched(at) ? export
            : export.State == ExportState.Expired || export.ExpiresAt <= at ? new FileGone()
            : new FileNotReady(export.State);
    }
}
