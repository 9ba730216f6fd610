using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Serialization;
using Exams.Domain.Clients;
using Exams.Domain.Sessions;
using Microsoft.AspNetCore.Http.Features;

namespace Exams.Api.Clients;

/// <summary>Where API clients get their tokens: the client credentials grant of OAuth 2.0 (RFC 6749, sections 2.3.1, 4.4 and 5).</summary>
internal static class TokenEndpoint
{
    private const int MostFormBytes = 8_192;

    /// <summary>Serves <c>POST /oauth/token</c>.</summary>
    public static void MapTokens(this WebApplication app) => app.MapPost("/oauth/token", GrantAsync).DisableAntiforgery();

    private static async Task<IResult> GrantAsync(HttpContext http, SignInClient verb, CurrentCaller current, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Pragma = "no-cache";
        if (await ReadAsync(http, ct) is not { } form)
        {
            return Fault("invalid_request", "Send application/x-www-form-urlencoded with grant_type=client_credentials.");
        }

        if (form.Any(field => field.Value.Count > 1))
        {
            return Fault("invalid_request", "Each parameter is given once.");
        }

        if (form["grant_type"] is not [{ Length: > 0 } grant])
        {
            return Fault("invalid_request", "grant_type is missing.");
        }

        if (grant != "client_credentials")
        {
            return Fault("unsupported_grant_type", "Only client_credentials is offered.");
        }

        var header = http.Request.Headers.Authorization.ToString();
        if (header.Length > 0 && form.ContainsKey("client_secret"))
        {
            return Fault("invalid_request", "Sign in by the Authorization header or by client_id and client_secret, not by both.");
        }

        if (Credentials(header, form) is not var (id, secret))
        {
            return Unknown(http);
        }

        if (!Scopes(form["scope"].ToString(), out var scopes))
        {
            return Fault("invalid_scope", "There is no such scope.");
        }

        var outcome = await verb.RunAsync(new SignInClient.Request(id, secret, scopes, current.Source), ct);
        if (outcome.IsDone(out var signedIn, out var refusal))
        {
            var client = (Caller.Client)signedIn.Caller;
            return HttpResults.Json(new Token(
                signedIn.Token.Reveal(), "Bearer", (int)Session.ClientLife.TotalSeconds, string.Join(' ', client.Scopes.Order())));
        }

        return refusal is ScopeNotGiven ? Fault("invalid_scope", refusal.Message) : Unknown(http);
    }

    // Whatever a stranger sends, and however it is cut into pieces: a small form, or none.
    private static async Task<IFormCollection?> ReadAsync(HttpContext http, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !"application/x-www-form-urlencoded".Equals(type.MediaType, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostFormBytes;
        }

        try
        {
            return await http.Request.ReadFormAsync(ct);
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    // Section 2.3.1: both parts of the header are form-encoded before they are joined.
    private static (string Id, Secret Secret)? Credentials(string header, IFormCollection form)
    {
        if (header.Length == 0)
        {
            return form["client_id"] is [{ Length: > 0 } id] && form["client_secret"] is [{ Length: > 0 } secret] ? (id, new Secret(secret)) : null;
        }

        if (!AuthenticationHeaderValue.TryParse(header, out var value) || !"Basic".Equals(value.Scheme, StringComparison.OrdinalIgnoreCase) || value.Parameter is null)
        {
            return null;
        }

        Span<byte> bytes = new byte[value.Parameter.Length];
        return Convert.TryFromBase64String(value.Parameter, bytes, out var length) && Encoding.UTF8.GetString(bytes[..length]).Split(':', 2) is [{ Length: > 0 } name, var password]
            ? (Decode(name), new Secret(Decode(password)))
            : null;
    }

    private static string Decode(string text) => System.Net.WebUtility.UrlDecode(text);

    private static bool Scopes(string text, out IReadOnlyList<Permission>? scopes)
    {
        scopes = null;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return true;
        }

        List<Permission> known = [];
        foreach (var word in words)
        {
            if (!Permission.TryParse(word, out var scope))
            {
                return false;
            }

            known.Add(scope);
        }

        scopes = known;
        return true;
    }

    private static IResult Fault(string error, string description) =>
        HttpResults.Json(new OAuthError(error, description), statusCode: StatusCodes.Status400BadRequest);

    // Unknown, wrong, ended and throttled are one answer.
    private static IResult Unknown(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Basic realm=\"exams\", charset=\"UTF-8\"";
        return HttpResults.Json(
            new OAuthError("invalid_client", "The client cannot be signed in with that."), statusCode: StatusCodes.Status401Unauthorized);
    }

    private sealed record Token(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("scope")] string Scope);

    private sealed record OAuthError(
        [property: JsonPropertyName("error")] string Error, [property: JsonPropertyName("error_description")] string Description);
}
