using System.Diagnostics.CodeAnalysis;

namespace Exams.Domain.Vocabulary;

/// <summary>An administrative zone, 1 to 6: a part of the world with its own timetable and its own option codes.</summary>
/// <remarks>Source: domain 1.6, trap T13.</remarks>
public readonly record struct Zone : IVocabulary<Zone>
{
    private readonly byte number;

    private Zone(int number) => this.number = (byte)number;

    /// <summary>The zone's number, 1 to 6.</summary>
    public int Number => number;

    /// <summary>Makes a zone from its number.</summary>
    /// <param name="number">1 to 6.</param>
    /// <param name="value">The zone.</param>
    /// <returns>Whether there is such a zone.</returns>
    public static bool TryCreate(int number, out Zone value)
    {
        value = number is >= 1 and <= 6 ? new Zone(number) : default;
        return value.number != 0;
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out Zone value)
    {
        value = default;
        return text is [>= '1' and <= '6'] && TryCreate(text[0] - '0', out value);
    }

    /// <summary>The number as text.</summary>
    /// <returns>One digit.</returns>
    public override string ToString() => number == 0 ? "" : ((char)('0' + number)).ToString();
}
