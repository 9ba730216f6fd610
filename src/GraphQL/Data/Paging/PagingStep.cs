using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;
using Exams.GraphQL.Types.Pagination;

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
                return await new QueryPage<T>(query, options, context).ReadAsync();
            case IAsyncEnumerable<T> stream:
                return ListPage.Cut((IReadOnlyList<T>)(await ResolverRuntime.OfStream(stream, context))!, PageRequest.Of(context), options);
            default:
                var items = (IEnumerable<T>)value;
                return ListPage.Cut(items as IReadOnlyList<T> ?? [.. items], PageRequest.Of(context), options);
        }
    }
}
