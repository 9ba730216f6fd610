using Exams.Domain.Audit;
using Exams.Domain.Files;
using Exams.Domain.Jobs;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Files;

/// <summary>Keeps exports.</summary>
internal sealed class ExportStore(ExamsDbSource source, Writer writer) : IExportStore
{
    private const int NameLength = 32;

    public Task<Outcome<Export>> OrderAsync(Export export, AuditRecord audit, ExportLimits limits, CancellationToken ct) =>
        writer.WriteAsync<Export>("exports", async writing =>
        {
            var db = writing.Db;
            if (await db.Exports.CountAsync(
                one => one.Owner == export.Owner && (one.State == ExportState.Ordered || one.State == ExportState.Writing), ct) >= limits.AtOnce)
                return new TooManyExports(limits.AtOnce);
            if (await db.Exports.CountAsync(one => one.Owner == export.Owner && one.ExpiresAt > export.OrderedAt, ct) >= limits.Kept)
                return new TooManyExports(limits.Kept, AreUnderWay: false);
            var known = await db.Centres.Where(one => EF.Parameter(export.Centres).Contains(one.Number)).Select(one => one.Number).ToListAsync(ct);
            if (export.Centres.Except(known).Select(one => (CentreNumber?)one).FirstOrDefault() is { } missing)
                return new CentreNotFound(missing) { Path = ["centres"] };
            if (export.Series is { } series && !await db.KnowsSeriesAsync(series, ct))
                return new SeriesNotFound(series);
            await writing.InsertAsync([export], ct);
            writing.Order([new WriteExport(export.Id, export.OrderedAt)], export.OrderedAt);
            writing.Note(audit);
            return export;
        }, ct);

    public async Task<Export?> FindAsync(string name, CancellationToken ct)
    {
        // PostgreSQL cannot even be asked for U+0000.
        if (name.Length != NameLength || name.Contains('\0', StringComparison.Ordinal))
            return null;
        await using var db = source.Open(new Caller.System("exports"));
        return await db.Exports.FirstOrDefaultAsync(one => one.Name == name, ct);
    }

    public Task KeepAsync(DownloadLink? link, AuditRecord? audit, CancellationToken ct) =>
        writer.WriteAsync("exports", writing =>
        {
            if (link is not null)
                writing.Db.Add(link);
            if (audit is not null)
                writing.Note(audit);
            return Task.CompletedTask;
        }, ct);
}
