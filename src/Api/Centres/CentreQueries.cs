using Exams.Domain.Centres;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.Centres;

/// <summary>Reading centres.</summary>
[QueryType]
public static class CentreQueries
{
    /// <summary>A centre by its number; null when there is none, or it is not one of yours.</summary>
    /// <param name="number">The centre number.</param>
    /// <param name="db">Reads.</param>
    /// <param name="ct">Cancels.</param>
    [Authorize(Policy = Permission.CentresRead)]
    public static Task<Centre?> GetCentreAsync(CentreNumber number, ExamsDb db, CancellationToken ct) =>
        db.Centres.FirstOrDefaultAsync(centre => centre.Number == number, ct);

    /// <summary>Your centres: for the board, all of them.</summary>
    [Authorize(Policy = Permission.CentresRead)]
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 20, MaxPageSize = 100)]
    [UseFiltering(typeof(CentreFilter))]
    [UseSorting(typeof(CentreSort))]
    public static IQueryable<Centre> GetCentres(ExamsDb db) => db.Centres.OrderBy(centre => centre.Number);
}
