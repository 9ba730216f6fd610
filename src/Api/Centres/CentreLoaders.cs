using Exams.Domain.Centres;

namespace Exams.Api.Centres;

/// <summary>Centres by number, one statement for all that are asked for together.</summary>
public sealed class CentreByNumberDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<CentreNumber, Centre>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<CentreNumber, Centre>> LoadBatchAsync(
        IReadOnlyList<CentreNumber> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return await db.Centres.Where(one => keys.Contains(one.Number)).ToDictionaryAsync(one => one.Number, cancellationToken);
    }
}

/// <summary>Centres by row, one statement for all that are asked for together.</summary>
public sealed class CentreByIdDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<long, Centre>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, Centre>> LoadBatchAsync(
        IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return await db.Centres.Where(one => keys.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
    }
}
