using Exams.Domain.KeyDates;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.KeyDates;

/// <summary>Reading what the board publishes about a series.</summary>
[QueryType]
public static class KeyDateQueries
{
    /// <summary>The deadlines of a series, for all centres and for groups of them, in the order of time. Which of them bind a centre, "centre" tells.</summary>
    /// <param name="series">The series.</param>
    /// <param name="zone">Only those that can bind centres of one administrative zone, 1 to 6: its own, and those for every zone.</param>
    /// <param name="db">Reads.</param>
    [Authorize(Policy = Permission.CatalogueRead)]
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 20, MaxPageSize = 100)]
    [UseFiltering(typeof(DeadlineFilter))]
    [UseSorting(typeof(DeadlineSort))]
    public static IQueryable<Deadline> GetDeadlines(Series series, int? zone, ExamsDb db)
    {
        var deadlines = db.Deadlines.Where(deadline => deadline.Series == series);
        if (zone is { } number)
        {
            // No zone has a number outside 1 to 6, so nothing has such a zone.
            deadlines = Zone.TryCreate(number, out var one) ? deadlines.Where(deadline => deadline.Zone == null || deadline.Zone == one) : deadlines.Where(_ => false);
        }

        return deadlines.OrderBy(deadline => deadline.At);
    }

    /// <summary>The timetable of a series: when each component is taken in each zone. Coursework and other components without a session are not in it.</summary>
    /// <param name="series">The series.</param>
    /// <param name="zone">Only that of one administrative zone, 1 to 6.</param>
    /// <param name="db">Reads.</param>
    [Authorize(Policy = Permission.CatalogueRead)]
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 50, MaxPageSize = 200)]
    [UseFiltering(typeof(TimetableSlotFilter))]
    [UseSorting(typeof(TimetableSlotSort))]
    public static IQueryable<TimetableSlot> GetTimetable(Series series, int? zone, ExamsDb db)
    {
        var slots = db.Timetable.Where(slot => slot.Series == series);
        if (zone is { } number)
        {
            slots = Zone.TryCreate(number, out var one) ? slots.Where(slot => slot.Zone == one) : slots.Where(_ => false);
        }

        return slots.OrderBy(slot => slot.Date).ThenBy(slot => slot.Syllabus).ThenBy(slot => slot.Component).ThenBy(slot => slot.Zone);
    }
}
