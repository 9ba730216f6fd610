using Exams.Domain.Results;

namespace Exams.Api.Results;

/// <summary>Names a result by its entry.</summary>
/// <param name="CandidateId">The candidate's row.</param>
/// <param name="Syllabus">The syllabus.</param>
public readonly record struct EntryKey(long CandidateId, SyllabusCode Syllabus);

/// <summary>The newest results of entries, one statement for all that are asked for together.</summary>
public sealed class ResultByEntryDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<EntryKey, Result>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<EntryKey, Result>> LoadBatchAsync(
        IReadOnlyList<EntryKey> keys, CancellationToken cancellationToken)
    {
        var candidates = keys.Select(key => key.CandidateId).Distinct().ToList();
        await using var db = reads.Open();

        // In this order SQLite looks each candidate up, where it would walk through all results of the centre.
        var results = await db.Results.Where(one => candidates.Contains(one.CandidateId) && one.SupersededAt == null)
            .OrderBy(one => one.CandidateId).ToListAsync(cancellationToken);
        return results.ToDictionary(one => new EntryKey(one.CandidateId, one.Syllabus));
    }
}

/// <summary>The newest results by row, one statement for all that are asked for together.</summary>
public sealed class ResultByIdDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<long, Result>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, Result>> LoadBatchAsync(
        IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return await db.Results.Where(one => keys.Contains(one.Id) && one.SupersededAt == null).ToDictionaryAsync(one => one.Id, cancellationToken);
    }
}
