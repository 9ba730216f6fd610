namespace Exams.GraphQL.Data.Paging;

/// <summary>How a connection is cut.</summary>
/// <param name="Default">Items in a page when the client does not say.</param>
/// <param name="Max">Most items in a page.</param>
/// <param name="TotalCount">Whether the connection has <c>totalCount</c>.</param>
/// <param name="Backward">Whether <c>last</c> and <c>before</c> are offered.</param>
/// <param name="MustBound">Whether the client must say <c>first</c> or <c>last</c>.</param>
internal sealed record PagingOptions(int Default, int Max, bool TotalCount, bool Backward, bool MustBound)
{
    /// <summary>Items in a page when the client does not say, never more than the most.</summary>
    public int Size => Math.Min(Default, Max);
}
