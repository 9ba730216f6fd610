using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Transfers;

/// <summary>What a decision on a transfer needs to know, read in one go. Not gated: the desk asks the caller's rights itself.</summary>
/// <param name="Entries">The candidate with all entries at the original centre, and what the entries cost.</param>
/// <param name="Receiving">What the board offers the receiving centre in the series; null when there is no such centre.</param>
public sealed record TransferFacts(EntryFacts Entries, EntryOffer? Receiving)
{
    /// <summary>The transfer; null when there is none, or none yet.</summary>
    public Transfer? Transfer { get; init; }

    /// <summary>The numbers that candidates of the receiving centre have or had in the series.</summary>
    public IReadOnlySet<CandidateNumber> Used { get; init; } = new HashSet<CandidateNumber>();

    /// <summary>Which numbers of the receiving centre are gone, those set aside included.</summary>
    public NumberBook Numbers { get; init; } = new([], []);

    /// <summary>The number under which somebody with the same identifier is registered at the receiving centre already; null when nobody is.</summary>
    public CandidateNumber? KnownAs { get; init; }
}

/// <summary>What became of a transfer: the transfer, or everything that speaks against it.</summary>
/// <param name="Transfer">The transfer as it is then; null when refused.</param>
/// <param name="Refusals">Why it was refused; empty when it was not.</param>
public sealed record TransferDecision(Transfer? Transfer, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>A refusal.</summary>
    /// <param name="refusals">Why; at least one.</param>
    /// <returns>The decision.</returns>
    public static TransferDecision Refused(params IReadOnlyList<Refusal> refusals) => new(null, refusals);
}
