using Ops = Exams.GraphQL.Data.Filters.DefaultFilterOperations;

namespace Exams.GraphQL.Data.Filters;

/// <summary>What the schema says of each operation: its name, its price, whether it takes a list.</summary>
internal static class FilterOperations
{
    /// <summary>Operations on text, in order.</summary>
    public static IReadOnlyList<int> Text { get; } =
    [
        Ops.Equals, Ops.NotEquals, Ops.Contains, Ops.NotContains, Ops.In, Ops.NotIn, Ops.StartsWith, Ops.NotStartsWith, Ops.EndsWith, Ops.NotEndsWith,
    ];

    /// <summary>Operations on what has an order, in order.</summary>
    public static IReadOnlyList<int> Ordered { get; } =
    [
        Ops.Equals, Ops.NotEquals, Ops.In, Ops.NotIn, Ops.GreaterThan, Ops.NotGreaterThan, Ops.GreaterThanOrEquals, Ops.NotGreaterThanOrEquals,
        Ops.LowerThan, Ops.NotLowerThan, Ops.LowerThanOrEquals, Ops.NotLowerThanOrEquals,
    ];

    /// <summary>Operations on what is only equal or not.</summary>
    public static IReadOnlyList<int> Equality { get; } = [Ops.Equals, Ops.NotEquals, Ops.In, Ops.NotIn];

    /// <summary>Operations on truth values.</summary>
    public static IReadOnlyList<int> Truth { get; } = [Ops.Equals, Ops.NotEquals];

    /// <summary>An operation's name.</summary>
    public static string Name(int operation) => operation switch
    {
        Ops.Equals => "eq",
        Ops.NotEquals => "neq",
        Ops.Contains => "contains",
        Ops.NotContains => "ncontains",
        Ops.In => "in",
        Ops.NotIn => "nin",
        Ops.StartsWith => "startsWith",
        Ops.NotStartsWith => "nstartsWith",
        Ops.EndsWith => "endsWith",
        Ops.NotEndsWith => "nendsWith",
        Ops.GreaterThan => "gt",
        Ops.NotGreaterThan => "ngt",
        Ops.GreaterThanOrEquals => "gte",
        Ops.NotGreaterThanOrEquals => "ngte",
        Ops.LowerThan => "lt",
        Ops.NotLowerThan => "nlt",
        Ops.LowerThanOrEquals => "lte",
        Ops.NotLowerThanOrEquals => "nlte",
        Ops.EqualsIgnoreCase => "equalsIgnoreCase",
        Ops.ContainsIgnoreCase => "containsIgnoreCase",
        _ => throw new Types.SchemaException($"There is no filter operation {operation}."),
    };

    /// <summary>An operation in words.</summary>
    public static string Meaning(int operation) => operation switch
    {
        Ops.Equals => "Equal to this; null asks for what has no value.",
        Ops.NotEquals => "Not equal to this; null asks for what has a value.",
        Ops.Contains => "Contains this.",
        Ops.NotContains => "Does not contain this.",
        Ops.In => "One of these.",
        Ops.NotIn => "None of these.",
        Ops.StartsWith => "Begins with this.",
        Ops.NotStartsWith => "Does not begin with this.",
        Ops.EndsWith => "Ends with this.",
        Ops.NotEndsWith => "Does not end with this.",
        Ops.GreaterThan => "Greater, or later, than this.",
        Ops.NotGreaterThan => "Not greater, nor later, than this.",
        Ops.GreaterThanOrEquals => "This, greater, or later.",
        Ops.NotGreaterThanOrEquals => "Neither this, nor greater, nor later.",
        Ops.LowerThan => "Smaller, or earlier, than this.",
        Ops.NotLowerThan => "Not smaller, nor earlier, than this.",
        Ops.LowerThanOrEquals => "This, smaller, or earlier.",
        Ops.NotLowerThanOrEquals => "Neither this, nor smaller, nor earlier.",
        Ops.EqualsIgnoreCase => "Equal to this, in capitals or not.",
        _ => "Contains this, in capitals or not.",
    };

    /// <summary>What an operation costs: searching inside text is twice as dear.</summary>
    public static double Weight(int operation) => operation is Ops.Contains or Ops.NotContains or (>= Ops.StartsWith and <= Ops.NotEndsWith) ? 20 : 10;

    /// <summary>Whether it takes a list of values.</summary>
    public static bool TakesList(int operation) => operation is Ops.In or Ops.NotIn;
}
