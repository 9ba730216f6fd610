using Exams.Domain.Audit;
using Exams.Infrastructure.Persistence.Writing;

namespace Exams.Infrastructure.Persistence.Audit;

/// <summary>Records what was only looked at. Changes bring their own records, in their own transactions.</summary>
public sealed class AuditTrail
{
    private readonly Writer _writer;

    internal AuditTrail(Writer writer) => _writer = writer;

    /// <summary>Keeps a record.</summary>
    /// <param name="record">Who looked at what.</param>
    /// <param name="ct">Cancels; nothing is kept.</param>
    /// <returns>When it is kept.</returns>
    public Task NoteAsync(AuditRecord record, CancellationToken ct) => _writer.WriteAsync("audit", writing =>
    {
        writing.Note(record);
        return Task.CompletedTask;
    }, ct);
}
