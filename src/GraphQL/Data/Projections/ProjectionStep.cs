using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Exams.GraphQL.Data.Paging;
using Exams.GraphQL.Execution.Plans;
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
    // A selection asks the same each time, but for what its list is sorted by.
    private const int MaxOrders = 16;

    private readonly ConditionalWeakTable<FieldPlan, ConcurrentDictionary<(IEntityType Entity, string Order), Reading>> _known = [];

    /// <inheritdoc/>
    public override ValueTask<object?> ApplyAsync(IResolverContext context, object? value)
    {
        if (value is IQueryable<T> query && context is ResolverContext { Asked: var asked } && QueryOrder.EntityOf(query) is { } entity)
        {
            var reading = Known(query, entity, asked);
            value = reading.Selector is { } selector ? query.Select(selector) : Included(query, entity, reading.Needs, []);
        }

        return new ValueTask<object?>(value);
    }

    private Reading Known(IQueryable<T> query, IEntityType entity, FieldPlan asked)
    {
        // Cursors are made of what the list is sorted by.
        var order = asked.Field.IsPaged ? QueryOrder.Of(query).Select(k => k.OwnProperty?.Name).OfType<string>().ToList() : [];
        var known = _known.GetOrCreateValue(asked);
        var key = (entity, string.Join(' ', order));
        if (known.TryGetValue(key, out var reading))
        {
            return reading;
        }

        var needs = Needs.OfItems(asked);
        needs.Members.UnionWith(order);
        reading = new Reading(needs, (Expression<Func<T, T>>?)Projection.Of(entity, needs));
        return known.Count < MaxOrders ? known.GetOrAdd(key, reading) : reading;
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

    /// <summary>What is read of an item.</summary>
    /// <param name="Needs">What is needed of it.</param>
    /// <param name="Selector">Fills it with that; null when it is read whole.</param>
    private sealed record Reading(Needs Needs, Expression<Func<T, T>>? Selector);
}
