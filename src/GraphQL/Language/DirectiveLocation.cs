using System.Collections.Frozen;

namespace Exams.GraphQL.Language;

/// <summary>Where directives may stand (specification, "DirectiveLocation"), by the names that documents use.</summary>
public static class DirectiveLocation
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION",
        "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE",
        "INPUT_OBJECT", "INPUT_FIELD_DEFINITION");

    /// <summary>Whether a name is one of the nineteen locations.</summary>
    /// <param name="name">A name, exactly spelt.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsKnown(string name) => Known.Contains(name);
}
