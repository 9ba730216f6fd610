using Exams.Domain.Fees;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Fees;

/// <summary>Keeps the fee list.</summary>
internal sealed class FeeStore(Writer writer) : IFeeStore
{
    public Task<Outcome<Fee>> SetAsync(Fee wish, Func<FeeFacts, Outcome<FeeChange>> decide, CancellationToken ct) =>
        writer.WriteAsync<Fee>("fees", async writing =>
        {
            var db = writing.Db;
            var facts = new FeeFacts(
                await db.KnowsSeriesAsync(wish.Series, ct),
                wish.Qualification is not { } qualification || await db.Qualifications.AnyAsync(one => one.Code == qualification, ct),
                wish.Syllabus is { } syllabus ? await db.Syllabuses.FirstOrDefaultAsync(one => one.Code == syllabus, ct) : null,
                await db.Fees.FirstOrDefaultAsync(
                    one => one.Series == wish.Series && one.Tier == wish.Tier && one.Qualification == wish.Qualification && one.Syllabus == wish.Syllabus, ct));
            if (!decide(facts).IsDone(out var change, out var refusal))
                return refusal;
            if (change.Fee.Id == 0)
                await writing.InsertAsync([change.Fee], ct);
            writing.Tell(change.News);
            writing.Note(change.Audit);
            return change.Fee;
        }, ct);
}
