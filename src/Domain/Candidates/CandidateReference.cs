using Exams.Domain.Vocabulary;

namespace Exams.Domain.Candidates;

/// <summary>How a client names a candidate: by the row, by the natural key, or by its own key.</summary>
public abstract record CandidateReference
{
    private CandidateReference()
    {
    }

    /// <summary>By the row.</summary>
    /// <param name="Id">Its number.</param>
    public sealed record ById(long Id) : CandidateReference;

    /// <summary>By the candidate number.</summary>
    /// <param name="Centre">The centre.</param>
    /// <param name="Series">The series.</param>
    /// <param name="Number">The candidate number.</param>
    public sealed record ByNumber(CentreNumber Centre, Series Series, CandidateNumber Number) : CandidateReference;

    /// <summary>By the client's own key.</summary>
    /// <param name="Centre">The centre.</param>
    /// <param name="Series">The series.</param>
    /// <param name="Key">The key that the client gave the candidate.</param>
    public sealed record ByKey(CentreNumber Centre, Series Series, ExternalReference Key) : CandidateReference;
}
