using Exams.Domain.ResultsAccess;

namespace Exams.Api.ResultsAccess;

/// <summary>A document to fetch by a link, for programs that cannot send a header.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Code">The second factor's six digits, where one is set up and was not shown in the last ten minutes.</param>
public sealed record CreateDownloadLinkInput(string Document, string? Code);

/// <summary>What became of a download link.</summary>
/// <param name="Url">Where to fetch the document, once; null when refused.</param>
/// <param name="ExpiresAt">When the link is over: after a minute.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record DownloadLinkPayload(string? Url, DateTimeOffset? ExpiresAt, IReadOnlyList<UserError> Errors);

/// <summary>Making download links.</summary>
[MutationType]
public static class DownloadLinkMutations
{
    /// <summary>Makes a link to a document that serves once, within a minute. Codes: DOCUMENT_NOT_FOUND, DOCUMENT_FOR_OFFICERS,
    /// DOCUMENT_EXPIRED, DOCUMENT_NOT_READY, SECOND_FACTOR_NEEDED, SECOND_FACTOR_WRONG, CHANGED_MEANWHILE.</summary>
    [Authorize(Policy = Permission.DocumentsRead)]
    public static async Task<DownloadLinkPayload> CreateDownloadLinkAsync(
        CreateDownloadLinkInput input, CreateDownloadLink verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(new(input.Document, input.Code), current.Caller, ct)).Present<CreatedLink, DownloadLinkPayload>(input, (done, errors) =>
            new(done is null ? null : $"{DocumentEndpoints.UrlOf(done.Document.Name)}?link={done.Token.Reveal()}", done?.ExpiresAt, errors));
}
