using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Selection;

/// <summary>From names in a document to members of the schema.</summary>
public static class SchemaLookup
{
    /// <summary>The type that a reference stands for.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="reference">The type as written; its nesting was bounded when it was parsed.</param>
    /// <returns>The type; null when the schema has no type of that name.</returns>
    public static IType? TypeOf(this Schema schema, ITypeNode reference)
    {
        switch (reference)
        {
            case NamedTypeNode named:
                return schema.Types.TryGetValue(named.Name.Value, out var type) ? type : null;
            case ListTypeNode list:
                return schema.TypeOf(list.Type) is { } item ? new ListType(item) : null;
            case NonNullTypeNode nonNull:
                return schema.TypeOf(nonNull.Type) is { } nullable ? new NonNullType(nullable) : null;
            default:
                return null;
        }
    }

    /// <summary>The type that a fragment applies to.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="condition">The type condition.</param>
    /// <returns>The type, composite or not; null when the schema has none of that name.</returns>
    public static NamedType? Named(this Schema schema, NamedTypeNode condition) =>
        schema.Types.TryGetValue(condition.Name.Value, out var type) ? type : null;

    /// <summary>True for types that a selection set can stand on: objects, interfaces and unions.</summary>
    /// <param name="type">A named type.</param>
    /// <returns>Whether it is composite.</returns>
    public static bool IsComposite(this NamedType type) => type is ComplexType or UnionType;

    /// <summary>True for types without selections: scalars and enums.</summary>
    /// <param name="type">A named type.</param>
    /// <returns>Whether it is a leaf.</returns>
    public static bool IsLeaf(this NamedType type) => type is ScalarType or EnumType;
}
