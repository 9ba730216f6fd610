using Exams.Domain.Transfers;

namespace Exams.Api.Transfers;

/// <summary>Transfers by row, one statement for all that are asked for together.</summary>
public sealed class TransferByIdDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<long, Transfer>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, Transfer>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return await db.Transfers.Where(one => keys.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
    }
}

/// <summary>The forms of transfers, one statement for all that are asked for together.</summary>
public sealed class TransferFormDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<long, TransferForm>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, TransferForm>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return await db.TransferForms.Where(one => keys.Contains(one.TransferId)).ToDictionaryAsync(one => one.TransferId, cancellationToken);
    }
}

/// <summary>The entries of transfers, one statement for all that are asked for together.</summary>
public sealed class TransferredEntriesDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, TransferredEntry>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<ILookup<long, TransferredEntry>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        var entries = await db.TransferredEntries.Where(one => keys.Contains(one.TransferId)).OrderBy(one => one.Syllabus).ToListAsync(cancellationToken);
        return entries.ToLookup(one => one.TransferId);
    }
}

/// <summary>The transfers of registrations, those left and those made by them, one statement for all that are asked for together.</summary>
public sealed class TransfersByCandidateDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, Transfer>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<ILookup<long, Transfer>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        var transfers = await db.Transfers
            .Where(one => keys.Contains(one.CandidateId) || (one.NewCandidateId != null && keys.Contains(one.NewCandidateId.Value)))
            .OrderBy(one => one.Id).ToListAsync(cancellationToken);
        var asked = keys.ToHashSet();
        return (
            from transfer in transfers
            from candidate in new[] { transfer.CandidateId, transfer.NewCandidateId ?? 0 }
            where asked.Contains(candidate)
            select (candidate, transfer)).ToLookup(one => one.candidate, one => one.transfer);
    }
}
