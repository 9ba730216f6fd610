namespace Exams.Infrastructure.Persistence.Writing;

/// <summary>How rows of one table, numbered already, reach a database.</summary>
internal interface IRowInsert
{
    Task InsertAsync(ExamsDb db, IReadOnlyList<object> rows, CancellationToken ct);
}
