using Exams.Domain.Audit;
using Exams.Domain.Jobs;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>What a decision on results access wants done: all of it in one transaction, or none.</summary>
/// <param name="Access">The setting as it shall be: a new row when the expected version is 0, unchanged when its version is the expected one.</param>
/// <param name="ExpectedVersion">The version that must still stand, else <c>VERSION_STALE</c>.</param>
/// <param name="Stamp">The roll's stamp that must still stand, else <c>CHANGED_MEANWHILE</c>.</param>
/// <param name="At">Now.</param>
public sealed record AccessChange(CandidateResultsAccess Access, int ExpectedVersion, long Stamp, DateTimeOffset At)
{
    /// <summary>Candidates who get a grant and a credential for the first time.</summary>
    public IReadOnlyList<NewGrant> Joining { get; init; } = [];

    /// <summary>Grants that become active again with the credential they have.</summary>
    public IReadOnlyList<long> Restoring { get; init; } = [];

    /// <summary>Grants that are suspended; their sessions end in the same transaction.</summary>
    public IReadOnlyList<long> Suspending { get; init; } = [];

    /// <summary>A grant whose password is replaced; its sessions end in the same transaction.</summary>
    public ReissuedCredential? Reissuing { get; init; }

    /// <summary>Why the documents of this centre and series that still exist are stale from now on (not those of this change).</summary>
    public StaleReasons Stale { get; init; }

    /// <summary>The one candidate that the change is about: single sheets of others stay true; null when it is about all.</summary>
    public CandidateNumber? Only { get; init; }

    /// <summary>Documents to print; null when none are.</summary>
    public AccessDocuments? Documents { get; init; }

    /// <summary>The work to order.</summary>
    public IReadOnlyList<JobOrder> Jobs { get; init; } = [];

    /// <summary>The news; where an item is about the documents of this change, the store fills in their row.</summary>
    public IReadOnlyList<NewsItem> News { get; init; } = [];

    /// <summary>The audit records.</summary>
    public IReadOnlyList<AuditRecord> Audit { get; init; } = [];

    /// <summary>What the caller is told once it is done.</summary>
    public AccessChanged Done => new(Access, Joining.Count, Restoring.Count, Suspending.Count, Documents);
}

/// <summary>A candidate who joins.</summary>
/// <param name="CandidateId">The candidate's row.</param>
/// <param name="Credential">The credential, fresh from the mint.</param>
public sealed record NewGrant(long CandidateId, MintedCredential Credential);

/// <summary>A password that takes another's place.</summary>
/// <param name="GrantId">The grant.</param>
/// <param name="Credential">The credential, fresh from the mint, under the same username.</param>
public sealed record ReissuedCredential(long GrantId, MintedCredential Credential);

/// <summary>What was done.</summary>
/// <param name="Access">The setting as it is now.</param>
/// <param name="Issued">How many candidates got credentials for the first time.</param>
/// <param name="Restored">How many got access back with the credentials they had.</param>
/// <param name="Suspended">How many lost access.</param>
/// <param name="Documents">The documents that are being printed; null when none are.</param>
public sealed record AccessChanged(CandidateResultsAccess Access, int Issued, int Restored, int Suspended, AccessDocuments? Documents);
