using Exams.GraphQL.Types.Introspection;

namespace Exams.GraphQL.Types;

/// <summary>The types of a schema in their order: each listed type, and right behind it what it refers to and nobody listed.</summary>
/// <remarks>Iterative, because schemas can be long chains of types.</remarks>
internal static class ReferencedTypes
{
    /// <summary>All types of a schema.</summary>
    /// <param name="types">The listed types.</param>
    /// <param name="roots">The roots.</param>
    /// <param name="directives">Directives, for the types of their arguments.</param>
    /// <param name="introspection">Introspection types; they come last unless something refers to them.</param>
    public static IEnumerable<NamedType> Collect(
        IEnumerable<NamedType> types, SchemaRoots roots, IReadOnlyList<Directive> directives, IntrospectionTypes introspection)
    {
        // Introspection types describe one schema; those of another are replaced by our own.
        NamedType[] listed = [.. types.Where(t => !IntrospectionTypes.IsIntrospectionType(t))];
        var seen = new HashSet<NamedType>(listed);
        var ordered = new List<NamedType>();
        foreach (var type in listed)
        {
            ordered.Add(type);
            Follow(References(type), seen, ordered, introspection);
        }

        NamedType?[] declaredRoots = [roots.Query, roots.Mutation, roots.Subscription];
        Follow(declaredRoots.OfType<NamedType>(), seen, ordered, introspection);
        Follow(directives.SelectMany(d => d.Arguments).Select(a => a.Type.NamedType()), seen, ordered, introspection);
        Follow([introspection.Schema], seen, ordered, introspection);
        return ordered;
    }

    private static void Follow(
        IEnumerable<NamedType> references, HashSet<NamedType> seen, List<NamedType> ordered, IntrospectionTypes introspection)
    {
        var open = new Stack<IEnumerator<NamedType>>();
        open.Push(references.GetEnumerator());
        while (open.TryPeek(out var next))
        {
            if (!next.MoveNext())
            {
                open.Pop().Dispose();
                continue;
            }

            var type = introspection.Own(next.Current);
            if (seen.Add(type))
            {
                ordered.Add(type);
                open.Push(References(type).GetEnumerator());
            }
        }
    }

    private static IEnumerable<NamedType> References(NamedType type) => type switch
    {
        UnionType union => union.DeclaredTypes,
        ComplexType complex => complex.DeclaredInterfaces.Concat(complex.Fields.Values.SelectMany(Types)),
        InputObjectType input => input.Fields.Values.Select(f => f.Type.NamedType()),
        _ => [],
    };

    private static IEnumerable<NamedType> Types(OutputField field) =>
        field.Arguments.Select(a => a.Type.NamedType()).Prepend(field.Type.NamedType());
}
