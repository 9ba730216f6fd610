using Exams.Domain.Audit;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Clients;

/// <summary>What API clients need of the world. Not gated: the verbs ask the caller's rights themselves.</summary>
public interface IApiClientStore
{
    /// <summary>Which of some centres there are.</summary>
    /// <param name="centres">The centres.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Those that exist.</returns>
    Task<IReadOnlySet<CentreNumber>> KnownAsync(IReadOnlyCollection<CentreNumber> centres, CancellationToken ct);

    /// <summary>Finds a client with its secrets.</summary>
    /// <param name="clientId">The name that it signs in with.</param>
    /// <param name="source">Where a try to sign in comes from; empty where nobody tries.</param>
    /// <param name="now">Now.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What there is, with the failures within the window; the client is null when there is none.</returns>
    Task<ClientAttempt> FindAsync(string clientId, string source, DateTimeOffset now, CancellationToken ct);

    /// <summary>Writes a change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>When it is committed.</returns>
    Task CommitAsync(ClientChange change, CancellationToken ct);

    /// <summary>Starts a session for a client that showed a good secret.</summary>
    /// <param name="session">The session.</param>
    /// <param name="audit">Who signed in.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>When it is committed.</returns>
    Task StartAsync(Session session, AuditRecord audit, CancellationToken ct);

    /// <summary>Counts a try that failed.</summary>
    /// <param name="clientId">As given.</param>
    /// <param name="source">Where it came from.</param>
    /// <param name="at">Now.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>When it is counted.</returns>
    Task FailAsync(string clientId, string source, DateTimeOffset at, CancellationToken ct);
}

/// <summary>A client as it is found.</summary>
/// <param name="Client">The client; null when there is none.</param>
/// <param name="Centres">The centres at which it may work.</param>
/// <param name="Secrets">Its secrets, live ones and others.</param>
/// <param name="FailedFromHere">Failures under the name from the source within the window.</param>
/// <param name="FailedFromAnywhere">Failures under the name within the window.</param>
public sealed record ClientAttempt(
    ApiClient? Client, IReadOnlyList<CentreNumber> Centres, IReadOnlyList<ClientSecret> Secrets, int FailedFromHere, int FailedFromAnywhere);

/// <summary>A client as it shall be.</summary>
/// <param name="Client">The client; a new row when it has none.</param>
/// <param name="NewCentres">Centres at which it may work from now on; for a new client.</param>
/// <param name="NewSecret">The hash of a secret that is added; null when none is.</param>
/// <param name="Changed">Secrets that were given an end.</param>
/// <param name="EndSessions">Whether its tokens end at once.</param>
/// <param name="At">Now.</param>
/// <param name="Audit">Who had it done.</param>
public sealed record ClientChange(
    ApiClient Client,
    IReadOnlyList<CentreNumber> NewCentres,
    byte[]? NewSecret,
    IReadOnlyList<ClientSecret> Changed,
    bool EndSessions,
    DateTimeOffset At,
    AuditRecord Audit);
