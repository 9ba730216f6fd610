using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence;

/// <summary>Which series the board has.</summary>
public static class KnownSeries
{
    /// <summary>Whether the board has options or release dates for a series.</summary>
    /// <param name="db">Reads.</param>
    /// <param name="series">The series.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>True when it has.</returns>
    public static async Task<bool> KnowsSeriesAsync(this ExamsDb db, Series series, CancellationToken ct) =>
        await db.ReleaseDates.AnyAsync(date => date.Series == series, ct)
        || await db.Options.AnyAsync(option => option.Series == series, ct);
}
