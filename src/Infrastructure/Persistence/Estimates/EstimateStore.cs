using Exams.Domain.Estimates;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Exams.Infrastructure.Persistence.Estimates;

internal sealed class EstimateConfiguration : IEntityTypeConfiguration<EstimatedEntry>
{
    public void Configure(EntityTypeBuilder<EstimatedEntry> builder)
    {
        builder.ToTable("EstimatedEntries");
        builder.HasIndex(estimate => new { estimate.Centre, estimate.Series, estimate.Syllabus }).IsUnique();
        builder.HasIndex(estimate => new { estimate.Series, estimate.Syllabus });
    }
}

/// <summary>Keeps estimates.</summary>
internal sealed class EstimateStore(ExamsDbSource source, Writer writer) : IEstimateStore
{
    public async Task<EstimateFacts> FindAsync(IReadOnlyList<EstimateWish> wishes, CancellationToken ct)
    {
        await using var db = source.Open(new Caller.System("estimates"));
        var (places, times) = (wishes.Select(wish => wish.Centre).Distinct().ToList(), wishes.Select(wish => wish.Series).Distinct().ToList());
        var codes = wishes.Select(wish => wish.Syllabus).Distinct().ToList();
        HashSet<Series> known = [];
        foreach (var series in times)
        {
            if (await db.KnowsSeriesAsync(series, ct))
                known.Add(series);
        }

        return new EstimateFacts(
            await db.Centres.Where(one => EF.Parameter(places).Contains(one.Number)).ToDictionaryAsync(one => one.Number, ct),
            known,
            await db.Syllabuses.Where(one => EF.Parameter(codes).Contains(one.Code)).ToDictionaryAsync(one => one.Code, ct),
            (await db.Deadlines.Where(one => EF.Parameter(times).Contains(one.Series)).ToListAsync(ct)).ToLookup(one => one.Series),
            await Of(db, places, times, codes).ToListAsync(ct));
    }

    public Task<Outcome<EstimatesChange>> CommitAsync(EstimatesChange change, CancellationToken ct) =>
        writer.WriteAsync<EstimatesChange>("estimates", async writing =>
        {
            var mine = change.Added.Select(one => (one.Centre, one.Series, one.Syllabus)).ToHashSet();
            var taken = await Of(
                writing.Db,
                [.. mine.Select(one => one.Centre).Distinct()],
                [.. mine.Select(one => one.Series).Distinct()],
                [.. mine.Select(one => one.Syllabus).Distinct()]).AsNoTracking().ToListAsync(ct);
            if (taken.Exists(one => mine.Contains((one.Centre, one.Series, one.Syllabus))))
                return new ChangedMeanwhile();
            await writing.InsertAsync([.. change.Added], ct);
            writing.Db.UpdateRange(change.Changed);
            writing.Tell(change.News);
            writing.Note(change.Audit);
            return change;
        }, ct);

    private static IQueryable<EstimatedEntry> Of(ExamsDb db, List<CentreNumber> places, List<Series> times, List<SyllabusCode> codes) =>
        db.EstimatedEntries.Where(one => EF.Parameter(places).Contains(one.Centre) && EF.Parameter(times).Contains(one.Series) && EF.Parameter(codes).Contains(one.Syllabus));
}
