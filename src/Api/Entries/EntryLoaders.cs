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
        var entries = await db.Entries.Where(one => keys.Contains(one.CandidateId)).OrderBy(one => one.Syllabus)
            .ToListAsync(cancellationToken);
        return entries.ToLookup(one => one.CandidateId);
    }
}
