using System.Globalization;

namespace Exams.Domain.Vocabulary;

/// <summary>How long after the official instant a centre's candidates see their results: whole minutes, 0 to 20,160 (14 days).</summary>
/// <remarks>It is added to the official instant and never shortens it (rule 21).</remarks>
public readonly record struct ReleaseDelay
{
    /// <summary>The longest delay, in minutes.</summary>
    public const int MostMinutes = 20_160;

    private ReleaseDelay(int minutes) => Minutes = minutes;

    /// <summary>No delay.</summary>
    public static ReleaseDelay Nothing { get; }

    /// <summary>The delay in minutes.</summary>
    public int Minutes { get; }

    /// <summary>The delay as a span of time.</summary>
    public TimeSpan Span => TimeSpan.FromMinutes(Minutes);

    /// <summary>Makes a delay.</summary>
    /// <param name="minutes">Whole minutes.</param>
    /// <param name="value">The delay.</param>
    /// <returns>Whether it lies within 0 to 20,160.</returns>
    public static bool TryCreate(int minutes, out ReleaseDelay value)
    {
        var good = minutes is >= 0 and <= MostMinutes;
        value = good ? new ReleaseDelay(minutes) : default;
        return good;
    }

    /// <summary>The minutes as digits.</summary>
    /// <returns>For instance <c>120</c>.</returns>
    public override string ToString() => Minutes.ToString(CultureInfo.InvariantCulture);
}
