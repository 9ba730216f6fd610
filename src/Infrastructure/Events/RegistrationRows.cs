using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Events;

/// <summary>Finds the rows of registrations. It gives row numbers and nothing else, so it is not gated: what stands in the rows is read through the
/// gates.</summary>
/// <remarks>A client that may read entries and no candidates gets from a candidate number in the news to the entries this way.</remarks>
public sealed class RegistrationRows
{
    private readonly ExamsDbSource _source;

    internal RegistrationRows(ExamsDbSource source) => _source = source;

    /// <summary>Finds rows; one seek for each centre and series.</summary>
    /// <param name="registrations">The registrations.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The rows of those that there are.</returns>
    public async Task<IReadOnlyDictionary<Registration, long>> FindAsync(IEnumerable<Registration> registrations, CancellationToken ct)
    {
        await using var db = _source.Open(new Caller.System("registrations"));
        Dictionary<Registration, long> rows = [];
        foreach (var place in registrations.GroupBy(one => (one.Centre, one.Series)))
        {
            var (centre, series) = place.Key;
            var numbers = place.Select(one => one.Number).Distinct().ToList();
            var found = await db.Candidates.Where(one => one.Centre == centre && one.Series == series && EF.Parameter(numbers).Contains(one.Number))
                .Select(one => new { one.Number, one.Id }).ToListAsync(ct);
            found.ForEach(one => rows[new Registration(centre, series, one.Number)] = one.Id);
        }

        return rows;
    }
}
