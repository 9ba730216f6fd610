using Exams.GraphQL.Types;

namespace Exams.GraphQL.Bench.Micro;

/// <summary>Everything in memory.</summary>
[QueryType]
public static class Queries
{
    private static readonly Hero TheHero = new("1", "R2-D2", ["A", "B"]);
    private static readonly Item[] AllItems = [.. Enumerable.Range(1, 50).Select(i => new Item(i, $"C{i:0000}", $"item {i}", i * 1.5, i * 7, i % 2 == 0))];
    private static readonly Post[] AllPosts = [.. Enumerable.Range(1, 100).Select(i => new Post(i, ((i - 1) % 10) + 1, $"post title {i} lorem ipsum dolor"))];

    /// <summary>One object.</summary>
    public static Hero GetHero() => TheHero;

    /// <summary>Fifty objects.</summary>
    public static IReadOnlyList<Item> GetItems() => AllItems;

    /// <summary>A hundred objects.</summary>
    public static IReadOnlyList<Post> GetPosts() => AllPosts;
}
