using Exams.Domain.Audit;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>What fetching documents needs of the world. Not gated: the verbs ask the caller's rights themselves.</summary>
public interface IDocumentStore
{
    /// <summary>Finds a document by its opaque name, with the session that asks.</summary>
    /// <param name="name">The name of a PDF or a ZIP, as a stranger typed it.</param>
    /// <param name="session">The session's row; 0 when there is none.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The desk; what does not exist is null on it.</returns>
    Task<DocumentDesk> FindAsync(string name, long session, CancellationToken ct);

    /// <summary>Uses a link up: in one transaction, and only once.</summary>
    /// <param name="tokenHash">The hash of the token that was shown.</param>
    /// <param name="now">Now.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The link and the caller of the session that asked for it; null when the link is unknown, used, over, or its
    /// session has ended.</returns>
    Task<UsedLink?> UseLinkAsync(byte[] tokenHash, DateTimeOffset now, CancellationToken ct);

    /// <summary>Does all of a change, or none.</summary>
    /// <param name="change">The change.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The change as given; or <see cref="ChangedMeanwhile"/> when the code's step was used by somebody else.</returns>
    Task<Outcome<DocumentChange>> CommitAsync(DocumentChange change, CancellationToken ct);
}

/// <summary>A link that has served.</summary>
/// <param name="Link">The link.</param>
/// <param name="Caller">Who asked for it.</param>
public sealed record UsedLink(DownloadLink Link, Caller Caller);

/// <summary>A pass for a document: what to write before it is handed out.</summary>
/// <param name="Document">The document that may be fetched.</param>
/// <param name="SecondFactor">The second factor that was shown just now; null when none was needed.</param>
/// <param name="Link">A link to keep; null when the document is fetched at once.</param>
/// <param name="Audit">Who fetched what; null for a link, which is recorded when it is used.</param>
public sealed record DocumentChange(FetchedDocument Document, ShownSecondFactor? SecondFactor, DownloadLink? Link, AuditRecord? Audit);

/// <summary>A second factor that was shown.</summary>
/// <param name="UserId">By whom.</param>
/// <param name="SessionId">In which session.</param>
/// <param name="Step">The time step of its code, to be compared again and kept.</param>
/// <param name="At">When.</param>
public sealed record ShownSecondFactor(long UserId, long SessionId, long Step, DateTimeOffset At);

/// <summary>A document that may be fetched.</summary>
/// <param name="Documents">The printing it belongs to.</param>
/// <param name="IsZip">Whether it is the ZIP; otherwise the PDF.</param>
public sealed record FetchedDocument(AccessDocuments Documents, bool IsZip)
{
    /// <summary>The opaque name under which it is stored.</summary>
    public string Name => IsZip ? Documents.ZipName : Documents.PdfName;

    /// <summary>The file name for the person who fetches it, by numbers and never by names: <c>US123_2026-06_sheets.pdf</c>.</summary>
    public string FileName => $"{Documents.Centre}_{Documents.Series}_{What}.{(IsZip ? "zip" : "pdf")}";

    private string What => (Documents.Kind, Documents.OnlyCandidate) switch
    {
        (DocumentsKind.Sheets, { } only) => $"{only}",
        (DocumentsKind.Sheets, null) => "sheets",
        (_, { } only) => $"{only}_statement",
        _ => "statements",
    };
}
