namespace Exams.Domain.Vocabulary;

/// <summary>Checks that several codes have in common. Only ASCII counts: other scripts have digits too, and no code uses them.</summary>
internal static class CodeText
{
    /// <summary>Whether the text is exactly so many ASCII digits.</summary>
    public static bool IsDigits(string? text, int length) =>
        text is not null && text.Length == length && IsAll(text, char.IsAsciiDigit);

    /// <summary>Whether every character passes.</summary>
    public static bool IsAll(ReadOnlySpan<char> text, Func<char, bool> passes)
    {
        foreach (var one in text)
        {
            if (!passes(one))
            {
                return false;
            }
        }

        return true;
    }
}
