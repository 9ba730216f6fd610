using Exams.Infrastructure.Documents;

namespace Exams.Infrastructure.Jobs;

/// <summary>Prints statements of entry as things stand when it begins.</summary>
internal sealed class PrintStatementsOfEntry(Printing printing, IStatementPrinter printer) : IJobWork
{
    public string Kind => JobForms.PrintStatements;

    public bool IsShort => false;

    public Task RunAsync(JobLease lease, CancellationToken ct) => printing.RunAsync(
        lease,
        async (db, documents) => await StatementReading.ReadAsync(db, documents, ct) is not { } statements
            ? null
            : new PagesToPrint(statements.Count, (pdf, zip, progress, stop) => printer.PrintAsync(
                new StatementRun(
                    $"{documents.Centre}, {documents.Series.Display}, statements of entry", documents.OrderedAt, statements.ToAsyncEnumerable()),
                pdf, zip, progress, stop)),
        ct);

    public Task GiveUpAsync(JobLease lease, Persistence.Writing.Writing writing, CancellationToken ct) => printing.GiveUpAsync(lease, writing, ct);
}
