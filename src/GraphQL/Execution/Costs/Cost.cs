namespace Exams.GraphQL.Execution.Costs;

/// <summary>What something may cost: work for its fields, and objects that may come of it.</summary>
/// <param name="Fields">The sum of the fields' weights.</param>
/// <param name="Types">The number of objects.</param>
internal readonly record struct Cost(double Fields, double Types)
{
    /// <summary>Both together.</summary>
    public static Cost operator +(Cost one, Cost other) => new(one.Fields + other.Fields, one.Types + other.Types);

    /// <summary>The same several times.</summary>
    public static Cost operator *(double times, Cost cost) => new(times * cost.Fields, times * cost.Types);

    /// <summary>The higher of each.</summary>
    public static Cost Highest(Cost one, Cost other) => new(Math.Max(one.Fields, other.Fields), Math.Max(one.Types, other.Types));
}
