using Exams.Api.ResultsAccess;
using Exams.Domain.Files;
using Exams.Infrastructure.Documents;

namespace Exams.Api.Files;

/// <summary>Downloading the files of exports: by bearer token, or by a link that serves once.</summary>
internal static class DownloadEndpoint
{
    /// <summary>Where the file of an export is fetched.</summary>
    public static string UrlOf(Export export) => $"/files/{export.Name}";

    /// <summary>The media type of an export's file.</summary>
    public static string ContentTypeOf(Export export) => export.Format == ExportFormat.Csv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8";

    /// <summary>Serves files with ranges, never to be stored by anybody on the way.</summary>
    public static void MapFiles(this WebApplication app) => app.MapMethods("/files/{name}", ["GET", "HEAD"], ServeAsync);

    private static async Task<IResult> ServeAsync(
        string name, string? link, HttpContext http, FetchExport verb, DocumentFiles files, CurrentCaller current, CancellationToken ct)
    {
        if (Door.Shut(http, link, current) is { } shut)
        {
            return shut;
        }

        var outcome = link is null ? await verb.RunAsync(name, current.Caller, ct) : await verb.RunAsync(name, new Secret(link), ct);
        if (!outcome.IsDone(out var export, out var refusal))
        {
            return Refuse(refusal);
        }

        // The row may outlive the file by the moment in which the file is swept.
        return files.Open(DocumentFiles.IdOf(export.Name)) is { } content
            ? HttpResults.Stream(content, ContentTypeOf(export), export.FileName, enableRangeProcessing: true)
            : Refuse(new FileGone());
    }

    private static IResult Refuse(Refusal refusal) => Door.Refuse(refusal, refusal switch
    {
        FileGone => StatusCodes.Status410Gone,
        FileNotReady => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status404NotFound,
    });
}
