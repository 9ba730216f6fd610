using System.Globalization;

namespace Exams.Api.Accounts;

/// <summary>Turns "too many people sign in at this moment" into HTTP's own words, where the request came over HTTP.</summary>
/// <param name="http">The request at hand, if it is one of HTTP.</param>
public sealed class SignInBusyReply(IHttpContextAccessor http)
{
    /// <summary>Answers 503 with Retry-After.</summary>
    /// <param name="seconds">How long to wait.</param>
    public void RetryAfter(int seconds)
    {
        if (http.HttpContext is { Response.HasStarted: false } context && !context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }
    }
}
