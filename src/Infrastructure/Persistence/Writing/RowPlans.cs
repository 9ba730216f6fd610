using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exams.Infrastructure.Persistence.Writing;

/// <summary>Keeps the plan of each kind of row.</summary>
internal sealed class RowPlans
{
    private readonly ConcurrentDictionary<Type, object> _plans = new();

    public RowPlan<T> For<T>(IModel model, bool sqlite)
        where T : class => (RowPlan<T>)_plans.GetOrAdd(typeof(T), _ => new RowPlan<T>(model, sqlite));
}
