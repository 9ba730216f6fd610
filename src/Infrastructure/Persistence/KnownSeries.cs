using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence;

internal static class KnownSeries
{
    /// <summary>Whether the board has options or release dates for a series, or anybody is registered in it.</summary>
    public static async Task<bool> KnowsSeriesAsync(this ExamsDb db, Series series, CancellationToken ct) =>
        await db.ReleaseDates.AnyAsync(date => date.Series == series, ct)
        || await db.Options.AnyAsync(option => option.Series == series, ct);
}
