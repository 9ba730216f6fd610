using Exams.GraphQL.Types.Introspection;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Types.Comparison;

/// <summary>Brings a schema into the order of its names, so that two prints differ only where the schemas do.</summary>
public static class SchemaSorter
{
    /// <summary>The same schema with types, members, arguments and locations in natural order.</summary>
    /// <param name="schema">The schema; it stays as it is.</param>
    /// <returns>A sorted copy that can be executed like the original.</returns>
    public static Schema Sort(Schema schema)
    {
        var types = new Dictionary<string, NamedType>(StringComparer.Ordinal);
        var introspection = new IntrospectionTypes();
        foreach (var type in introspection.All)
        {
            types[type.Name] = type;
        }

        var copy = new TypeCopy(name => types[name]);
        foreach (var type in schema.Types.Values)
        {
            if (!IntrospectionTypes.IsIntrospectionType(type))
            {
                types[type.Name] = Sorted(type, copy);
            }
        }

        NamedType? Same(NamedType? type) => type is null ? null : types[type.Name];
        return new Schema(
            ByName(schema.Types.Values.Select(t => types[t.Name]), t => t.Name),
            ByName(schema.Directives, d => d.Name).Select(d => Sorted(d, copy)),
            new SchemaRoots(Same(schema.Roots.Query), Same(schema.Roots.Mutation), Same(schema.Roots.Subscription)),
            introspection)
        {
            Description = schema.Description,
            AppliedDirectives = schema.AppliedDirectives,
            SyntaxNodes = schema.SyntaxNodes,
            Documents = schema.Documents,
        };
    }

    private static NamedType Sorted(NamedType type, TypeCopy copy) => type switch
    {
        ObjectType obj => copy.Copy(obj, fields => Fields(fields, copy), parents => ByName(parents, p => p.Name)),
        InterfaceType parent => copy.Copy(parent, fields => Fields(fields, copy), parents => ByName(parents, p => p.Name)),
        UnionType union => copy.Copy(union, members => ByName(members, m => m.Name)),
        EnumType enumType => TypeCopy.Copy(enumType, values => ByName(values, v => v.Name)),
        InputObjectType input => copy.Copy(input, fields => ByName(fields, f => f.Name)),
        _ => SpecifiedScalars.ByName(type.Name) ?? type,
    };

    private static IEnumerable<OutputField> Fields(IEnumerable<OutputField> fields, TypeCopy copy) =>
        ByName(fields, f => f.Name).Select(f => copy.Field(f, [.. ByName(f.Arguments.Select(copy.Input), a => a.Name)]));

    private static Directive Sorted(Directive directive, TypeCopy copy) => new(directive.Name, [.. ByName(directive.Locations, l => l)])
    {
        Description = directive.Description,
        Arguments = [.. ByName(directive.Arguments.Select(copy.Input), a => a.Name)],
        IsRepeatable = directive.IsRepeatable,
        SyntaxNode = directive.SyntaxNode,
    };

    private static IEnumerable<T> ByName<T>(IEnumerable<T> items, Func<T, string> name) => items.OrderBy(name, NaturalOrder.Instance);
}
