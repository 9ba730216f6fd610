using Exams.Domain.Entries;
using Exams.Domain.Jobs;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Entries;

/// <summary>Keeps orders for statements of entry.</summary>
internal sealed class StatementStore(ExamsDbSource source, Writer writer) : IStatementStore
{
    public async Task<StatementRoll?> FindAsync(CentreNumber centre, Series series, CancellationToken ct)
    {
        await using var db = source.Open(new Caller.System("statements"));
        if (!await db.Centres.AnyAsync(one => one.Number == centre, ct))
            return null;
        var candidates = await db.Candidates.Where(one => one.Centre == centre && one.Series == series)
            .Select(one => new { one.Number, IsEntered = db.Entries.Any(entry => entry.CandidateId == one.Id && entry.Status == EntryStatus.Active) })
            .ToDictionaryAsync(one => one.Number, one => one.IsEntered, ct);
        return new StatementRoll(centre, series, candidates)
        {
            SeriesIsKnown = candidates.Count > 0 || await db.KnowsSeriesAsync(series, ct),
            Last = await db.Documents
                .Where(one => one.Kind == DocumentsKind.StatementsOfEntry && one.Centre == centre && one.Series == series
                    && one.OnlyCandidate == null && one.Selected == null)
                .OrderByDescending(one => one.Id).FirstOrDefaultAsync(ct),
        };
    }

    public Task<Outcome<AccessDocuments>> CommitAsync(StatementOrder order, CancellationToken ct) =>
        writer.WriteAsync<AccessDocuments>("statements", async writing =>
        {
            writing.Db.Add(order.Documents);
            await writing.Db.SaveChangesAsync(ct);
            writing.Order([new PrintStatementPages(order.Audit.At)], order.Audit.At, order.Documents.Id);
            writing.Note(order.Audit);
            return order.Documents;
        }, ct);
}
