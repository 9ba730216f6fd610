using Exams.Domain.Audit;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Clients;

/// <summary>Gives an API client a new secret; the old one goes on for a while, so that nothing stands still while it is put in place.</summary>
public sealed class RotateClientSecret(IApiClientStore store, ISessionTokens tokens, TimeProvider clock)
{
    /// <summary>The longest overlap, in hours.</summary>
    public const int MostOverlapHours = 168;

    /// <summary>Does it.</summary>
    /// <param name="clientId">Which client.</param>
    /// <param name="overlapHours">How long the old secret goes on; 0 for not at all.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The client and its new secret; or the refusal.</returns>
    public async Task<Outcome<MintedClient>> RunAsync(string clientId, int overlapHours, Caller caller, CancellationToken ct)
    {
        if (overlapHours is < 0 or > MostOverlapHours)
        {
            return new OverlapTooLong(MostOverlapHours);
        }

        var at = clock.GetUtcNow();
        var found = await store.FindAsync(clientId, "", at, ct);
        if (found.Client is not { RevokedAt: null } client || !caller.Manages(found.Centres))
        {
            return new ApiClientNotFound(clientId);
        }

        var (end, secret) = (at.AddHours(overlapHours), tokens.MintToken());
        var old = found.Secrets.Where(one => one.IsLive(at)).ToList();
        old.ForEach(one => one.EndAt(end));
        await store.CommitAsync(
            new ClientChange(client, [], secret.Hash, old, EndSessions: false, at, new AuditRecord(at, caller, AuditAction.ApiClientRotated) { Detail = clientId }), ct);
        return new MintedClient(client, secret.Token, old.Count == 0 ? null : end);
    }
}
