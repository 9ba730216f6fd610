using Exams.Domain.Audit;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Clients;

/// <summary>Ends an API client: its secrets and tokens are worth nothing at once.</summary>
public sealed class RevokeApiClient(IApiClientStore store, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="clientId">Which client.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The client; or the refusal.</returns>
    public async Task<Outcome<ApiClient>> RunAsync(string clientId, Caller caller, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        var found = await store.FindAsync(clientId, "", at, ct);
        if (found.Client is not { RevokedAt: null } client || !caller.Manages(found.Centres))
        {
            return new ApiClientNotFound(clientId);
        }

        client.Revoke(at);
        var live = found.Secrets.Where(one => one.IsLive(at)).ToList();
        live.ForEach(one => one.EndAt(at));
        await store.CommitAsync(
            new ClientChange(client, [], null, live, EndSessions: true, at, new AuditRecord(at, caller, AuditAction.ApiClientRevoked) { Detail = clientId }), ct);
        return client;
    }
}
