using Exams.Domain.Audit;
using Exams.Domain.Clients;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Domain.Webhooks;
using Exams.Infrastructure.Persistence.Sessions;
using Exams.Infrastructure.Persistence.Writing;
using Exams.Infrastructure.Security;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Clients;

/// <summary>Keeps API clients. Finding does the same work whether or not there is anything to find.</summary>
internal sealed class ApiClientStore(ExamsDbSource source, Writer writer, SessionLedger ledger, SignInReads reads, FailureNames names) : IApiClientStore
{
    private const int MostSourceLength = 64;
    private static readonly Caller _self = new Caller.System("clients");

    public async Task<IReadOnlySet<CentreNumber>> KnownAsync(IReadOnlyCollection<CentreNumber> centres, CancellationToken ct)
    {
        await using var db = source.Open(_self);
        var wanted = centres.Distinct().ToList();
        return (await db.Centres.Where(one => EF.Parameter(wanted).Contains(one.Number)).Select(one => one.Number).ToListAsync(ct)).ToHashSet();
    }

    public async Task<ClientAttempt> FindAsync(string clientId, string from, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = source.Open(_self, now);
        // PostgreSQL cannot even be asked for U+0000. No client id has the replacement, so it is nobody's, and the work is the same.
        var askable = clientId.Replace('\0', '\uFFFD');
        var client = await db.ApiClients.FirstOrDefaultAsync(one => one.ClientId == askable, ct);
        var row = client?.Id ?? 0;
        var secrets = await db.Set<ClientSecret>().Where(one => one.ClientRow == row).ToListAsync(ct);
        var (fromHere, fromAnywhere) = await reads.CountFailuresAsync(names.Of(Marked(clientId)), Shorten(from), now - Throttle.Window, ct);
        var centres = await db.ClientPlaces.Where(one => one.ClientRow == row).Select(one => one.Centre).ToListAsync(ct);
        return new ClientAttempt(client, centres, secrets, fromHere, fromAnywhere);
    }

    public Task CommitAsync(ClientChange change, CancellationToken ct) =>
        writer.WriteAsync("clients", async writing =>
        {
            var db = writing.Db;
            if (change.Client.Id == 0)
                await writing.InsertAsync([change.Client], ct);
            else
                db.Update(change.Client);
            db.UpdateRange(change.Changed);
            await writing.InsertAsync<ClientPlace>([.. change.NewCentres.Select(centre => new ClientPlace(change.Client.Id, centre))], ct);
            if (change.NewSecret is { } hash)
                await writing.InsertAsync<ClientSecret>([new(change.Client.Id, hash, change.At)], ct);
            if (change.EndSessions)
            {
                await db.Set<Session>().Where(session => session.ClientId == change.Client.Id && session.EndedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, (DateTimeOffset?)change.At), ct);
            }

            if (change.Client.RevokedAt is { } revoked)
                await EndWebhooksAsync(db, change.Client.Id, revoked, ct);
            writing.Note(change.Audit);
        }, ct);

    public Task StartAsync(Session session, AuditRecord audit, CancellationToken ct) =>
        writer.WriteAsideAsync("clients", async writing =>
        {
            await writing.InsertAsync([session], ct);
            writing.Note(audit);
        }, ct);

    public Task FailAsync(string clientId, string from, DateTimeOffset at, CancellationToken ct) => ledger.FailAsync(names.Of(Marked(clientId)), Shorten(from), at);

    // They have nobody left to deliver for, and the board shall see that.
    private static async Task EndWebhooksAsync(ExamsDb db, long client, DateTimeOffset at, CancellationToken ct)
    {
        await db.WebhookDeliveries.Where(one => one.State == DeliveryState.Pending && db.Webhooks.Any(webhook => webhook.Id == one.WebhookRow && webhook.ClientRow == client))
            .ExecuteUpdateAsync(
                set => set.SetProperty(one => one.State, DeliveryState.Withheld).SetProperty(one => one.EndedAt, (DateTimeOffset?)at)
                    .SetProperty(one => one.NextAttemptAt, (DateTimeOffset?)null),
                ct);
        foreach (var webhook in await db.Webhooks.Where(one => one.ClientRow == client).ToListAsync(ct))
            webhook.Revoke(at);
    }

    // People and programs are counted apart, though their names might be alike.
    private static string Marked(string clientId) => $"client {clientId}";

    private static string Shorten(string from) => from.Length <= MostSourceLength ? from : from[..MostSourceLength];
}
