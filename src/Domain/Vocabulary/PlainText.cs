using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Exams.Domain.Vocabulary;

/// <summary>What text that people wrote for people must be before it may be kept, shown or printed.</summary>
internal static class PlainText
{
    // Vietnamese, Hebrew, Thai and Devanagari need up to four marks on one base; more is decoration that smears a page.
    private const int MostMarksInARow = 4;

    /// <summary>Trims, joins runs of spaces, composes (NFC), and refuses what cannot be shown on one line.</summary>
    public static bool TryTidy([NotNullWhen(true)] string? text, int mostCodePoints, [NotNullWhen(true)] out string? tidy)
    {
        tidy = null;

        // Before composing, a code point may take several units; beyond this it cannot fit, so the work ends here.
        if (text is null || text.Length > mostCodePoints * 8 || !IsShowable(text))
        {
            return false;
        }

        var composed = JoinSpaces(text).Normalize(NormalizationForm.FormC);
        if (composed.EnumerateRunes().Count() > mostCodePoints || !HasLetterAndSaneMarks(composed))
        {
            return false;
        }

        tidy = composed;
        return true;
    }

    private static bool IsShowable(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var used) != System.Buffers.OperationStatus.Done || !IsShowable(rune))
            {
                return false;
            }

            at += used;
        }

        return true;
    }

    private static bool IsShowable(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,

        // Direction controls and other invisible formats could reorder a sheet; Persian and Indic spelling needs the two joiners.
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D,
        _ => true,
    };

    private static string JoinSpaces(string text)
    {
        var joined = new StringBuilder(text.Length);
        foreach (var one in text)
        {
            if (char.GetUnicodeCategory(one) != UnicodeCategory.SpaceSeparator)
            {
                joined.Append(one);
            }
            else if (joined.Length > 0 && joined[^1] != ' ')
            {
                joined.Append(' ');
            }
        }

        return joined.ToString().TrimEnd(' ');
    }

    private static bool HasLetterAndSaneMarks(string text)
    {
        var letter = false;
        var marks = MostMarksInARow;
        foreach (var rune in text.EnumerateRunes())
        {
            var isMark = Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
            marks = isMark ? marks + 1 : rune.Value == ' ' ? MostMarksInARow : 0;
            letter |= Rune.IsLetter(rune);
            if (marks > MostMarksInARow)
            {
                return false;
            }
        }

        return letter;
    }
}
