using Exams.Domain.Candidates;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Candidates;

/// <summary>Everybody who changes a candidate, or the candidate's entries, counts the version up.</summary>
internal static class CandidateVersions
{
    /// <summary>Counts up the versions of candidates, if nobody did since they were read.</summary>
    /// <returns>False when somebody did, and nothing was counted.</returns>
    public static async Task<bool> CountUpAsync(this ExamsDb db, IReadOnlyCollection<Candidate> candidates, CancellationToken ct)
    {
        if (candidates.Count == 0)
            return true;
        var ids = candidates.Select(candidate => candidate.Id).ToList();
        var versions = await db.Candidates.Where(one => EF.Parameter(ids).Contains(one.Id)).Select(one => new { one.Id, one.Version })
            .ToDictionaryAsync(one => one.Id, one => one.Version, ct);
        if (candidates.Any(candidate => versions.GetValueOrDefault(candidate.Id) != candidate.Version))
            return false;
        await db.Candidates.Where(one => EF.Parameter(ids).Contains(one.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Version, one => one.Version + 1), ct);
        return true;
    }
}
