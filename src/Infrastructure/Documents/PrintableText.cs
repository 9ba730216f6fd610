using System.Globalization;
using System.Text;

namespace Exams.Infrastructure.Documents;

/// <summary>Makes any text safe to print. Names are checked when they are entered; what comes from elsewhere or from before may still
/// hold anything, and one odd name must not stop a centre's sheets.</summary>
/// <param name="Text">Text without control, bidirectional-override, unassigned or half characters; may be empty.</param>
/// <param name="IsReplaced">True when a character was replaced or marks were dropped.</param>
/// <param name="IsCut">True when the text was longer than allowed.</param>
internal readonly record struct PrintableText(string Text, bool IsReplaced, bool IsCut)
{
    // Vietnamese and Devanagari need three or four; thousands on one letter cost seconds of shaping.
    private const int MostMarks = 8;

    private const int MostCharacters = 200;

    /// <summary>Cleans a text.</summary>
    /// <param name="text">Anything.</param>
    /// <returns>What can be printed: unprintable characters as U+FFFD, at most 200 characters and an ellipsis.</returns>
    public static PrintableText From(string text)
    {
        if (text.Length <= MostCharacters && Ascii.IsValid(text) && !text.AsSpan().ContainsAnyInRange('\0', '\x1f') && !text.Contains('\x7f'))
            return new PrintableText(text, false, false);
        var clean = new StringBuilder(Math.Min(text.Length, MostCharacters + 1));
        var (replaced, marks, count) = (false, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (count == MostCharacters)
                return new PrintableText(clean.Append('…').ToString(), replaced, IsCut: true);
            var kind = Classify(rune);
            if (kind == Kind.Silent)
                continue;
            marks = kind == Kind.Mark ? marks + 1 : kind == Kind.Joiner ? marks : 0;
            if (kind == Kind.Unprintable || marks > MostMarks)
            {
                replaced = true;
                if (marks > MostMarks)
                    continue;
            }

            clean.Append(kind == Kind.Unprintable ? "\uFFFD" : rune.ToString());
            count++;
        }

        return new PrintableText(clean.ToString(), replaced, IsCut: false);
    }

    private enum Kind
    {
        Plain,
        Mark,
        Joiner,
        Silent,
        Unprintable,
    }

    private static Kind Classify(Rune rune) => rune.Value switch
    {
        // Persian and Indic names need the joiners.
        0x200C or 0x200D => Kind.Joiner,
        // Half a surrogate pair arrives as this, too.
        0xFFFD => Kind.Unprintable,
        // Invisible and harmless.
        0x200E or 0x200F or 0x061C or 0x00AD or 0xFEFF => Kind.Silent,
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => Kind.Mark,
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                => Kind.Unprintable,
            _ => Kind.Plain,
        },
    };
}
