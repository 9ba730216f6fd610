using Exams.GraphQL.Types.Relay;

namespace Exams.GraphQL.Data.Paging;

/// <summary>What a client asked of a connection, bounds already checked. A resolver with <c>[UsePaging]</c> may take it as a
/// parameter, and hand it to a loader that cuts the pages of many parents at once.</summary>
public readonly record struct PagingArguments
{
    /// <summary>Says how to cut a page.</summary>
    /// <param name="first">Most items from the front; null when not said.</param>
    /// <param name="after">Cursor before the page; null for none.</param>
    /// <param name="last">Most items from the back; null when not said.</param>
    /// <param name="before">Cursor behind the page; null for none.</param>
    /// <param name="includeTotalCount">Whether the whole list is to be counted.</param>
    /// <param name="includeOutside">Whether it matters what lies before <paramref name="after"/> and behind <paramref name="before"/>.</param>
    public PagingArguments(
        int? first = null, string? after = null, int? last = null, string? before = null, bool includeTotalCount = false, bool includeOutside = true)
    {
        (First, After, Last, Before, IncludeTotalCount, IncludeOutside) = (first, after, last, before, includeTotalCount, includeOutside);
    }

    /// <summary>Most items from the front; null when not said.</summary>
    public int? First { get; init; }

    /// <summary>Cursor before the page; null for none.</summary>
    public string? After { get; init; }

    /// <summary>Most items from the back; null when not said.</summary>
    public int? Last { get; init; }

    /// <summary>Cursor behind the page; null for none.</summary>
    public string? Before { get; init; }

    /// <summary>Whether the whole list is to be counted.</summary>
    public bool IncludeTotalCount { get; init; }

    /// <summary>Whether it matters what lies before <see cref="After"/> and behind <see cref="Before"/>: whether the client asked
    /// for <c>pageInfo</c>.</summary>
    public bool IncludeOutside { get; init; }

    /// <summary>Hides numbers in cursors; null when they stand there as they are.</summary>
    internal IKeyMask? KeyMask { get; init; }
}
