namespace Exams.Domain.Receipts;

/// <summary>A request that shall be done once.</summary>
/// <param name="Owner">Who asks, as the audit trail names the caller; the same for all tokens of a client.</param>
/// <param name="Key">The caller's own key for the request: 1 to 128 printable ASCII characters without spaces.</param>
/// <param name="Input">A digest of all that is asked: the field and its arguments.</param>
public sealed record ReceiptKey(string Owner, string Key, byte[] Input)
{
    /// <summary>The longest key, in characters.</summary>
    public const int MostCharacters = 128;

    /// <summary>Whether a text can be a key.</summary>
    /// <param name="text">What a stranger gave.</param>
    /// <returns>False for the empty text, and for what is too long or could not be read back from a log.</returns>
    public static bool IsKey(string? text) => text is { Length: > 0 and <= MostCharacters } && text.All(static one => one is > ' ' and <= '~');
}
