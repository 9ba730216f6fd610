namespace Exams.Domain.KeyDates;

/// <summary>Counts working days: Monday to Friday. The board keeps no calendar of holidays.</summary>
public static class WorkingDays
{
    /// <summary>How many working days lie between two days, the first not counted and the last counted.</summary>
    /// <param name="from">The earlier day.</param>
    /// <param name="to">The later day.</param>
    /// <returns>0 when <paramref name="to"/> is not later.</returns>
    public static int Between(DateOnly from, DateOnly to)
    {
        var days = to.DayNumber - from.DayNumber;
        if (days <= 0)
        {
            return 0;
        }

        var (weeks, rest) = Math.DivRem(days, 7);
        var count = weeks * 5;
        for (var day = 1; day <= rest; day++)
        {
            if (from.AddDays(day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>The last day that lies at least so many working days before another.</summary>
    /// <param name="day">The later day.</param>
    /// <param name="count">How many.</param>
    /// <returns>The earlier day.</returns>
    public static DateOnly Before(DateOnly day, int count)
    {
        var earlier = day;
        while (Between(earlier, day) < count)
        {
            earlier = earlier.AddDays(-1);
        }

        return earlier;
    }
}
