using Exams.GraphQL.Types;

namespace Exams.GraphQL.Host;

/// <summary>Resolvers of plain members, with the way that boxes nothing.</summary>
internal static class Leaf
{
    public static PropertyResolver Number<T>(Func<T, int> read) => new(parent => read((T)parent))
    {
        WriteLeaf = (parent, json) => json.WriteNumber(read((T)parent)),
    };

    public static PropertyResolver Decimal<T>(Func<T, double> read) => new(parent => read((T)parent))
    {
        WriteLeaf = (parent, json) => json.WriteNumber(read((T)parent)),
    };

    public static PropertyResolver Text<T>(Func<T, string?> read) => new(parent => read((T)parent))
    {
        WriteLeaf = (parent, json) =>
        {
            if (read((T)parent) is { } text)
            {
                json.WriteString(text);
            }
            else
            {
                json.WriteNull();
            }
        },
    };
}
