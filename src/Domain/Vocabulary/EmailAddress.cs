using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Exams.Domain.Vocabulary;

/// <summary>An email address: something, one at sign, a domain with a dot; at most 254 characters.</summary>
/// <remarks>A light check only: whether mail arrives is found out by sending one.</remarks>
public readonly record struct EmailAddress : IVocabulary<EmailAddress>
{
    private readonly string? text;

    private EmailAddress(string text) => this.text = text;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out EmailAddress value)
    {
        var tidy = text is { Length: <= 300 } ? text.Trim() : "";
        var at = tidy.IndexOf('@', StringComparison.Ordinal);
        var good = at is > 0 and <= 64 && tidy.Length <= 254 && tidy.LastIndexOf('@') == at
            && IsDomain(tidy.AsSpan(at + 1)) && CodeText.IsAll(tidy, IsAllowed);
        value = good ? new EmailAddress(tidy) : default;
        return good;
    }

    /// <summary>The address as typed, without spaces around it.</summary>
    /// <returns>At most 254 characters.</returns>
    public override string ToString() => text ?? "";

    private static bool IsDomain(ReadOnlySpan<char> domain) =>
        domain.Length >= 3 && domain.Contains('.') && domain[0] != '.' && domain[^1] != '.' && !domain.Contains("..", StringComparison.Ordinal);

    private static bool IsAllowed(char one) =>
        Rune.TryCreate(one, out var rune) && (Rune.IsLetterOrDigit(rune) || ".!#$%&'*+/=?^_`{|}~-@".Contains(one, StringComparison.Ordinal));
}
