namespace Exams.GraphQL.Data.Filters;

/// <summary>Numbers of the operations that filters offer.</summary>
#pragma warning disable CA1720, CA1724 // The names are those of the style.
public static class DefaultFilterOperations
{
    /// <summary><c>eq</c>.</summary>
    public new const int Equals = 0;

    /// <summary><c>neq</c>.</summary>
    public const int NotEquals = 1;

    /// <summary><c>contains</c>.</summary>
    public const int Contains = 2;

    /// <summary><c>ncontains</c>.</summary>
    public const int NotContains = 3;

    /// <summary><c>in</c>.</summary>
    public const int In = 4;

    /// <summary><c>nin</c>.</summary>
    public const int NotIn = 5;

    /// <summary><c>startsWith</c>.</summary>
    public const int StartsWith = 6;

    /// <summary><c>nstartsWith</c>.</summary>
    public const int NotStartsWith = 7;

    /// <summary><c>endsWith</c>.</summary>
    public const int EndsWith = 8;

    /// <summary><c>nendsWith</c>.</summary>
    public const int NotEndsWith = 9;

    /// <summary><c>gt</c>.</summary>
    public const int GreaterThan = 16;

    /// <summary><c>ngt</c>.</summary>
    public const int NotGreaterThan = 17;

    /// <summary><c>gte</c>.</summary>
    public const int GreaterThanOrEquals = 18;

    /// <summary><c>ngte</c>.</summary>
    public const int NotGreaterThanOrEquals = 19;

    /// <summary><c>lt</c>.</summary>
    public const int LowerThan = 20;

    /// <summary><c>nlt</c>.</summary>
    public const int NotLowerThan = 21;

    /// <summary><c>lte</c>.</summary>
    public const int LowerThanOrEquals = 22;

    /// <summary><c>nlte</c>.</summary>
    public const int NotLowerThanOrEquals = 23;

    /// <summary><c>equalsIgnoreCase</c>; offered only where it is named.</summary>
    public const int EqualsIgnoreCase = 1024;

    /// <summary><c>containsIgnoreCase</c>; offered only where it is named.</summary>
    public const int ContainsIgnoreCase = 1025;
}
#pragma warning restore CA1720, CA1724
