using System.Security.Cryptography;
using Exams.Domain.Audit;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Clients;

/// <summary>An API client signs in with its secret and gets a token for an hour.</summary>
/// <remarks>The client credentials grant of OAuth 2.0 (RFC 6749 section 4.4).</remarks>
public sealed class SignInClient(IApiClientStore store, ISessionTokens tokens, TimeProvider clock)
{
    /// <summary>What was sent.</summary>
    /// <param name="ClientId">The client's name.</param>
    /// <param name="Secret">Its secret.</param>
    /// <param name="Scopes">What the token shall be good for; null for all that the client has.</param>
    /// <param name="Source">Where it comes from, as the front door names it.</param>
    public sealed record Request(string ClientId, Secret Secret, IReadOnlyList<Permission>? Scopes, string Source);

    /// <summary>Does it. Unknown, wrong and ended are one answer.</summary>
    /// <remarks>Nobody guesses a secret of 256 bits, so failures shut nobody out: a forgotten program with an old secret, or a stranger who knows the client's
    /// name, would otherwise end a school's nightly work. They are counted until they are many, and then no longer written down.</remarks>
    /// <param name="request">What was sent.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The session; or <see cref="SignInRefused"/> or <see cref="ScopeNotGiven"/>.</returns>
    public async Task<Outcome<SignedIn>> RunAsync(Request request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        var at = clock.GetUtcNow();
        var found = await store.FindAsync(request.ClientId, request.Source, at, ct);
        var hash = tokens.Hash(request.Secret);
        var isRight = found.Secrets.Any(one => one.IsLive(at) & CryptographicOperations.FixedTimeEquals(one.Hash, hash));
        if (found.Client is not { RevokedAt: null } client || !isRight)
        {
            if (!Throttle.IsOver(found.FailedFromHere, found.FailedFromAnywhere))
            {
                await store.FailAsync(request.ClientId, request.Source, at, ct);
            }

            return new SignInRefused();
        }

        if (request.Scopes?.Except(client.Scopes).Order().ToList() is { Count: > 0 } missing)
        {
            return new ScopeNotGiven(missing);
        }

        var token = tokens.MintToken();
        var session = Session.ForClient(client, request.Scopes ?? client.Scopes, token.Hash, at);
        await store.StartAsync(session, new AuditRecord(at, client.AsCaller(session.Scopes, found.Centres, 0), AuditAction.SignedIn), ct);
        return new SignedIn(token.Token, session.ExpiresAt, client.AsCaller(session.Scopes, found.Centres, session.Id));
    }
}

/// <summary>The client does not have these scopes.</summary>
/// <param name="Scopes">Which, in order.</param>
public sealed record ScopeNotGiven(IReadOnlyList<Permission> Scopes) : Refusal(
    "SCOPE_NOT_GIVEN", Words.Few("This client does not have the scopes", Scopes), "scope");
