using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>Whether a grant lets its candidate in.</summary>
public enum GrantState
{
    /// <summary>The candidate may sign in.</summary>
    Active,

    /// <summary>The candidate may not sign in; the credential is kept for the day access is restored.</summary>
    Suspended,
}

/// <summary>One candidate's access. Suspended, never revoked: printed sheets become true again when it is restored.</summary>
/// <remarks>At most one per candidate. Rules 29, 32 and 37.</remarks>
public sealed class Grant
{
    /// <summary>Gives a candidate access.</summary>
    /// <param name="candidateId">The candidate's row.</param>
    /// <param name="centre">The candidate's centre.</param>
    /// <param name="series">The series.</param>
    /// <param name="at">Now.</param>
    public Grant(long candidateId, CentreNumber centre, Series series, DateTimeOffset at)
    {
        CandidateId = candidateId;
        Centre = centre;
        Series = series;
        JoinedAt = at;
    }

    private Grant()
    {
    }

    /// <summary>The row; 0 until it is stored.</summary>
    public long Id { get; private set; }

    /// <summary>The candidate's row; unique.</summary>
    public long CandidateId { get; private set; }

    /// <summary>The candidate's centre.</summary>
    public CentreNumber Centre { get; private set; }

    /// <summary>The series.</summary>
    public Series Series { get; private set; }

    /// <summary>Whether it lets the candidate in.</summary>
    public GrantState State { get; private set; }

    /// <summary>When access was first given.</summary>
    public DateTimeOffset JoinedAt { get; private set; }

    /// <summary>When it was suspended, if it is.</summary>
    public DateTimeOffset? SuspendedAt { get; private set; }
}
