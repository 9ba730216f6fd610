using Exams.Domain.Audit;
using Exams.Infrastructure.Persistence.Sessions;

namespace Exams.Infrastructure.Persistence.Audit;

/// <summary>Records what was only looked at. Changes bring their own records, in their own transactions.</summary>
public sealed class AuditTrail
{
    private readonly SessionLedger _ledger;

    internal AuditTrail(SessionLedger ledger) => _ledger = ledger;

    /// <summary>Keeps a record.</summary>
    /// <param name="record">Who looked at what.</param>
    /// <param name="ct">Stops waiting; the record is kept all the same.</param>
    /// <returns>When it is kept.</returns>
    public Task NoteAsync(AuditRecord record, CancellationToken ct) => _ledger.NoteAsync(record).WaitAsync(ct);
}
