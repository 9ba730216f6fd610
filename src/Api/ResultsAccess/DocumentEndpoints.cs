using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Infrastructure.Documents;

namespace Exams.Api.ResultsAccess;

/// <summary>Downloading documents: by bearer token, or by a link that serves once.</summary>
internal static class DocumentEndpoints
{
    private const string CodeHeader = "Exams-Code";

    /// <summary>Where a document is fetched.</summary>
    public static string UrlOf(string name) => $"/documents/{name}";

    /// <summary>The media type of a document.</summary>
    public static string ContentTypeOf(FetchedDocument document) => document.IsZip ? "application/zip" : "application/pdf";

    /// <summary>Serves documents with ranges, never to be stored by anybody on the way.</summary>
    public static void MapDocuments(this WebApplication app) => app.MapMethods("/documents/{name}", ["GET", "HEAD"], ServeAsync);

    private static async Task<IResult> ServeAsync(
        string name, string? link, HttpContext http, FetchDocument verb, DocumentFiles files, CurrentCaller current, CancellationToken ct)
    {
        if (Door.Shut(http, link, current) is { } shut)
        {
            return shut;
        }

        var code = http.Request.Headers[CodeHeader].ToString();
        var outcome = link is null
            ? await verb.RunAsync(new FetchDocument.Request(name, code.Length == 0 ? null : code), current.Caller, ct)
            : await verb.RunAsync(name, new Secret(link), ct);
        if (!outcome.IsDone(out var document, out var refusal))
        {
            return Refuse(refusal);
        }

        // The row may outlive the file by the moment in which the file is swept.
        return files.Open(Guid.ParseExact(document.Name, "N")) is { } content
            ? HttpResults.Stream(content, ContentTypeOf(document), document.FileName, enableRangeProcessing: true)
            : Refuse(new DocumentExpired(null));
    }

    private static IResult Refuse(Refusal refusal) => Door.Refuse(refusal, refusal switch
    {
        DocumentExpired => StatusCodes.Status410Gone,
        DocumentNotReady => StatusCodes.Status409Conflict,
        SecondFactorNeeded or SecondFactorWrong or DocumentForOfficers => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status404NotFound,
    });
}
