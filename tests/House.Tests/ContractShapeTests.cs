using System.Text.RegularExpressions;
using Exams.GraphQL.Types;

namespace Exams.House.Tests;

/// <summary>Who has learnt one part of the contract knows the others: the same things have the same shape everywhere.</summary>
public sealed partial class ContractShapeTests
{
    // Feeds go forward only and never end, so there is nothing to count and no way back.
    private static readonly string[] Feeds = ["ChangesConnection", "EventsConnection"];

    private static IEnumerable<ObjectType> Objects => Contract.Types().OfType<ObjectType>();

    private static IEnumerable<OutputField> Mutations => Objects.Single(type => type.Name == "Mutation").Fields.Values;

    [Fact]
    public void Every_connection_has_edges_nodes_a_page_and_a_count()
    {
        var connections = Objects.Where(type => type.Name.EndsWith("Connection", StringComparison.Ordinal)).ToList();
        var wrong =
            from connection in connections
            let item = connection.Fields.GetValueOrDefault("nodes")?.Type.NamedType().Name
            let edge = $"{connection.Name[..^"Connection".Length]}Edge"
            let wanted = new List<string> { $"edges: [{edge}!]", $"nodes: [{item}!]", "pageInfo: PageInfo!", "totalCount: Int!" }
            let shape = Shape(connection)
            where !shape.SequenceEqual(Feeds.Contains(connection.Name) ? wanted[..3] : wanted)
                || !Shape(Objects.Single(type => type.Name == edge)).SequenceEqual(["cursor: String!", $"node: {item}!"])
            select $"{connection.Name}: {string.Join(", ", shape)}";

        connections.Should().HaveCountGreaterThan(8);
        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Every_field_that_gives_a_connection_pages_by_first_and_after()
    {
        var wrong =
            from type in Objects
            from field in type.Fields.Values
            where field.Type.NamedType().Name.EndsWith("Connection", StringComparison.Ordinal)
            let arguments = field.Arguments.Select(argument => $"{argument.Name}: {argument.Type}").ToHashSet()
            let back = Feeds.Contains(field.Type.NamedType().Name) ? Array.Empty<string>() : ["last: Int", "before: String"]
            where !arguments.IsSupersetOf(["first: Int", "after: String", .. back])
            select $"{type.Name}.{field.Name}";

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Every_mutation_takes_one_input_and_gives_a_payload_that_says_why_not()
    {
        var wrong =
            from field in Mutations
            let payload = field.Type is NonNullType && field.Type.NamedType() is ObjectType type && type.Name.EndsWith("Payload", StringComparison.Ordinal) ? type : null
            where payload?.Fields.GetValueOrDefault("errors")?.Type.ToString() != "[UserError!]!"
                || !(field.Arguments is [] or [{ Name: "input", Type: NonNullType }])
            select field.Name;

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Names_are_written_as_everywhere()
    {
        var wrong = new List<string>();
        foreach (var type in Contract.Types())
        {
            Keep(Pascal(), type.Name, type.Name);
            var members = type switch
            {
                ComplexType complex => complex.Fields.Values.SelectMany(field => field.Arguments.Select(argument => argument.Name).Append(field.Name)),
                InputObjectType input => input.Fields.Values.Select(field => field.Name),
                _ => [],
            };
            foreach (var member in members)
            {
                Keep(Camel(), member, $"{type.Name}.{member}");
            }

            foreach (var value in type is EnumType known ? known.Values.Select(value => value.Name) : [])
            {
                Keep(Screaming(), value, $"{type.Name}.{value}");
            }

            if (type is InputObjectType && !type.Name.EndsWith("Input", StringComparison.Ordinal))
            {
                wrong.Add($"{type.Name} is an input");
            }
        }

        wrong.Should().BeEmpty();

        void Keep(Regex style, string name, string place)
        {
            if (!style.IsMatch(name))
            {
                wrong.Add(place);
            }
        }
    }

    [Fact]
    public void What_has_an_id_is_a_node()
    {
        // Addressed by /documents/{id}, and part of the documents that they belong to.
        string[] parts = ["DocumentFile"];

        Objects.Where(type => type.Fields.TryGetValue("id", out var id) && id.Type.ToString() == "ID!"
                && type.DeclaredInterfaces.All(one => one.Name != "Node") && !parts.Contains(type.Name))
            .Select(type => type.Name).Should().BeEmpty();
    }

    [Fact]
    public void No_list_has_holes()
    {
        var wrong =
            from type in Objects
            from field in type.Fields.Values
            where HasHoles(field.Type)
            select $"{type.Name}.{field.Name}";

        wrong.Should().BeEquivalentTo(["Query.nodes"], "it answers by place, null where there is none");
    }

    [Fact]
    public void What_grows_with_the_number_of_schools_or_candidates_comes_by_pages()
    {
        var wrong =
            from field in Objects.Single(type => type.Name == "Query").Fields.Values
            where field.Type.ToString()!.Contains('[', StringComparison.Ordinal) && field.Name != "nodes"
            select field.Name;

        wrong.Should().BeEmpty("a list at the root is a connection");
    }

    private static IEnumerable<string> Shape(ObjectType type) => type.Fields.Values.Select(field => $"{field.Name}: {field.Type}").Order(StringComparer.Ordinal);

    private static bool HasHoles(IType type) => type switch
    {
        NonNullType some => HasHoles(some.OfType),
        ListType list => list.OfType is not NonNullType || HasHoles(list.OfType),
        _ => false,
    };

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$")]
    private static partial Regex Pascal();

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$")]
    private static partial Regex Camel();

    [GeneratedRegex("^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$")]
    private static partial Regex Screaming();
}
