using Exams.Domain.ResultsAccess;

namespace Exams.Api.ResultsAccess;

/// <summary>The documents of one printing: a PDF with one page per candidate, and a ZIP with the same pages one by one.
/// They are kept for 14 days, and every download is recorded. Sheets hold passwords; statements of entry do not.</summary>
public sealed class DocumentsType : ObjectType<AccessDocuments>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<AccessDocuments> descriptor)
    {
        descriptor.Name("Documents");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(documents => documents.Kind);
        descriptor.Field(documents => documents.Centre);
        descriptor.Field(documents => documents.Series);
        descriptor.Field(documents => documents.OnlyCandidate);
        descriptor.Field(documents => documents.Selected);
        descriptor.Field(documents => documents.State);
        descriptor.Field(documents => documents.StateReason);
        descriptor.Field(documents => documents.Done);
        descriptor.Field(documents => documents.Total);
        descriptor.Field(documents => documents.OrderedAt);
        descriptor.Field(documents => documents.ReadyAt);
        descriptor.Field(documents => documents.ExpiresAt);
    }
}

/// <summary>Further fields of documents.</summary>
[ExtendObjectType<AccessDocuments>]
public static class DocumentsFields
{
    private static readonly IReadOnlyList<StaleReasons> SingleReasons = [.. Enum.GetValues<StaleReasons>().Where(one => one != StaleReasons.None)];

    /// <summary>Why they no longer say what is true; empty while they do. Reprinting keeps every password.</summary>
    public static IReadOnlyList<StaleReasons> GetStale([Parent] AccessDocuments documents) =>
        [.. SingleReasons.Where(reason => documents.Stale.HasFlag(reason))];

    /// <summary>The PDF, once it can be downloaded.</summary>
    public static DocumentFile? GetPdf([Parent] AccessDocuments documents, TimeProvider clock) =>
        documents.CanBeFetched(clock.GetUtcNow()) ? DocumentFile.Of(new FetchedDocument(documents, IsZip: false)) : null;

    /// <summary>The ZIP, once it can be downloaded.</summary>
    public static DocumentFile? GetZip([Parent] AccessDocuments documents, TimeProvider clock) =>
        documents.CanBeFetched(clock.GetUtcNow()) ? DocumentFile.Of(new FetchedDocument(documents, IsZip: true)) : null;
}

/// <summary>A file that can be downloaded.</summary>
/// <param name="Id">Its opaque name.</param>
/// <param name="Url">Where to fetch it, relative to this service, with your bearer token or by a link. Ranges are served. Where a second
/// factor is set up and was not shown in the last ten minutes, send its digits in the header Exams-Code.</param>
/// <param name="FileName">The name to save it under.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Bytes">Its length in bytes.</param>
[ObjectType]
public sealed record DocumentFile(string Id, string Url, string FileName, string ContentType, long Bytes)
{
    internal static DocumentFile Of(FetchedDocument document) => new(
        document.Name,
        DocumentEndpoints.UrlOf(document.Name),
        document.FileName,
        DocumentEndpoints.ContentTypeOf(document),
        (document.IsZip ? document.Documents.ZipBytes : document.Documents.PdfBytes) ?? 0);
}
