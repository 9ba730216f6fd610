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
