using Exams.Domain.Entries;

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
