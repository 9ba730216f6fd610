using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Security;

namespace Exams.Infrastructure.Jobs;

/// <summary>Prints a centre's sheets: what is entitled when it begins, with the passwords that were minted at the confirming.</summary>
internal sealed class PrintSheets(Printing printing, ISheetPrinter printer, Seal seal, InfrastructureOptions options) : IJobWork
{
    public string Kind => JobForms.Print;

    public bool IsShort => false;

    public Task RunAsync(JobLease lease, CancellationToken ct) => printing.RunAsync(
        lease,
        async (db, documents) => await SheetReading.ReadAsync(db, documents, ct) is not { } pages
            ? null
            : new PagesToPrint(pages.Pages.Count, (pdf, zip, progress, stop) => printer.PrintAsync(
                new PrintRun(
                    $"{documents.Centre}, {documents.Series.Display}", documents.OrderedAt, pages.ReadAsync(seal, options.SignInAddress, stop)),
                pdf, zip, progress, stop)),
        ct);

    public Task GiveUpAsync(JobLease lease, Persistence.Writing.Writing writing, CancellationToken ct) => printing.GiveUpAsync(lease, writing, ct);
}
