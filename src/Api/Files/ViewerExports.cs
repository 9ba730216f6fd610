using Exams.Api.Accounts;
using Exams.Domain.Files;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.Files;

/// <summary>What the viewer has ordered.</summary>
[ExtendObjectType<Viewer>]
public static class ViewerExports
{
    private const int Most = 50;

    /// <summary>Your newest exports, at most 50; none that holds what you may no longer read.</summary>
    public static async Task<IReadOnlyList<Export>> GetExportsAsync([Parent] Viewer viewer, ExamsDbSource reads, CancellationToken ct)
    {
        var owner = viewer.Caller.AuditName;
        await using var db = reads.Open(viewer.Caller);
        var newest = await db.Exports.Where(one => one.Owner == owner).OrderByDescending(one => one.Id).Take(Most).ToListAsync(ct);
        return [.. newest.Where(one => one.IsFor(viewer.Caller))];
    }
}
