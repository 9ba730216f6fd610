using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>From which series marks may be carried into which.</summary>
/// <remarks>Rule 10, domain 2.4, example E5: within 13 months, and not from March to June of the same year, since March results come
/// after the June exams have begun. Checkpoint series carry nothing.</remarks>
public static class CarryForwardWindow
{
    private const int MostMonths = 13;
    private const int March = 3;
    private const int June = 6;
    private const int November = 11;

    /// <summary>Whether marks may be carried.</summary>
    /// <param name="from">The series in which they were given.</param>
    /// <param name="to">The series of the entry.</param>
    /// <returns>True when they may.</returns>
    public static bool Allows(Series from, Series to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return months is > 0 and <= MostMonths && Carries(from) && Carries(to)
            && !(from.Month == March && to.Month == June && from.Year == to.Year);
    }

    private static bool Carries(Series series) => series.Month is March or June or November;
}
