using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Exams.Domain.Vocabulary;

/// <summary>An exam series, written <c>2026-06</c> and shown as "June 2026".</summary>
/// <remarks>Months are March 03, May 05, June 06, October 10 and November 11; years 1990 to 2099. Source: domain 1.7.</remarks>
public readonly record struct Series : IVocabulary<Series>, IComparable<Series>
{
    private readonly short year;
    private readonly byte month;

    private Series(int year, int month)
    {
        this.year = (short)year;
        this.month = (byte)month;
    }

    /// <summary>The year in four digits.</summary>
    public int Year => year;

    /// <summary>The month: 3, 5, 6, 10 or 11.</summary>
    public int Month => month;

    /// <summary>How people say it: month in English, then year.</summary>
    public string Display => month switch
    {
        3 => $"March {Year}",
        5 => $"May {Year}",
        6 => $"June {Year}",
        10 => $"October {Year}",
        _ => $"November {Year}",
    };

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out Series value)
    {
        value = default;
        if (text is not { Length: 7 } || text[4] != '-' || !CodeText.IsDigits(text[..4], 4))
        {
            return false;
        }

        var year = int.Parse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
        var month = text[5..] switch { "03" => 3, "05" => 5, "06" => 6, "10" => 10, "11" => 11, _ => 0 };
        if (year is < 1990 or > 2099 || month == 0)
        {
            return false;
        }

        value = new Series(year, month);
        return true;
    }

    /// <summary>Earlier series come first.</summary>
    /// <param name="other">The other series.</param>
    /// <returns>Negative, zero or positive, as the interface says.</returns>
    public int CompareTo(Series other) => year != other.year ? year.CompareTo(other.year) : month.CompareTo(other.month);

    /// <summary>The canonical text.</summary>
    /// <returns>Year and month, as in <c>2026-06</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
