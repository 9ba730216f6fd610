using Exams.Domain.Audit;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>A centre's candidates in a series, and the decision which statements are printed. Pure.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Candidates">The candidates, each with whether an entry of theirs stands.</param>
public sealed record StatementRoll(CentreNumber Centre, Series Series, IReadOnlyDictionary<CandidateNumber, bool> Candidates)
{
    /// <summary>Whether the board has the series.</summary>
    public bool SeriesIsKnown { get; init; } = true;

    /// <summary>The newest statements for everybody; null when none were ordered.</summary>
    public AccessDocuments? Last { get; init; }

    /// <summary>Decides.</summary>
    /// <param name="selected">The candidates whose statements are wanted; null for everybody who is entered.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="mint">Names the files.</param>
    /// <param name="at">Now.</param>
    /// <returns>The order, or the refusal.</returns>
    public Outcome<StatementOrder> Print(IReadOnlyList<CandidateNumber>? selected, Caller caller, ICredentialMint mint, DateTimeOffset at)
    {
        if (!PrintStatements.MayRead(caller))
        {
            return new PermissionNeeded(Permission.CandidatesRead);
        }

        if (!SeriesIsKnown)
        {
            return new SeriesNotFound(Series);
        }

        if (selected is not null && AgainstSelection(selected) is { } refusal)
        {
            return refusal;
        }

        var total = selected?.Distinct().Count() ?? Candidates.Count(one => one.Value);
        if (total == 0)
        {
            return new NobodyEntitled();
        }

        // Statements that wait their turn will be true when they are printed; a second set of the same would only cost.
        if (selected is null && Last is { State: DocumentsState.Pending or DocumentsState.Waiting } coming)
        {
            return new PrintingUnderWay(coming.Done, coming.Total);
        }

        var documents = new AccessDocuments(Centre, Series, selected, total, mint, at);
        return new StatementOrder(documents, new AuditRecord(at, caller, AuditAction.StatementsOrdered)
        {
            Centre = Centre,
            Series = Series,
            Candidate = documents.OnlyCandidate,
        });
    }

    private Refusal? AgainstSelection(IReadOnlyList<CandidateNumber> selected)
    {
        IReadOnlyList<CandidateNumber> Those(Func<CandidateNumber, bool> which) => [.. selected.Where(which).Distinct().Order()];
        return Those(number => !Candidates.ContainsKey(number)) is { Count: > 0 } unknown ? new CandidateNotFound(unknown)
            : Those(number => !Candidates[number]) is { Count: > 0 } idle ? new CandidateNotEntitled(idle)
            : null;
    }
}
