using Exams.Domain.KeyDates;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.KeyDates;

/// <summary>Keeps deadlines.</summary>
internal sealed class DeadlineStore(Writer writer) : IDeadlineStore
{
    public Task<Outcome<Deadline>> SetAsync(Series series, Func<DeadlineBook, Outcome<DeadlineChange>> decide, CancellationToken ct) =>
        writer.WriteAsync<Deadline>("deadlines", async writing =>
        {
            var db = writing.Db;
            var standing = await db.Deadlines.Where(one => one.Series == series).OrderBy(one => one.Id).ToListAsync(ct);
            if (!decide(new DeadlineBook(series, await db.KnowsSeriesAsync(series, ct), standing)).IsDone(out var change, out var refusal))
                return refusal;
            if (change.Deadline.Id == 0)
                await writing.InsertAsync([change.Deadline], ct);
            writing.Tell(change.News);
            writing.Note(change.Audit);
            return change.Deadline;
        }, ct);
}
