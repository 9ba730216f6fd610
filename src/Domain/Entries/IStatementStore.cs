using Exams.Domain.Audit;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>What printing statements needs of the world. Not gated: the verb asks the caller's rights itself.</summary>
public interface IStatementStore
{
    /// <summary>Finds a centre's candidates in a series.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="series">The series.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The roll, perhaps without candidates; null when there is no such centre.</returns>
    Task<StatementRoll?> FindAsync(CentreNumber centre, Series series, CancellationToken ct);

    /// <summary>Orders the printing, in one transaction.</summary>
    /// <param name="order">The order.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The printing.</returns>
    Task<Outcome<AccessDocuments>> CommitAsync(StatementOrder order, CancellationToken ct);
}

/// <summary>Statements to print.</summary>
/// <param name="Documents">The printing.</param>
/// <param name="Audit">Who had it done.</param>
public sealed record StatementOrder(AccessDocuments Documents, AuditRecord Audit);
