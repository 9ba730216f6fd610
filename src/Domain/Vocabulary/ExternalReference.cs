using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Vocabulary;

/// <summary>A client's own key for a thing: kept for it, compared byte by byte, and never read for a meaning.</summary>
/// <remarks>One to 64 printable ASCII characters without spaces, so that it passes through files, addresses and logs unchanged.</remarks>
public readonly record struct ExternalReference : IVocabulary<ExternalReference>
{
    /// <summary>The longest, in characters.</summary>
    public const int MostCharacters = 64;

    private readonly string? text;

    private ExternalReference(string text) => this.text = text;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out ExternalReference value)
    {
        var good = text is { Length: > 0 and <= MostCharacters } && CodeText.IsAll(text, static one => one is > ' ' and <= '~');
        value = good ? new ExternalReference(text!) : default;
        return good;
    }

    /// <summary>The key.</summary>
    /// <returns>As the client gave it.</returns>
    public override string ToString() => text ?? "";
}
