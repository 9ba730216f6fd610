using System.Linq.Expressions;
using Exams.GraphQL.Data.Paging;
using Exams.GraphQL.Execution.Resolution;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exams.GraphQL.Data.Projections;

/// <summary>Has a query read what is asked of its items.</summary>
/// <typeparam name="T">The item's type.</typeparam>
internal sealed class ProjectionStep<T> : ResultStep where T : class
{
    /// <inheritdoc/>
    public override ValueTask<object?> ApplyAsync(IResolverContext context, object? value)
    {
        if (value is IQueryable<T> query && context is ResolverContext { Asked: var asked } && QueryOrder.EntityOf(query) is { } entity)
        {
            var needs = Needs.OfItems(asked);

            if (asked.Field.IsPaged)
            {
                // Cursors are made of what the list is sorted by.
                needs.Members.UnionWith(QueryOrder.Of(query).Select(k => k.OwnProperty?.Name).OfType<string>());
            }

            value = Projection.Of(entity, needs) is { } selector
                ? query.Select((Expression<Func<T, T>>)selector)
                : Included(query, entity, needs, []);
        }

        return new ValueTask<object?>(value);
    }

    private static IQueryable<T> Included(IQueryable<T> query, IEntityType entity, Needs needs, IReadOnlyList<INavigationBase> path)
    {
        foreach (var navigation in needs.Members.Select(m => Projection.Navigation(entity, m)).OfType<INavigationBase>())
        {
            var goesBack = path is [.., var from] && navigation.Inverse == from;
            List<INavigationBase> there = [.. path, navigation];
            if (goesBack && !navigation.IsCollection)
            {
                // Where it came from is there already; what is asked of it is asked there.
                there = [.. path.SkipLast(1)];
            }
            else
            {
                query = query.Include(string.Join('.', there.Select(n => n.Name)));
                query = goesBack ? query.AsNoTrackingWithIdentityResolution() : query;
            }

            if (needs.Related.TryGetValue(navigation.Name, out var related))
            {
                query = Included(query, navigation.TargetEntityType, related, there);
            }
        }

        return query;
    }
}
