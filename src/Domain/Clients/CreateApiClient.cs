using Exams.Domain.Audit;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Clients;

/// <summary>The board, or a head of centre for its own centres, makes an API client. The secret is shown this once.</summary>
public sealed class CreateApiClient(IApiClientStore store, ISessionTokens tokens, TimeProvider clock)
{
    /// <summary>What is asked for.</summary>
    /// <param name="Name">What people call it.</param>
    /// <param name="Scopes">What it may do.</param>
    /// <param name="Centres">At which centres.</param>
    public sealed record Request(DisplayName Name, IReadOnlyList<Permission> Scopes, IReadOnlyList<CentreNumber> Centres);

    /// <summary>Does it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The client and its secret; or the refusal.</returns>
    public async Task<Outcome<MintedClient>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Scopes.Count == 0 || request.Centres.Count == 0)
        {
            return new ApiClientEmpty(request.Scopes.Count == 0 ? "scopes" : "centres");
        }

        if (request.Scopes.Where(scope => !Permission.OfClients.Contains(scope)).Distinct().Order().ToList() is { Count: > 0 } unfit)
        {
            return new ScopeNotForClients(unfit);
        }

        // What is hidden and what is missing look alike.
        var known = await store.KnownAsync(request.Centres, ct);
        if (request.Centres.FirstOrDefault(centre => !caller.Administers(centre) || !known.Contains(centre)) is var missing && missing != default)
        {
            return new CentreNotFound(missing) with { Path = ["centres"] };
        }

        var at = clock.GetUtcNow();
        var client = new ApiClient(tokens.MintName(), request.Name, request.Scopes, at);
        var secret = tokens.MintToken();
        await store.CommitAsync(
            new ClientChange(
                client, [.. request.Centres.Distinct()], secret.Hash, [], EndSessions: false, at,
                new AuditRecord(at, caller, AuditAction.ApiClientCreated) { Detail = client.ClientId }),
            ct);
        return new MintedClient(client, secret.Token, OverlapEndsAt: null);
    }
}

/// <summary>A client with a secret that nobody sees a second time.</summary>
/// <param name="Client">The client.</param>
/// <param name="Secret">The secret.</param>
/// <param name="OverlapEndsAt">Until when the secrets before it go on; null when there are none.</param>
public sealed record MintedClient(ApiClient Client, Secret Secret, DateTimeOffset? OverlapEndsAt);
