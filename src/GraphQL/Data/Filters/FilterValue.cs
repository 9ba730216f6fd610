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
/// <param name="guardsNulls">Whether references may be null in memory and must be looked at first.</param>
internal sealed class FilterBudget(bool guardsNulls)
{
    /// <summary>Most members in all parts of one filter together.</summary>
    public const int Max = 200;

    private int _spent;

    /// <summary>Whether references may be null in memory and must be looked at first.</summary>
    public bool GuardsNulls { get; } = guardsNulls;

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
