using Exams.Domain.Candidates;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.Candidates;

/// <summary>Reading candidates.</summary>
[QueryType]
public static class CandidateQueries
{
    /// <summary>A candidate by centre, series and number; null when there is none, or the centre is not one of yours.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="series">The series.</param>
    /// <param name="number">The candidate number.</param>
    /// <param name="db">Reads.</param>
    /// <param name="ct">Cancels.</param>
    [Authorize(Policy = Permission.CandidatesRead)]
    public static Task<Candidate?> GetCandidateAsync(
        CentreNumber centre, Series series, CandidateNumber number, ExamsDb db, CancellationToken ct) =>
        db.Candidates.FirstOrDefaultAsync(
            candidate => candidate.Centre == centre && candidate.Series == series && candidate.Number == number, ct);

    /// <summary>The candidates of a series, by centre and number. A candidate sees only itself.</summary>
    /// <param name="series">The series.</param>
    /// <param name="centre">Only those of one centre; all of yours when left out.</param>
    /// <param name="db">Reads.</param>
    [Authorize(Policy = Permission.CandidatesRead)]
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 20, MaxPageSize = 200)]
    [UseFiltering(typeof(CandidateFilter))]
    [UseSorting(typeof(CandidateSort))]
    public static IQueryable<Candidate> GetCandidates(Series series, CentreNumber? centre, ExamsDb db)
    {
        var candidates = db.Candidates.Where(candidate => candidate.Series == series);
        return (centre is { } one ? candidates.Where(candidate => candidate.Centre == one) : candidates)
            .OrderBy(candidate => candidate.Centre).ThenBy(candidate => candidate.Number);
    }
}
