using Exams.Domain.Clients;

namespace Exams.Api.Clients;

/// <summary>An API client to make.</summary>
/// <param name="Name">What people call it: the vendor and the school's own system, for instance.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Centres">At which centres.</param>
public sealed record CreateApiClientInput(DisplayName Name, IReadOnlyList<Permission> Scopes, IReadOnlyList<CentreNumber> Centres);

/// <summary>A client that gets a new secret.</summary>
/// <param name="ClientId">The name that it signs in with.</param>
/// <param name="OverlapHours">How long the old secret goes on, in hours: 0 to 168.</param>
public sealed record RotateClientSecretInput(string ClientId, int OverlapHours = 24);

/// <summary>A client to end.</summary>
/// <param name="ClientId">The name that it signs in with.</param>
public sealed record RevokeApiClientInput(string ClientId);

/// <summary>A client with its secret.</summary>
/// <param name="ApiClient">The client; null when refused.</param>
/// <param name="ClientSecret">The secret, shown this once and kept by nobody; null when refused.</param>
/// <param name="OverlapEndsAt">Until when the secrets before it go on; null when there are none.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record MintedClientPayload(ApiClient? ApiClient, string? ClientSecret, DateTimeOffset? OverlapEndsAt, IReadOnlyList<UserError> Errors);

/// <summary>What became of a client.</summary>
/// <param name="ApiClient">The client; null when refused.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record ApiClientPayload(ApiClient? ApiClient, IReadOnlyList<UserError> Errors);

/// <summary>Making and ending API clients.</summary>
[MutationType]
public static class ApiClientMutations
{
    /// <summary>Makes an API client, which signs in at <c>/oauth/token</c>. Its secret is shown this once. A head of centre makes clients for the own centres,
    /// the board for any. Codes: API_CLIENT_EMPTY, SCOPE_NOT_FOR_CLIENTS, CENTRE_NOT_FOUND.</summary>
    [Authorize(Policy = Permission.ClientsWrite)]
    public static async Task<MintedClientPayload> CreateApiClientAsync(CreateApiClientInput input, CreateApiClient verb, CurrentCaller current, CancellationToken ct) =>
        Minted(await verb.RunAsync(new(input.Name, input.Scopes, input.Centres), current.Caller, ct), input);

    /// <summary>Gives an API client a new secret, shown this once; the old one goes on for a while. Codes: API_CLIENT_NOT_FOUND, OVERLAP_TOO_LONG.</summary>
    [Authorize(Policy = Permission.ClientsWrite)]
    public static async Task<MintedClientPayload> RotateClientSecretAsync(
        RotateClientSecretInput input, RotateClientSecret verb, CurrentCaller current, CancellationToken ct) =>
        Minted(await verb.RunAsync(input.ClientId, input.OverlapHours, current.Caller, ct), input);

    /// <summary>Ends an API client; its secrets and tokens are worth nothing at once. Codes: API_CLIENT_NOT_FOUND.</summary>
    [Authorize(Policy = Permission.ClientsWrite)]
    public static async Task<ApiClientPayload> RevokeApiClientAsync(RevokeApiClientInput input, RevokeApiClient verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(input.ClientId, current.Caller, ct)).Present<ApiClient, ApiClientPayload>(input, (done, errors) => new(done, errors));

    private static MintedClientPayload Minted(Outcome<MintedClient> outcome, object input) => outcome.Present<MintedClient, MintedClientPayload>(
        input, (done, errors) => new(done?.Client, done?.Secret.Reveal(), done?.OverlapEndsAt, errors));
}
