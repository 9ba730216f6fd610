using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;
using Exams.GraphQL.Types.Pagination;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Data.Paging;

/// <summary>Cuts a page from whatever the resolver gave.</summary>
/// <typeparam name="T">The item's type.</typeparam>
/// <param name="options">How it is cut.</param>
internal sealed class PagingStep<T>(PagingOptions options) : ResultStep
{
    /// <inheritdoc/>
    public override async ValueTask<object?> ApplyAsync(IResolverContext context, object? value)
    {
        switch (value)
        {
            case null or Connection:
                return value;
            case IQueryable<T> query:
                var db = context.Services.GetService<GivenContexts>()?.Of(query);
                return await new QueryPage<T>(query, db, PageRequest.OfKeys(context, options), options.Size, context.RequestAborted).ReadAsync();
            case IAsyncEnumerable<T> stream:
                var streamed = (IReadOnlyList<T>)(await ResolverRuntime.OfStream(stream, context))!;
                return ListPage.Cut(streamed, PageRequest.Of(context, options), options.Size);
            default:
                var items = (IEnumerable<T>)value;
                return ListPage.Cut(items as IReadOnlyList<T> ?? [.. items], PageRequest.Of(context, options), options.Size);
        }
    }
}

/// <summary>Gives what a loader brought as connection; a parent without rows has an empty page.</summary>
/// <typeparam name="T">The item's type.</typeparam>
internal sealed class LoadedPageStep<T> : ResultStep
{
    /// <inheritdoc/>
    public override ValueTask<object?> ApplyAsync(IResolverContext context, object? value) =>
        new((value as Page<T> ?? Page<T>.Empty).ToConnection());
}
