using Exams.Domain.Vocabulary;

namespace Exams.Domain.Clients;

/// <summary>There is no such API client, or it is none of the caller's business: the answer is the same.</summary>
/// <param name="ClientId">The name that was asked for.</param>
public sealed record ApiClientNotFound(string ClientId) : Refusal("API_CLIENT_NOT_FOUND", "There is no such API client, or it is not one of yours.", "clientId");

/// <summary>An API client cannot have this scope.</summary>
/// <param name="Scopes">The scopes that it cannot have, in order.</param>
public sealed record ScopeNotForClients(IReadOnlyList<Permission> Scopes) : Refusal(
    "SCOPE_NOT_FOR_CLIENTS", Words.Few("An API client cannot have these scopes", Scopes), "scopes");

/// <summary>An API client without scopes, or without centres, could do nothing.</summary>
/// <param name="Field">Which of the two is empty.</param>
public sealed record ApiClientEmpty(string Field) : Refusal("API_CLIENT_EMPTY", $"Name at least one of its {Field}.", Field);

/// <summary>The overlap of an old secret with a new one is out of bounds.</summary>
/// <param name="MostHours">The longest overlap.</param>
public sealed record OverlapTooLong(int MostHours) : Refusal(
    "OVERLAP_TOO_LONG", $"The old secret may go on for 0 to {MostHours} hours.", "overlapHours");
