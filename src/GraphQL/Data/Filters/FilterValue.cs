using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Data.Filters;

/// <summary>What one field of a filter means.</summary>
internal abstract class FilterField
{
    /// <summary>The restriction that a value of the field puts on an item; null for none.</summary>
    /// <param name="target">The item.</param>
    /// <param name="value">The field's value.</param>
    /// <param name="budget">Counts what a filter may hold.</param>
    public abstract Expression? Restrict(Expression target, object? value, FilterBudget budget);
}

/// <summary>A filter as a client sent it.</summary>
/// <param name="fields">What the fields of its type mean, in order.</param>
/// <param name="values">Their values.</param>
internal sealed class FilterValue(IReadOnlyList<FilterField> fields, InputFieldValue[] values)
{
    private LambdaExpression? _forDatabase;

    /// <summary>The restriction as predicate; null for none. For the database it is made once, so that all parents of a field are
    /// asked by the same one.</summary>
    /// <param name="inMemory">Whether it is for a list in memory.</param>
    /// <exception cref="GraphQLException"><c>FILTER_TOO_LARGE</c>, or <c>HC0026</c> for a null where none may be.</exception>
    public Expression<Func<T, bool>>? Predicate<T>(bool inMemory)
    {
        if (!inMemory && _forDatabase is Expression<Func<T, bool>> made)
        {
            return made;
        }

        var item = Expression.Parameter(typeof(T), "x");
        if (Restrict(item, new FilterBudget(inMemory)) is not { } restriction)
        {
            return null;
        }

        var predicate = Expression.Lambda<Func<T, bool>>(restriction, item);
        return inMemory ? predicate : (Expression<Func<T, bool>>?)Interlocked.CompareExchange(ref _forDatabase, predicate, null) ?? predicate;
    }

    /// <summary>The restriction; null for none. Members of one filter must all hold.</summary>
    public Expression? Restrict(Expression target, FilterBudget budget)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Expression? all = null;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].HasValue)
            {
                budget.Spend();
                var one = fields[i].Restrict(target, values[i].Value, budget);
                all = all is null || one is null ? all ?? one : Expression.AndAlso(all, one);
            }
        }

        return all;
    }
}

/// <summary>How much a filter may hold, so that no stranger makes a statement of megabytes.</summary>
/// <param name="inMemory">Whether a list in memory is filtered.</param>
internal sealed class FilterBudget(bool inMemory)
{
    /// <summary>Most members in all parts of one filter together.</summary>
    public const int Max = 200;

    private int _spent;

    /// <summary>Whether a list in memory is filtered, where references may be null and must be looked at first.</summary>
    public bool IsInMemory { get; } = inMemory;

    /// <summary>Counts a member.</summary>
    /// <exception cref="GraphQLException"><c>FILTER_TOO_LARGE</c>.</exception>
    public void Spend()
    {
        if (++_spent > Max)
        {
            throw new GraphQLException(ErrorBuilder.New()
                .SetMessage($"A filter may have at most {Max} members.").SetCode("FILTER_TOO_LARGE").Build());
        }
    }
}
