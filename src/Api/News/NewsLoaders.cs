using Exams.Domain.News;
using Exams.Domain.ResultsAccess;
using Exams.Infrastructure.Events;

namespace Exams.Api.News;

/// <summary>Events by number, one statement for all that are asked for together.</summary>
public sealed class EventByIdDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<long, NewsItem>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, NewsItem>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return await db.News.Where(one => keys.Contains(one.Sequence)).ToDictionaryAsync(one => one.Sequence, cancellationToken);
    }
}

/// <summary>Printings by row, one statement for all that are asked for together.</summary>
public sealed class DocumentsByIdDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<long, AccessDocuments>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, AccessDocuments>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return await db.Documents.Where(one => keys.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
    }
}

/// <summary>The row of a registration.</summary>
/// <param name="Id">The row.</param>
public sealed record RegistrationRow(long Id);

/// <summary>The rows of registrations, found together.</summary>
public sealed class RowByRegistrationDataLoader(RegistrationRows rows, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<Registration, RegistrationRow>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Registration, RegistrationRow>> LoadBatchAsync(
        IReadOnlyList<Registration> keys, CancellationToken cancellationToken) =>
        (await rows.FindAsync(keys, cancellationToken)).ToDictionary(one => one.Key, one => new RegistrationRow(one.Value));
}
