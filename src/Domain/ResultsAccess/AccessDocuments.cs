using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>The documents of one printing: a PDF with one page per candidate and a ZIP with the same pages one by one.</summary>
/// <remarks>Rule 34. Sheets hold passwords, and statements hold what is known of a person, so both are kept sealed and only for <see cref="Life"/>.</remarks>
public sealed class AccessDocuments
{
    /// <summary>How long documents are kept once they are ready.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    /// <summary>Orders a printing of sheets.</summary>
    /// <param name="access">The setting they belong to.</param>
    /// <param name="only">One candidate's number, when only that page is wanted; null for every candidate with access.</param>
    /// <param name="total">How many pages.</param>
    /// <param name="mint">Names the two files.</param>
    /// <param name="at">Now.</param>
    public AccessDocuments(CandidateResultsAccess access, CandidateNumber? only, int total, ICredentialMint mint, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(mint);
        Centre = access.Centre;
        Series = access.Series;
        AccessVersion = access.Version;
        OnlyCandidate = only;
        Total = total;
        PdfName = mint.MintDocumentName();
        ZipName = mint.MintDocumentName();
        OrderedAt = at;
    }

    /// <summary>Orders a printing of statements of entry.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="series">The series.</param>
    /// <param name="selected">The candidates whose statements are wanted; null for every candidate who is entered.</param>
    /// <param name="total">How many pages.</param>
    /// <param name="mint">Names the two files.</param>
    /// <param name="at">Now.</param>
    public AccessDocuments(
        CentreNumber centre, Series series, IEnumerable<CandidateNumber>? selected, int total, ICredentialMint mint, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(mint);
        Kind = DocumentsKind.StatementsOfEntry;
        Centre = centre;
        Series = series;
        Selected = selected is null ? null : [.. selected.Distinct().Order()];
        OnlyCandidate = Selected is [var only] ? only : null;
        Total = total;
        PdfName = mint.MintDocumentName();
        ZipName = mint.MintDocumentName();
        OrderedAt = at;
    }

    private AccessDocuments()
    {
    }

    /// <summary>The row; 0 until it is stored.</summary>
    public long Id { get; private set; }

    /// <summary>What they are for.</summary>
    public DocumentsKind Kind { get; private set; }

    /// <summary>The centre.</summary>
    public CentreNumber Centre { get; private set; }

    /// <summary>The series.</summary>
    public Series Series { get; private set; }

    /// <summary>The version of the setting that sheets were ordered for; 0 for statements.</summary>
    public int AccessVersion { get; private set; }

    /// <summary>The one candidate whose page this is; null when it is everybody's.</summary>
    public CandidateNumber? OnlyCandidate { get; private set; }

    /// <summary>The candidates for whom statements were ordered, sorted; null for every candidate, and for sheets.</summary>
    public IReadOnlyList<CandidateNumber>? Selected { get; private set; }

    /// <summary>How far they are.</summary>
    public DocumentsState State { get; private set; }

    /// <summary>Why they wait or failed, in plain words.</summary>
    public string? StateReason { get; private set; }

    /// <summary>Why they no longer say what is true.</summary>
    public StaleReasons Stale { get; private set; }

    /// <summary>Pages printed so far.</summary>
    public int Done { get; private set; }

    /// <summary>Pages in all.</summary>
    public int Total { get; private set; }

    /// <summary>The opaque name under which the PDF is fetched; unique.</summary>
    public string PdfName { get; private set; } = "";

    /// <summary>The opaque name under which the ZIP is fetched; unique.</summary>
    public string ZipName { get; private set; } = "";

    /// <summary>The PDF's length in bytes, when ready.</summary>
    public long? PdfBytes { get; private set; }

    /// <summary>The ZIP's length in bytes, when ready.</summary>
    public long? ZipBytes { get; private set; }

    /// <summary>When they were ordered.</summary>
    public DateTimeOffset OrderedAt { get; private set; }

    /// <summary>When they were ready.</summary>
    public DateTimeOffset? ReadyAt { get; private set; }

    /// <summary>When they will be, or were, deleted.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Whether they can be downloaded.</summary>
    /// <param name="now">Now.</param>
    /// <returns>True when ready and not expired.</returns>
    public bool CanBeFetched(DateTimeOffset now) => State == DocumentsState.Ready && ExpiresAt > now;

    /// <summary>Whether they are for every candidate of the centre and series, and so take the place of older ones of their kind.</summary>
    public bool AreForAll => OnlyCandidate is null && Selected is null;

    /// <summary>The news that tells of them: who may not read what they are about does not hear of them.</summary>
    /// <param name="ofSheets">The news as it is told of sheets.</param>
    /// <returns>The same news of this kind of documents.</returns>
    public NewsType NewsOf(NewsType ofSheets) => Kind == DocumentsKind.Sheets ? ofSheets : ofSheets switch
    {
        NewsType.DocumentsProgressed => NewsType.StatementsProgressed,
        NewsType.DocumentsReady => NewsType.StatementsReady,
        NewsType.DocumentsStale => NewsType.StatementsStale,
        NewsType.DocumentsFailed => NewsType.StatementsFailed,
        NewsType.DocumentsExpired => NewsType.StatementsExpired,
        _ => throw new ArgumentOutOfRangeException(nameof(ofSheets)),
    };

    /// <summary>Begins, or after a crash begins again. What the pages say is read from now on, so what was stale is not any more.</summary>
    /// <param name="total">How many pages there will be.</param>
    public void Start(int total)
    {
        State = DocumentsState.Printing;
        StateReason = null;
        Stale = StaleReasons.None;
        Done = 0;
        Total = total;
    }

    /// <summary>Records progress.</summary>
    /// <param name="done">Pages printed so far.</param>
    public void Progress(int done) => Done = Math.Min(done, Total);

    /// <summary>Waits for something the machine lacks.</summary>
    /// <param name="reason">For what, in plain words.</param>
    public void Wait(string reason)
    {
        State = DocumentsState.Waiting;
        StateReason = reason;
    }

    /// <summary>Gives up.</summary>
    /// <param name="reason">Why, in plain words.</param>
    public void Fail(string reason)
    {
        State = DocumentsState.Failed;
        StateReason = reason;
    }

    /// <summary>Both files are stored.</summary>
    /// <param name="pdfBytes">The PDF's length.</param>
    /// <param name="zipBytes">The ZIP's length.</param>
    /// <param name="now">Now.</param>
    public void Finish(long pdfBytes, long zipBytes, DateTimeOffset now)
    {
        State = DocumentsState.Ready;
        StateReason = null;
        Done = Total;
        PdfBytes = pdfBytes;
        ZipBytes = zipBytes;
        ReadyAt = now;
        ExpiresAt = now + Life;
    }

    /// <summary>They no longer say what is true.</summary>
    /// <param name="reasons">Why; added to what was known before.</param>
    public void MarkStale(StaleReasons reasons) => Stale |= reasons;

    /// <summary>They are gone.</summary>
    /// <param name="now">Now.</param>
    public void Expire(DateTimeOffset now)
    {
        State = DocumentsState.Expired;
        ExpiresAt = now;
    }
}
