using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Domain.Webhooks;
using Exams.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Events.Webhooks;

/// <summary>Finds out who stands behind a webhook as things are now: scopes and centres that were taken away are gone at once.</summary>
internal static class WebhookOwners
{
    private static readonly Permission _delivers = Permission.All.Single(one => one.ToString() == Permission.WebhooksWrite);

    /// <summary>The owner; <see cref="Caller.Anonymous"/> when there is none any more, or it may not have webhooks.</summary>
    /// <param name="db">Opened by the service itself.</param>
    /// <param name="webhook">The webhook.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Caller> OwnerAsync(this ExamsDb db, Webhook webhook, CancellationToken ct)
    {
        var owner = await FindAsync(db, webhook, ct);
        return owner.Permissions.Contains(_delivers) ? owner : Caller.Anonymous;
    }

    private static async Task<Caller> FindAsync(ExamsDb db, Webhook webhook, CancellationToken ct)
    {
        if (webhook.ClientRow is { } row)
        {
            var places = await db.ClientPlaces.AsNoTracking().Where(place => place.ClientRow == row).Select(place => place.Centre).ToListAsync(ct);
            return await db.ApiClients.AsNoTracking().FirstOrDefaultAsync(one => one.Id == row && one.RevokedAt == null, ct) is { } client
                ? client.AsCaller(client.Scopes, places, session: 0)
                : Caller.Anonymous;
        }

        return await db.Set<User>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == webhook.UserRow, ct) is { } user ? user.AsCaller(session: 0) : Caller.Anonymous;
    }
}
