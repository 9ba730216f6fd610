using Exams.Domain.Candidates;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Transfers;

/// <summary>What the original centre asks for.</summary>
/// <param name="Candidate">Who moves.</param>
/// <param name="ReceivingCentre">Where to.</param>
/// <param name="Syllabuses">The syllabuses to be moved; null for all. A candidate moves with all of them or not at all.</param>
public sealed record TransferWish(CandidateReference Candidate, CentreNumber ReceivingCentre, IReadOnlyList<SyllabusCode>? Syllabuses = null);

/// <summary>How a client names a transfer: by the row, or by the registration at the original centre.</summary>
public abstract record TransferReference
{
    private TransferReference()
    {
    }

    /// <summary>By the row.</summary>
    /// <param name="Id">Its number.</param>
    public sealed record ById(long Id) : TransferReference;

    /// <summary>By the registration at the original centre: its last transfer.</summary>
    /// <param name="Registration">Centre, series and candidate number there.</param>
    public sealed record ByRegistration(Registration Registration) : TransferReference;
}
