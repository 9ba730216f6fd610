using System.Data.Common;
using System.Runtime.CompilerServices;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Columns;

namespace Exams.Infrastructure.Persistence.Sessions;

/// <summary>What signing in and sessions read, as prepared statements.</summary>
internal sealed class SignInReads(PreparedReads reads)
{
    private const string Account =
        """
        SELECT c.grant_id, c.username, c.salt, c.hash, c.key_version, c.issue_number, c.issued_at,
               g.state, k.id, k.centre, k.series, k.number,
               EXISTS (SELECT 1 FROM entries e WHERE e.candidate_id = k.id AND e.status = 'Active')
        FROM credentials c JOIN grants g ON g.id = c.grant_id JOIN candidates k ON k.id = g.candidate_id
        WHERE c.username = @p0
        """;

    private const string Failures =
        """
        SELECT COALESCE(SUM(CASE WHEN source = @p1 THEN count ELSE 0 END), 0), COALESCE(SUM(count), 0)
        FROM sign_in_failures WHERE who = @p0 AND window_started_at > @p2
        """;

    // Without an active grant and an active entry the candidate's part is null, and the session is worth nothing.
    private const string Holder =
        """
        SELECT s.id, s.user_id, s.grant_id, k.id, k.centre, k.series, k.number, s.client_id
        FROM sessions s
        LEFT JOIN grants g ON g.id = s.grant_id AND g.state = 'Active'
        LEFT JOIN candidates k ON k.id = g.candidate_id
          AND EXISTS (SELECT 1 FROM entries e WHERE e.candidate_id = k.id AND e.status = 'Active')
        WHERE s.ended_at IS NULL AND s.expires_at > @p1 AND
        """;

    private const string HolderOfToken = Holder + " s.token_hash = @p0";

    private const string HolderOfSession = Holder + " s.id = @p0";

    /// <summary>The candidate of a username as it was minted.</summary>
    public Task<CandidateAccount?> FindAccountAsync(string username, CancellationToken ct) =>
        reads.FirstAsync(Account, ReadAccount, ct, username);

    /// <summary>Failures under a name: from a source, and from anywhere.</summary>
    public Task<(int FromHere, int FromAnywhere)> CountFailuresAsync(string who, string source, DateTimeOffset since, CancellationToken ct) =>
        reads.FirstAsync(
            Failures, row => (Convert.ToInt32(row.GetValue(0), null), Convert.ToInt32(row.GetValue(1), null)),
            ct, who, source, InstantColumn.Micros(since));

    /// <summary>Who holds a live session.</summary>
    public Task<SessionHolder?> FindHolderAsync(byte[] tokenHash, DateTimeOffset now) =>
        reads.FirstAsync(HolderOfToken, ReadHolder, CancellationToken.None, tokenHash, InstantColumn.Micros(now));

    /// <summary>Who holds a live session.</summary>
    public Task<SessionHolder?> FindHolderAsync(long session, DateTimeOffset now) =>
        reads.FirstAsync(HolderOfSession, ReadHolder, CancellationToken.None, session, InstantColumn.Micros(now));

    private static CandidateAccount ReadAccount(DbDataReader row)
    {
        var minted = new MintedCredential(row.GetString(1), (byte[])row.GetValue(2), (byte[])row.GetValue(3), row.GetInt32(4), []);
        var credential = new Credential(row.GetInt64(0), minted, InstantColumn.At(row.GetInt64(6)));
        SetIssueNumber(credential, row.GetInt32(5));
        return new CandidateAccount(
            credential, Enum.Parse<GrantState>(row.GetString(7)), Convert.ToBoolean(row.GetValue(12), null), row.GetInt64(8),
            Word<CentreNumber>(row, 9), Word<Series>(row, 10), Word<CandidateNumber>(row, 11));
    }

    private static SessionHolder ReadHolder(DbDataReader row)
    {
        var session = row.GetInt64(0);
        var user = row.IsDBNull(1) ? (long?)null : row.GetInt64(1);
        var candidate = row.IsDBNull(2) || row.IsDBNull(3)
            ? null
            : new Caller.Candidate(
                row.GetInt64(3), Word<CentreNumber>(row, 4), Word<Series>(row, 5), Word<CandidateNumber>(row, 6), row.GetInt64(2), session);
        return new SessionHolder(session, user, row.IsDBNull(7) ? null : row.GetInt64(7), candidate);
    }

    private static T Word<T>(DbDataReader row, int at)
        where T : struct, IVocabulary<T> =>
        T.TryParse(row.GetString(at), out var word) ? word : throw new InvalidOperationException($"The database holds a {typeof(T).Name} that is none.");

    // The entity counts its own issues; a row that is read back already has.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_IssueNumber")]
    private static extern void SetIssueNumber(Credential credential, int number);
}

/// <summary>Who holds a live session: a user, an API client, or a candidate who still has access.</summary>
internal sealed record SessionHolder(long Session, long? UserId, long? ClientId, Caller.Candidate? Candidate);
