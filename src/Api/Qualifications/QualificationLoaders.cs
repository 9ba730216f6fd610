using Exams.Domain.Qualifications;

namespace Exams.Api.Qualifications;

/// <summary>Qualifications by code, one statement for all that are asked for together.</summary>
public sealed class QualificationByCodeDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<QualificationCode, Qualification>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<QualificationCode, Qualification>> LoadBatchAsync(
        IReadOnlyList<QualificationCode> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return await db.Qualifications.Where(one => keys.Contains(one.Code)).ToDictionaryAsync(one => one.Code, cancellationToken);
    }
}

/// <summary>Syllabuses by code, one statement for all that are asked for together.</summary>
public sealed class SyllabusByCodeDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<SyllabusCode, Syllabus>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<SyllabusCode, Syllabus>> LoadBatchAsync(
        IReadOnlyList<SyllabusCode> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return await db.Syllabuses.Where(one => keys.Contains(one.Code)).ToDictionaryAsync(one => one.Code, cancellationToken);
    }
}

/// <summary>Qualifications by row, one statement for all that are asked for together.</summary>
public sealed class QualificationByIdDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<long, Qualification>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, Qualification>> LoadBatchAsync(
        IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return await db.Qualifications.Where(one => keys.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
    }
}

/// <summary>Syllabuses by row, one statement for all that are asked for together.</summary>
public sealed class SyllabusByIdDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<long, Syllabus>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, Syllabus>> LoadBatchAsync(
        IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return await db.Syllabuses.Where(one => keys.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
    }
}

/// <summary>Options by row, one statement for all that are asked for together.</summary>
public sealed class EntryOptionByIdDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<long, EntryOption>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, EntryOption>> LoadBatchAsync(
        IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return await db.Options.Where(one => keys.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
    }
}

/// <summary>What syllabuses may not be combined with, whichever of the two names the other: one statement for all that are asked for together.</summary>
public sealed class DisallowedWithDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : GroupedDataLoader<SyllabusCode, SyllabusCode>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<ILookup<SyllabusCode, SyllabusCode>> LoadGroupedBatchAsync(
        IReadOnlyList<SyllabusCode> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        var pairs = (await db.Syllabuses.ToListAsync(cancellationToken)).SelectMany(one => one.DisallowedWith.Select(other => (One: one.Code, Other: other))).ToList();
        return pairs.Concat(pairs.Select(pair => (One: pair.Other, Other: pair.One))).Distinct().OrderBy(pair => pair.Other).ToLookup(pair => pair.One, pair => pair.Other);
    }
}
