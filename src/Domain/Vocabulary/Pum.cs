using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Exams.Domain.Vocabulary;

/// <summary>A percentage uniform mark: a whole number, 0 to 100, that places a candidate inside a grade's band.</summary>
/// <remarks>Not a raw mark, and not issued everywhere. Source: domain 1.9, trap T21.</remarks>
public readonly record struct Pum : IVocabulary<Pum>
{
    private readonly byte mark;

    private Pum(int mark) => this.mark = (byte)mark;

    /// <summary>The mark, 0 to 100.</summary>
    public int Value => mark;

    /// <summary>Makes a mark.</summary>
    /// <param name="mark">0 to 100.</param>
    /// <param name="value">The mark.</param>
    /// <returns>Whether it lies in range.</returns>
    public static bool TryCreate(int mark, out Pum value)
    {
        var good = mark is >= 0 and <= 100;
        value = good ? new Pum(mark) : default;
        return good;
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out Pum value)
    {
        value = default;
        return text is { Length: >= 1 and <= 3 } && CodeText.IsDigits(text, text.Length)
            && TryCreate(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture), out value);
    }

    /// <summary>The mark as digits.</summary>
    /// <returns>One to three digits.</returns>
    public override string ToString() => mark.ToString(CultureInfo.InvariantCulture);
}
