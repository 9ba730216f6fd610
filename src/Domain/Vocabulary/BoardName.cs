using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Exams.Domain.Vocabulary;

/// <summary>A candidate's name as the board prints it: <c>FAMILY NAME: FORENAMES</c>, or <c>TANG PO HENG:</c> where there are no forenames.</summary>
/// <remarks>At most <see cref="MostCharacters"/> capitals A to Z, spaces and <c>' . ( ) / -</c>, with one colon behind the family name; all of them
/// count. Source: domain 1.4, trap T25. The full legal name stays what it is (<see cref="CandidateName"/>): this is only how it is written down
/// where nothing else can be.</remarks>
public readonly record struct BoardName : IVocabulary<BoardName>
{
    /// <summary>The longest, in characters.</summary>
    public const int MostCharacters = 40;

    private const string Signs = " '.()/-";

    private readonly string? text;

    private BoardName(string text) => this.text = text;

    /// <summary>Reads a name in the board's format. Case and spaces are put right; nothing else is, so an accented letter is no letter here.</summary>
    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out BoardName value)
    {
        value = default;

        // Spaces that are put right may be many, but not any number: beyond this it cannot have been meant.
        return text is { Length: <= MostCharacters * 4 } && text.Split(':') is [var family, var forenames]
            && TryWrite(Tidy(family), Tidy(forenames), out value);
    }

    /// <summary>Writes a legal name in the board's format, where that can be done without asking anybody.</summary>
    /// <remarks>Accents are taken off Latin letters, and letters that are none without them are spelt out (ß as SS, Ø as O, Æ as AE); the
    /// apostrophes and dashes of typography become plain ones, commas and quotation marks go. What is before the colon is the family name; a name
    /// without a colon is taken for one without forenames, since nobody can know which of its words is which. Any other script, any other
    /// sign, a second colon, or more than 40 characters need a person: a variation of the name that the centre gives.</remarks>
    /// <param name="name">The legal name.</param>
    /// <returns>The name as the board prints it; null when it cannot be written so.</returns>
    public static BoardName? From(CandidateName name)
    {
        var parts = name.ToString().Split(':');
        if (parts.Length > 2 || Fold(parts[0]) is not { } family || Fold(parts.Length == 2 ? parts[1] : "") is not { } forenames)
        {
            return null;
        }

        return TryWrite(family, forenames, out var written) ? written : null;
    }

    /// <summary>The name in capitals.</summary>
    /// <returns>As it is printed.</returns>
    public override string ToString() => text ?? "";

    // Both parts are tidy.
    private static bool TryWrite(string family, string forenames, out BoardName value)
    {
        var written = forenames.Length == 0 ? $"{family}:" : $"{family}: {forenames}";
        var good = written.Length <= MostCharacters && IsPart(family) && (forenames.Length == 0 || IsPart(forenames));
        value = good ? new BoardName(written) : default;
        return good;
    }

    private static bool IsPart(string part) => part.Any(char.IsAsciiLetterUpper) && CodeText.IsAll(part, static one => char.IsAsciiLetterUpper(one) || Signs.Contains(one));

    private static string Tidy(string part) => string.Join(' ', part.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    private static string? Fold(string part)
    {
        var plain = new StringBuilder(part.Length);
        foreach (var one in part.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetter(one) || Signs.Contains(one))
            {
                plain.Append(one);
            }
            else if (Spelling(one) is { } spelling)
            {
                plain.Append(spelling);
            }
            else if (char.GetUnicodeCategory(one) != UnicodeCategory.NonSpacingMark || plain.Length == 0 || !char.IsAsciiLetter(plain[^1]))
            {
                return null;
            }
        }

        return Tidy(plain.ToString());
    }

    // Latin letters that are no plain letter with an accent, and the signs of typography; null for what nobody writes so.
    private static string? Spelling(char one) => one switch
    {
        'ß' or 'ẞ' => "SS",
        'æ' or 'Æ' => "AE",
        'œ' or 'Œ' => "OE",
        'þ' or 'Þ' => "TH",
        'ø' or 'Ø' => "O",
        'ð' or 'Ð' or 'đ' or 'Đ' => "D",
        'ł' or 'Ł' => "L",
        'ħ' or 'Ħ' => "H",
        'ŧ' or 'Ŧ' => "T",
        'ı' => "I",
        '’' or '‘' or 'ʼ' or 'ʻ' or 'ʹ' or '´' or '`' => "'",
        '‐' or '‑' or '–' or '—' => "-",
        ',' or '"' or '“' or '”' or '„' or '«' or '»' => "",
        _ => null,
    };
}
