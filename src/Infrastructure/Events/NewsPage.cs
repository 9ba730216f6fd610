namespace Exams.Infrastructure.Events;

/// <summary>A page of a list that follows the news.</summary>
/// <typeparam name="T">The item's type.</typeparam>
/// <param name="Items">The items, oldest first.</param>
/// <param name="End">How far the list was looked through: where the next page begins.</param>
/// <param name="HasMore">Whether anything may follow.</param>
public sealed record NewsPage<T>(IReadOnlyList<T> Items, long End, bool HasMore)
{
    /// <summary>The most news that are looked through for a page, whether or not anything is found among them.</summary>
    internal const int Reach = 50_000;
}
