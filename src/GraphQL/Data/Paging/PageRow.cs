namespace Exams.GraphQL.Data.Paging;

/// <summary>A row of a page with what else the same statement was asked.</summary>
/// <typeparam name="T">The item's type.</typeparam>
internal sealed class PageRow<T>
{
    /// <summary>The item.</summary>
    public required T Item { get; init; }

    /// <summary>Its sort keys, when they cannot be read from it.</summary>
    public object?[]? Keys { get; init; }

    /// <summary>How many items the list has, when asked.</summary>
    public int Total { get; init; }

    /// <summary>Whether items stand at or before <c>after</c>, when asked.</summary>
    public bool HasEarlier { get; init; }

    /// <summary>Whether items stand at or behind <c>before</c>, when asked.</summary>
    public bool HasLater { get; init; }
}
