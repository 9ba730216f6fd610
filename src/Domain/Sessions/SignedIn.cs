using Exams.Domain.Vocabulary;

namespace Exams.Domain.Sessions;

/// <summary>A session has begun.</summary>
/// <param name="Token">The token, which is shown this once.</param>
/// <param name="ExpiresAt">When the session ends by itself.</param>
/// <param name="Caller">Who signed in.</param>
public sealed record SignedIn(Secret Token, DateTimeOffset ExpiresAt, Caller Caller);
