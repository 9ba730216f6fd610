using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;
using Exams.GraphQL.Types.Pagination;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Data.Paging;

/// <summary>The object types of connections, in the names and words that client tools know.</summary>
internal static class ConnectionTypes
{
    private static readonly NonNullType Text = new(SpecifiedScalars.String);
    private static readonly NonNullType Truth = new(SpecifiedScalars.Boolean);

    /// <summary>The connection type of a name.</summary>
    /// <param name="building">The schema.</param>
    /// <param name="name">The name without "Connection".</param>
    /// <param name="item">The items' type, nullability included.</param>
    /// <param name="options">How it is cut.</param>
    public static ObjectType Of(SchemaBuilding building, string name, IType item, PagingOptions options)
    {
        var edge = building.GetOrAdd($"{name}Edge", () => EdgeType(name, item));
        var info = building.GetOrAdd("PageInfo", PageInfo);
        return building.GetOrAdd($"{name}Connection", () => new ObjectType($"{name}Connection", () => Fields(info, edge, item, options))
        {
            Description = "A connection to a list of items.",
        });
    }

    private static IEnumerable<OutputField> Fields(ObjectType info, ObjectType edge, IType item, PagingOptions options)
    {
        yield return Field<Connection>("pageInfo", new NonNullType(info), "Information to aid in pagination.", c => c.Info);
        yield return Field<Connection>("edges", new ListType(new NonNullType(edge)), "A list of edges.", c => c.UntypedEdges);
        yield return Field<Connection>("nodes", new ListType(item), "A flattened list of the nodes.",
            c => c.UntypedEdges.Select(e => e.UntypedNode).ToArray());
        if (options.TotalCount)
        {
            yield return new OutputField("totalCount", new NonNullType(SpecifiedScalars.Int))
            {
                Description = "Identifies the total count of items in the connection.",
                Resolver = new PropertyResolver(c => ((Connection)c).TotalCount),
                Cost = new FieldCost(10),
                AppliedDirectives = [AppliedDirectives.Cost(10)],
            };
        }
    }

    private static ObjectType EdgeType(string name, IType item) => new($"{name}Edge", () =>
    [
        Field<Edge>("cursor", Text, "A cursor for use in pagination.", e => e.Cursor),
        Field<Edge>("node", item, "The item at the end of the edge.", e => e.UntypedNode),
    ])
    {
        Description = "An edge in a connection.",
    };

    private static ObjectType PageInfo() => new("PageInfo", () =>
    [
        Field<ConnectionPageInfo>("hasNextPage", Truth,
            "Indicates whether more edges exist following the set defined by the clients arguments.", i => i.HasNextPage),
        Field<ConnectionPageInfo>("hasPreviousPage", Truth,
            "Indicates whether more edges exist prior the set defined by the clients arguments.", i => i.HasPreviousPage),
        Field<ConnectionPageInfo>("startCursor", SpecifiedScalars.String,
            "When paginating backwards, the cursor to continue.", i => i.StartCursor),
        Field<ConnectionPageInfo>("endCursor", SpecifiedScalars.String,
            "When paginating forwards, the cursor to continue.", i => i.EndCursor),
    ])
    {
        Description = "Information about pagination in a connection.",
    };

    private static OutputField Field<T>(string name, IType type, string description, Func<T, object?> read) => new(name, type)
    {
        Description = description,
        Resolver = new PropertyResolver(parent => read((T)parent)),
    };
}
