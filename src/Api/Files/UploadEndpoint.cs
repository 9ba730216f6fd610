using System.Net.Http.Headers;
using System.Text.Json.Serialization;
using Exams.Api.ResultsAccess;
using Exams.Domain.Files;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Exams.Api.Files;

/// <summary>Where files are sent that are to be imported.</summary>
internal static class UploadEndpoint
{
    private const int HeardOut = 4;
    private const string Plain = "identity";

    private static readonly string[] Types = ["text/csv", "text/tab-separated-values"];

    /// <summary>Serves <c>POST /files</c>.</summary>
    public static void MapUploads(this WebApplication app) => app.MapPost("/files", KeepAsync).DisableAntiforgery();

    private static async Task<IResult> KeepAsync(HttpContext http, UploadFile verb, CurrentCaller current, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!current.Caller.IsSignedIn)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return HttpResults.Problem("Sign in first.", statusCode: StatusCodes.Status401Unauthorized);
        }

        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !Types.Contains(type.MediaType, StringComparer.OrdinalIgnoreCase))
        {
            return HttpResults.Problem("Send the file itself, as text/csv.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        if (IsPacked(http.Request.Headers.ContentEncoding))
        {
            // What can be sent instead is told by this header (RFC 9110, 12.5.3).
            http.Response.Headers.AcceptEncoding = Plain;
            return HttpResults.Problem("Send the file as it is, not packed: without Content-Encoding.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        if (http.Request.ContentLength > FileLimits.MostUploadBytes)
        {
            return Refuse(new FileTooLarge(FileLimits.MostUploadBytes));
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // More than is taken: a sender who is in the middle of what is too long is heard out, and so hears why.
            size.MaxRequestBodySize = HeardOut * (long)FileLimits.MostUploadBytes;
        }

        try
        {
            return (await verb.RunAsync(http.Request.Body, current.Caller, ct)).IsDone(out var file, out var refusal)
                ? HttpResults.Json(new Kept(file.Name, file.Bytes, file.ExpiresAt), statusCode: StatusCodes.Status201Created)
                : Refuse(refusal);
        }
        catch (BadHttpRequestException fault)
        {
            return fault.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Refuse(new FileTooLarge(FileLimits.MostUploadBytes))
                : HttpResults.Problem("The file ended before it was whole.", statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static bool IsPacked(StringValues encodings) => encodings.Any(value =>
        value?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Any(one => !one.Equals(Plain, StringComparison.OrdinalIgnoreCase)) ?? false);

    private static IResult Refuse(Refusal refusal) => Door.Refuse(refusal, refusal switch
    {
        FileTooLarge => StatusCodes.Status413PayloadTooLarge,
        TooManyFiles => StatusCodes.Status429TooManyRequests,
        UploadNotAllowed => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status400BadRequest,
    });

    private sealed record Kept(
        [property: JsonPropertyName("id")] string Id,
        [property: JsonPropertyName("size")] long Size,
        [property: JsonPropertyName("expiresAt")] DateTimeOffset ExpiresAt);
}
