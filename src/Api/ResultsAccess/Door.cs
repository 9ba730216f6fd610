namespace Exams.Api.ResultsAccess;

/// <summary>What holds for everything that is downloaded, whatever it is.</summary>
internal static class Door
{
    /// <summary>Says that nobody may keep the answer, and turns away whoever shows nothing, or only looks at a link.</summary>
    /// <param name="http">The request.</param>
    /// <param name="link">The link's token; null for none.</param>
    /// <param name="current">Who asks.</param>
    /// <returns>The answer; null for whoever may go on.</returns>
    public static IResult? Shut(HttpContext http, string? link, CurrentCaller current)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (link is null && !current.Caller.IsSignedIn)
        {
            return HttpResults.Problem("Sign in, or use a link.", statusCode: StatusCodes.Status401Unauthorized);
        }

        if (link is null || !HttpMethods.IsHead(http.Request.Method))
        {
            return null;
        }

        // A link serves once, and previews of links and download managers look before they fetch: looking must not use it up.
        http.Response.Headers.Allow = HttpMethods.Get;
        return HttpResults.StatusCode(StatusCodes.Status405MethodNotAllowed);
    }

    /// <summary>A refusal as an answer over HTTP.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="status">The status.</param>
    /// <returns>The answer, with the refusal's code.</returns>
    public static IResult Refuse(Refusal refusal, int status) =>
        HttpResults.Problem(refusal.Message, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = refusal.Code });
}
