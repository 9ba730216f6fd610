using Exams.Domain.Entries;
using Exams.Domain.Fees;

namespace Exams.Api.Entries;

/// <summary>The entries of candidates, one statement for all that are asked for together.</summary>
public sealed class EntriesByCandidateDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, Entry>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<ILookup<long, Entry>> LoadGroupedBatchAsync(
        IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();

        // By candidate first: SQLite then looks each candidate up, where it would walk through all entries of the centre.
        var entries = await db.Entries.Where(one => keys.Contains(one.CandidateId)).OrderBy(one => one.CandidateId).ThenBy(one => one.Syllabus)
            .ToListAsync(cancellationToken);
        return entries.ToLookup(one => one.CandidateId);
    }
}

/// <summary>Entries by row, one statement for all that are asked for together.</summary>
public sealed class EntryByIdDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<long, Entry>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, Entry>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return await db.Entries.Where(one => keys.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
    }
}

/// <summary>The fee lines of entries, one statement for all that are asked for together.</summary>
public sealed class FeeLinesByEntryDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, FeeLine>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<ILookup<long, FeeLine>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        var lines = await db.FeeLines.Where(one => keys.Contains(one.EntryId)).OrderBy(one => one.Id).ToListAsync(cancellationToken);
        return lines.ToLookup(one => one.EntryId);
    }
}
