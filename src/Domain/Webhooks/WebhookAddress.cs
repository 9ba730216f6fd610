using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Webhooks;

/// <summary>Where a webhook delivers to: an absolute https address without credentials in it.</summary>
/// <remarks>Whether the host behind it may be reached is decided each time that it is connected to, because names can be pointed elsewhere.</remarks>
public sealed record WebhookAddress
{
    /// <summary>The longest, in characters.</summary>
    public const int MostCharacters = 2_000;

    private WebhookAddress(Uri uri) => Uri = uri;

    /// <summary>The address.</summary>
    public Uri Uri { get; }

    /// <summary>Reads an address.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="isHttpToLoopbackAllowed">Whether http will do for this machine itself, for people who try things out.</param>
    /// <param name="address">The address.</param>
    /// <param name="fault">What is wrong with it, as the end of "The address …".</param>
    /// <returns>False when there is something wrong with it.</returns>
    public static bool TryRead(
        string text, bool isHttpToLoopbackAllowed, [NotNullWhen(true)] out WebhookAddress? address, [NotNullWhen(false)] out string? fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        Uri? uri = null;
        fault = text.Length > MostCharacters ? "is too long"
            : text.Any(one => one is <= ' ' or > '~') || !Uri.TryCreate(text, UriKind.Absolute, out uri) || uri.Host.Length == 0 ? "is no absolute address in ASCII"
            : uri.UserInfo.Length > 0 ? "has credentials in it"
            : uri.Fragment.Length > 0 ? "has a fragment, which is never sent"
            : uri.Scheme != Uri.UriSchemeHttps && !(isHttpToLoopbackAllowed && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback) ? "does not begin with https"
            : null;
        address = fault is null ? new WebhookAddress(uri!) : null;
        return fault is null;
    }
}
