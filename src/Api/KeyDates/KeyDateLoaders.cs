using Exams.Domain.Entries;
using Exams.Domain.KeyDates;
using Exams.Infrastructure.Persistence.Entries;

namespace Exams.Api.KeyDates;

/// <summary>The deadlines of series, one statement for all that are asked for together.</summary>
public sealed class DeadlinesBySeriesDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : GroupedDataLoader<Series, Deadline>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<ILookup<Series, Deadline>> LoadGroupedBatchAsync(IReadOnlyList<Series> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return (await db.Deadlines.Where(one => keys.Contains(one.Series)).ToListAsync(cancellationToken)).ToLookup(one => one.Series);
    }
}

/// <summary>The exams of candidates: four statements for all that are asked for together.</summary>
public sealed class TimetableByCandidateDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<long, CandidateTimetable>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, CandidateTimetable>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        var entries = await db.Entries.Where(one => keys.Contains(one.CandidateId) && one.Status == EntryStatus.Active).ToListAsync(cancellationToken);
        var entered = await EnteredReading.ReadAsync(db, entries, cancellationToken);
        return entries.GroupBy(one => one.CandidateId).ToDictionary(of => of.Key, of => entered.TimetableOf(of));
    }
}
