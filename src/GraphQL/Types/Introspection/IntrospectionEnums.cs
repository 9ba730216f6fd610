namespace Exams.GraphQL.Types.Introspection;

/// <summary>The two enums of introspection and their texts.</summary>
internal static class IntrospectionEnums
{
    /// <summary>The kind of a type, as the name of a <c>__TypeKind</c>.</summary>
    public static string KindOf(IType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };

    /// <summary>A new <c>__TypeKind</c>.</summary>
    public static EnumType TypeKind() => new("__TypeKind",
    [
        Value("SCALAR", "Indicates this type is a scalar."),
        Value("OBJECT", "Indicates this type is an object. `fields` and `interfaces` are valid fields."),
        Value("INTERFACE", "Indicates this type is an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields."),
        Value("UNION", "Indicates this type is a union. `possibleTypes` is a valid field."),
        Value("ENUM", "Indicates this type is an enum. `enumValues` is a valid field."),
        Value("INPUT_OBJECT", "Indicates this type is an input object. `inputFields` is a valid field."),
        Value("LIST", "Indicates this type is a list. `ofType` is a valid field."),
        Value("NON_NULL", "Indicates this type is a non-null. `ofType` is a valid field."),
    ])
    {
        Description = "An enum describing what kind of type a given `__Type` is.",
    };

    /// <summary>A new <c>__DirectiveLocation</c>.</summary>
    public static EnumType DirectiveLocation() => new("__DirectiveLocation",
    [
        Location("QUERY", "a query operation"),
        Location("MUTATION", "a mutation operation"),
        Location("SUBSCRIPTION", "a subscription operation"),
        Location("FIELD", "a field"),
        Location("FRAGMENT_DEFINITION", "a fragment definition"),
        Location("FRAGMENT_SPREAD", "a fragment spread"),
        Location("INLINE_FRAGMENT", "an inline fragment"),
        Location("VARIABLE_DEFINITION", "a variable definition"),
        Location("SCHEMA", "a schema definition"),
        Location("SCALAR", "a scalar definition"),
        Location("OBJECT", "an object type definition"),
        Location("FIELD_DEFINITION", "a field definition"),
        Location("ARGUMENT_DEFINITION", "an argument definition"),
        Location("INTERFACE", "an interface definition"),
        Location("UNION", "a union definition"),
        Location("ENUM", "an enum definition"),
        Location("ENUM_VALUE", "an enum value definition"),
        Location("INPUT_OBJECT", "an input object type definition"),
        Location("INPUT_FIELD_DEFINITION", "an input object field definition"),
    ])
    {
        Description = "A Directive can be adjacent to many parts of the GraphQL language, a __DirectiveLocation describes one such "
            + "possible adjacencies.",
    };

    private static EnumValue Value(string name, string description) => new(name, name) { Description = description };

    private static EnumValue Location(string name, string place) => Value(name, $"Location adjacent to {place}.");
}
