using System.Text;
using Exams.Domain.Files;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Files;
using Exams.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Jobs;

/// <summary>Writes the file of an export, read as whoever ordered it may read it when the writing begins. Begun again after a kill, it writes the
/// same file under the same name, and only the last transaction makes it ready.</summary>
internal sealed class WriteExports(ExamsDbSource source, ExportCallers callers, DocumentFiles files, PublicIds ids, TimeProvider clock) : IJobWork
{
    private const string NotAnyMore = "You may no longer read all that was ordered.";
    private const string GivenUp = "The file could not be written, although it was tried several times. The board can see why.";

    private static readonly TimeSpan _tellEvery = TimeSpan.FromMilliseconds(250);

    // Files outlive their row's time by a little: the row decides, and the sweep comes later.
    private static readonly TimeSpan _fileGrace = TimeSpan.FromHours(1);

    public string Kind => JobForms.Export;

    public bool IsShort => false;

    public async Task RunAsync(JobLease lease, CancellationToken ct)
    {
        var id = JobForms.ReadExport(lease.Form);
        Export? export = null;
        await lease.WriteAsync(
            async writing =>
            {
                export = await writing.Db.Exports.FirstOrDefaultAsync(one => one.Id == id, ct);
                if (export is { IsUnderWay: true })
                    export.Start();
            },
            ct);
        if (export is not { IsUnderWay: true })
            await lease.FinishAsync(_ => Task.CompletedTask, ct);
        else if (await callers.FindAsync(export, ct) is not { } caller)
            await lease.FinishAsync(async writing => (await writing.Db.Exports.SingleAsync(one => one.Id == id, ct)).Fail(NotAnyMore), ct);
        else
            await WriteAsync(lease, export, caller, ct);
    }

    public async Task GiveUpAsync(JobLease lease, Persistence.Writing.Writing writing, CancellationToken ct)
    {
        var id = JobForms.ReadExport(lease.Form);
        if (await writing.Db.Exports.FirstOrDefaultAsync(one => one.Id == id, ct) is { } export)
            export.Fail(GivenUp);
    }

    private async Task WriteAsync(JobLease lease, Export export, Caller caller, CancellationToken ct)
    {
        using var draft = files.Begin(DocumentFiles.IdOf(export.Name), export.ExpiresAt + _fileGrace);
        var reading = new ExportReading(source, export, caller, clock.GetUtcNow());
        var lines = IExportLines.Of(export, ids);
        var (rows, told) = (0L, clock.GetTimestamp());
        await using (var text = new StreamWriter(draft.Content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: export.Format == ExportFormat.Csv), leaveOpen: true))
        {
            await lines.BeginAsync(text);
            await foreach (var page in reading.ReadAsync(ct))
            {
                rows += await lines.WriteAsync(text, page);
                if (clock.GetElapsedTime(told) < _tellEvery)
                    continue;
                var done = rows;
                await lease.WriteAsync(async writing => (await writing.Db.Exports.SingleAsync(one => one.Id == export.Id, ct)).Progress(done), ct);
                told = clock.GetTimestamp();
            }
        }

        draft.Commit();
        await lease.FinishAsync(
            async writing =>
            {
                var now = clock.GetUtcNow();
                (await writing.Db.Exports.SingleAsync(one => one.Id == export.Id, ct)).Finish(rows, draft.Length, now);
                writing.Tell(NewsItem.Exported(export.Owner, export.Series, now));
            },
            ct);
    }
}
