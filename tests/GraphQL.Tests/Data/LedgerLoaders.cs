using Exams.GraphQL.Data;
using Exams.GraphQL.Data.Paging;
using Exams.GraphQL.Execution.Batches;
using Exams.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Exams.GraphQL.Tests.Data;

/// <summary>Pages of the lines of owners, one statement for all owners that are asked alike.</summary>
public sealed class LinesByOwnerDataLoader(IDbContextFactory<LedgerContext> factory, IBatchScheduler scheduler, DataLoaderOptions options)
    : StatefulBatchDataLoader<int, Page<Line>>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<int, Page<Line>>> LoadBatchAsync(
        IReadOnlyList<int> keys, DataLoaderFetchContext<Page<Line>> context, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Lines.AsNoTracking()
            .Where(l => l.OwnerId != null && keys.Contains(l.OwnerId.Value))
            .OrderByDescending(l => l.Day)
            .With(context.GetQueryContext())
            .ToBatchPageAsync(l => l.OwnerId!.Value, context.GetPagingArguments(), cancellationToken);
    }
}

/// <summary>The owners of lines, one statement for all.</summary>
public sealed class OwnerByIdDataLoader(IDbContextFactory<LedgerContext> factory, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<int, Owner>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<int, Owner>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Owners.AsNoTracking().Where(o => keys.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
    }
}

[ExtendObjectType<Owner>]
public static class OwnerLines
{
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 2, MaxPageSize = 100, ConnectionName = "OwnedLines")]
    [UseFiltering]
    [UseSorting]
    public static Task<Page<Line>?> GetOwnedAsync(
        [Parent(nameof(Owner.Id))] Owner owner, PagingArguments paging, QueryContext<Line> asked, LinesByOwnerDataLoader lines, CancellationToken ct) =>
        lines.With(paging, asked).LoadAsync(owner.Id, ct);
}

[ExtendObjectType<Line>]
public static class LineOwner
{
    public static async Task<Owner?> GetHolderAsync([Parent(nameof(Line.OwnerId))] Line line, OwnerByIdDataLoader owners, CancellationToken ct) =>
        line.OwnerId is { } owner ? await owners.LoadAsync(owner, ct) : null;
}
