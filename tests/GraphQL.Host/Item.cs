using Exams.GraphQL.Types;

namespace Exams.GraphQL.Host;

/// <summary>Fifty objects of six scalars.</summary>
internal sealed record Item(int Id, string Code, string Title, double Weight, int Count, bool Active)
{
    public static IReadOnlyList<Item> All { get; } =
        [.. Enumerable.Range(1, 50).Select(i => new Item(i, $"C{i:0000}", $"item {i}", i * 1.5, i * 7, i % 2 == 0))];

    public static FieldResolver Resolver(string field) => field switch
    {
        "id" => Leaf.Number<Item>(i => i.Id),
        "code" => Leaf.Text<Item>(i => i.Code),
        "title" => Leaf.Text<Item>(i => i.Title),
        "weight" => Leaf.Decimal<Item>(i => i.Weight),
        "count" => Leaf.Number<Item>(i => i.Count),
        _ => new PropertyResolver(parent => ((Item)parent).Active) { WriteLeaf = (parent, json) => json.WriteBoolean(((Item)parent).Active) },
    };
}
