using Exams.Domain.Centres;
using Exams.Domain.KeyDates;

namespace Exams.Api.KeyDates;

/// <summary>What a centre's calendar says.</summary>
[ExtendObjectType<Centre>]
public static class CentreKeyDates
{
    /// <summary>The deadlines that bind the centre in a series, in the order of time. A deadline for its country stands before one for its zone, and that
    /// before one for all.</summary>
    /// <param name="series">The series.</param>
    /// <param name="centre">The centre.</param>
    /// <param name="deadlines">Reads.</param>
    /// <param name="ct">Cancels.</param>
    [Authorize(Policy = Permission.CatalogueRead)]
    [Cost(Prices.OfBatch)]
    public static async Task<IReadOnlyList<Deadline>> GetDeadlinesAsync(
        Series series, [Parent] Centre centre, DeadlinesBySeriesDataLoader deadlines, CancellationToken ct) =>
        (await CalendarAsync(centre, series, deadlines, ct)).Deadlines;

    /// <summary>How entries of a series stand for the centre now: whether they are taken, how late they would be, and what changes when. Null for retakes
    /// in a series that knows none.</summary>
    /// <param name="series">The series.</param>
    /// <param name="retake">Whether you ask about candidates who retake.</param>
    /// <param name="centre">The centre.</param>
    /// <param name="deadlines">Reads.</param>
    /// <param name="clock">The server's clock.</param>
    /// <param name="ct">Cancels.</param>
    [Authorize(Policy = Permission.CatalogueRead)]
    public static async Task<EntryWindow?> GetEntryWindowAsync(
        Series series, [Parent] Centre centre, DeadlinesBySeriesDataLoader deadlines, TimeProvider clock, CancellationToken ct, bool retake = false) =>
        (await CalendarAsync(centre, series, deadlines, ct)).WindowAt(retake, clock.GetUtcNow());

    private static async Task<EntryCalendar> CalendarAsync(Centre centre, Series series, DeadlinesBySeriesDataLoader deadlines, CancellationToken ct) =>
        new(centre, await deadlines.LoadAsync(series, ct) ?? []);
}
