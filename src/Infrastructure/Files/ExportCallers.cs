using Exams.Domain.Files;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Files;

/// <summary>Tells who ordered an export, with the centres and permissions of this moment.</summary>
internal sealed class ExportCallers(ExamsDbSource source)
{
    /// <summary>Finds whoever ordered an export; an API client with no more scopes than it ordered with.</summary>
    /// <returns>The caller; null when it is gone, or may no longer read all that was ordered.</returns>
    public async Task<Caller?> FindAsync(Export export, CancellationToken ct)
    {
        await using var db = source.Open(new Caller.System("exports"));
        var caller = await WhoAsync(db, export, ct);
        return caller is not null && export.IsFor(caller) ? caller : null;
    }

    private static async Task<Caller?> WhoAsync(ExamsDb db, Export export, CancellationToken ct)
    {
        if (export.UserId is { } user)
            return (await db.Set<User>().FirstOrDefaultAsync(one => one.Id == user, ct))?.AsCaller(session: 0);
        if (export.ClientId is not { } program
            || await db.ApiClients.FirstOrDefaultAsync(one => one.Id == program && one.RevokedAt == null, ct) is not { } client)
            return null;
        var places = await db.ClientPlaces.Where(one => one.ClientRow == program).Select(one => one.Centre).ToListAsync(ct);
        return client.AsCaller(export.Permissions, places, session: 0);
    }
}
