using Exams.Domain.Bulk;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Candidates;

/// <summary>What became of a candidate.</summary>
public enum CandidateAction
{
    /// <summary>Nothing: it was refused.</summary>
    Refused,

    /// <summary>The candidate was registered.</summary>
    Registered,

    /// <summary>Details were changed.</summary>
    Changed,

    /// <summary>It was so already.</summary>
    Unchanged,
}

/// <summary>One row's outcome: the candidate, or everything that speaks against it.</summary>
/// <param name="Action">What became of it.</param>
/// <param name="Candidate">The candidate as it is then; null when refused.</param>
/// <param name="Refusals">Why it was refused; empty when it was not.</param>
public sealed record CandidateRow(CandidateAction Action, Candidate? Candidate, IReadOnlyList<Refusal> Refusals) : IBulkRow
{
    /// <summary>What the centre should look at; empty when there is nothing, and when the row was refused.</summary>
    public IReadOnlyList<CandidateWarning> Warnings => Candidate is null ? [] : CandidateWarning.Of(Candidate);

    /// <summary>A row that was refused.</summary>
    /// <param name="refusals">Why; at least one.</param>
    /// <returns>The row.</returns>
    public static CandidateRow Refused(params IReadOnlyList<Refusal> refusals) => new(CandidateAction.Refused, null, refusals);
}
