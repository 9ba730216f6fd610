using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;

namespace Exams.House.Tests;

/// <summary>The contract as it is kept: <c>schema/exams.graphql</c>. That the server prints the same, and that every operation runs, are tests of the Api.</summary>
internal static class Contract
{
    /// <summary>The contract's own types, without those of introspection and the specification's scalars.</summary>
    public static IEnumerable<NamedType> Types() => Schema().Types.Values
        .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && type.SyntaxNodes.Count > 0);

    /// <summary>Everything that can carry a description, with the place where it stands; what has none has an empty text.</summary>
    public static List<(string Place, string Text)> Descriptions()
    {
        var found = new List<(string Place, string? Text)>();
        foreach (var type in Types())
        {
            found.Add((type.Name, type.Description));
            switch (type)
            {
                case ComplexType complex:
                    foreach (var field in complex.Fields.Values)
                    {
                        found.Add(($"{type.Name}.{field.Name}", field.Description));
                        found.AddRange(field.Arguments.Select(a => ($"{type.Name}.{field.Name}({a.Name}:)", a.Description)));
                    }

                    break;
                case InputObjectType input:
                    found.AddRange(input.Fields.Values.Select(field => ($"{type.Name}.{field.Name}", field.Description)));
                    break;
                case EnumType known:
                    found.AddRange(known.Values.Select(value => ($"{type.Name}.{value.Name}", value.Description)));
                    break;
            }
        }

        foreach (var directive in Schema().Directives)
        {
            found.Add(("@" + directive.Name, directive.Description));
            found.AddRange(directive.Arguments.Select(a => ($"@{directive.Name}({a.Name}:)", a.Description)));
        }

        return [.. found.Select(one => (one.Place, one.Text ?? ""))];
    }

    private static Schema Schema() => SchemaBuilder.FromSdl(Repository.Read("schema/exams.graphql"));
}
