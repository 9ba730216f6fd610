using Exams.GraphQL.Language;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Types.Introspection;

/// <summary>The eight types by which a schema describes itself (specification, "Schema Introspection Schema", September 2025).</summary>
/// <remarks>One set for each schema, because the possible types of an interface depend on the schema that is asked. Descriptions and
/// order are graphql-js's.</remarks>
internal sealed class IntrospectionTypes
{
    private static readonly NonNullType RequiredString = new(SpecifiedScalars.String);
    private static readonly NonNullType RequiredBoolean = new(SpecifiedScalars.Boolean);

    public IntrospectionTypes()
    {
        Schema = new ObjectType("__Schema", SchemaFields)
        {
            Description = "A GraphQL Schema defines the capabilities of a GraphQL server. It exposes all available types and directives "
                + "on the server, as well as the entry points for query, mutation, and subscription operations.",
        };
        Type = new ObjectType("__Type", TypeFields)
        {
            Description = "The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented "
                + "by the `__TypeKind` enum.\n\nDepending on the kind of a type, certain fields describe information about that type. "
                + "Scalar types provide no information beyond a name, description and optional `specifiedByURL`, while Enum types provide "
                + "their values. Object and Interface types provide the fields they describe. Abstract types, Union and Interface, provide "
                + "the Object types possible at runtime. List and NonNull types compose other types.",
        };
        Field = new ObjectType("__Field", FieldFields)
        {
            Description = "Object and Interface types are described by a list of Fields, each of which has a name, potentially a list of "
                + "arguments, and a return type.",
        };
        InputValue = new ObjectType("__InputValue", InputValueFields)
        {
            Description = "Arguments provided to Fields or Directives and the input fields of an InputObject are represented as Input Values "
                + "which describe their type and optionally a default value.",
        };
        EnumValue = new ObjectType("__EnumValue", EnumValueFields)
        {
            Description = "One possible value for a given Enum. Enum values are unique values, not a placeholder for a string or numeric "
                + "value. However an Enum value is returned in a JSON response as a string.",
        };
        Directive = new ObjectType("__Directive", DirectiveFields)
        {
            Description = "A Directive provides a way to describe alternate runtime execution and type validation behavior in a GraphQL "
                + "document.\n\nIn some cases, you need to provide options to alter GraphQL's execution behavior in ways field arguments "
                + "will not suffice, such as conditionally including or skipping a field. Directives provide this by describing additional "
                + "information to the executor.",
        };
        TypeKind = IntrospectionEnums.TypeKind();
        DirectiveLocation = IntrospectionEnums.DirectiveLocation();
        All = [Schema, Type, TypeKind, Field, InputValue, EnumValue, Directive, DirectiveLocation];
    }

    /// <summary><c>__Schema</c>; its values are <see cref="Types.Schema"/>.</summary>
    public ObjectType Schema { get; }

    /// <summary><c>__Type</c>; its values are <see cref="IType"/>.</summary>
    public ObjectType Type { get; }

    /// <summary><c>__Field</c>; its values are <see cref="OutputField"/>.</summary>
    public ObjectType Field { get; }

    /// <summary><c>__InputValue</c>; its values are <see cref="InputField"/>.</summary>
    public ObjectType InputValue { get; }

    /// <summary><c>__EnumValue</c>; its values are <see cref="Types.EnumValue"/>.</summary>
    public ObjectType EnumValue { get; }

    /// <summary><c>__Directive</c>; its values are <see cref="Types.Directive"/>.</summary>
    public ObjectType Directive { get; }

    /// <summary><c>__TypeKind</c>.</summary>
    public EnumType TypeKind { get; }

    /// <summary><c>__DirectiveLocation</c>.</summary>
    public EnumType DirectiveLocation { get; }

    /// <summary>All eight, in graphql-js's order.</summary>
    public IReadOnlyList<NamedType> All { get; }

    /// <summary>The schema that is described; set once, by the schema itself.</summary>
    public Schema? Owner { get; set; }

    /// <summary>Whether a type is one of the eight, of this schema or another.</summary>
    public static bool IsIntrospectionType(NamedType type) => IsIntrospectionName(type.Name);

    /// <summary>Whether a name belongs to one of the eight.</summary>
    public static bool IsIntrospectionName(string name) =>
        name is "__Schema" or "__Type" or "__TypeKind" or "__Field" or "__InputValue" or "__EnumValue"
            or "__Directive" or "__DirectiveLocation";

    /// <summary>The same type, or this schema's own when it is another schema's introspection type.</summary>
    public NamedType Own(NamedType type) => IsIntrospectionType(type) ? All.First(own => own.Name == type.Name) : type;

    private IEnumerable<OutputField> SchemaFields() =>
    [
        Text<Schema>("description", SpecifiedScalars.String, s => s.Description),
        Read<Schema>("types", Listed(Type), s => s.Types.Values, "A list of all types supported by this server."),
        Read<Schema>("queryType", new NonNullType(Type), s => s.QueryType, "The type that query operations will be rooted at."),
        Read<Schema>("mutationType", Type, s => s.MutationType,
            "If this server supports mutation, the type that mutation operations will be rooted at."),
        Read<Schema>("subscriptionType", Type, s => s.SubscriptionType,
            "If this server support subscription, the type that subscription operations will be rooted at."),
        Read<Schema>("directives", Listed(Directive), ListedDirectives.Of, "A list of all directives supported by this server."),
    ];

    private IEnumerable<OutputField> TypeFields() =>
    [
        Text<IType>("kind", new NonNullType(TypeKind), IntrospectionEnums.KindOf),
        Text<IType>("name", SpecifiedScalars.String, t => (t as NamedType)?.Name),
        Text<IType>("description", SpecifiedScalars.String, t => (t as NamedType)?.Description),
        Text<IType>("specifiedByURL", SpecifiedScalars.String, t => (t as ScalarType)?.SpecifiedBy),
        Select<IType, OutputField>("fields", Items(Field), t => (t as ComplexType)?.Fields.Values, f => f.DeprecationReason),
        Read<IType>("interfaces", Items(Type), t => (t as ComplexType)?.DeclaredInterfaces),
        Read<IType>("possibleTypes", Items(Type), PossibleTypes),
        Select<IType, EnumValue>("enumValues", Items(EnumValue), t => (t as EnumType)?.Values, v => v.DeprecationReason),
        Select<IType, InputField>("inputFields", Items(InputValue), t => (t as InputObjectType)?.Fields.Values, f => f.DeprecationReason),
        Read<IType>("ofType", Type, t => (t as IWrappingType)?.OfType),
        Truth<IType>("isOneOf", SpecifiedScalars.Boolean, t => (t as InputObjectType)?.IsOneOf),
    ];

    private IReadOnlyList<NamedType>? PossibleTypes(IType type) => type switch
    {
        UnionType union => union.DeclaredTypes,
        InterfaceType parent => Owner!.PossibleTypes(parent),
        _ => null,
    };

    private IEnumerable<OutputField> FieldFields() =>
    [
        Text<OutputField>("name", RequiredString, f => f.Name),
        Text<OutputField>("description", SpecifiedScalars.String, f => f.Description),
        Select<OutputField, InputField>("args", Listed(InputValue), f => f.Arguments, a => a.DeprecationReason),
        Read<OutputField>("type", new NonNullType(Type), f => f.Type),
        Truth<OutputField>("isDeprecated", RequiredBoolean, f => f.DeprecationReason is not null),
        Text<OutputField>("deprecationReason", SpecifiedScalars.String, f => f.DeprecationReason),
    ];

    private IEnumerable<OutputField> InputValueFields() =>
    [
        Text<InputField>("name", RequiredString, f => f.Name),
        Text<InputField>("description", SpecifiedScalars.String, f => f.Description),
        Read<InputField>("type", new NonNullType(Type), f => f.Type),
        Text<InputField>("defaultValue", SpecifiedScalars.String, DefaultValueText.Of,
            "A GraphQL-formatted string representing the default value for this input value."),
        Truth<InputField>("isDeprecated", RequiredBoolean, f => f.DeprecationReason is not null),
        Text<InputField>("deprecationReason", SpecifiedScalars.String, f => f.DeprecationReason),
    ];

    private static IEnumerable<OutputField> EnumValueFields() =>
    [
        Text<EnumValue>("name", RequiredString, v => v.Name),
        Text<EnumValue>("description", SpecifiedScalars.String, v => v.Description),
        Truth<EnumValue>("isDeprecated", RequiredBoolean, v => v.DeprecationReason is not null),
        Text<EnumValue>("deprecationReason", SpecifiedScalars.String, v => v.DeprecationReason),
    ];

    private IEnumerable<OutputField> DirectiveFields() =>
    [
        Text<Directive>("name", RequiredString, d => d.Name),
        Text<Directive>("description", SpecifiedScalars.String, d => d.Description),
        Truth<Directive>("isRepeatable", RequiredBoolean, d => d.IsRepeatable),
        Read<Directive>("locations", Listed(DirectiveLocation), d => d.Locations),
        Select<Directive, InputField>("args", Listed(InputValue), d => d.Arguments, a => a.DeprecationReason),
    ];

    private static ListType Items(NamedType type) => new(new NonNullType(type));

    private static NonNullType Listed(NamedType type) => new(Items(type));

    private static OutputField Read<T>(string name, IType type, Func<T, object?> read, string? description = null) where T : class =>
        new(name, type) { Description = description, Resolver = new PropertyResolver(parent => read((T)parent)) };

    private static OutputField Text<T>(string name, IType type, Func<T, string?> read, string? description = null) where T : class =>
        new(name, type)
        {
            Description = description,
            Resolver = new PropertyResolver(parent => read((T)parent))
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
            },
        };

    private static OutputField Truth<T>(string name, IType type, Func<T, bool?> read) where T : class =>
        new(name, type)
        {
            Resolver = new PropertyResolver(parent => read((T)parent))
            {
                WriteLeaf = (parent, json) =>
                {
                    if (read((T)parent) is { } truth)
                    {
                        json.WriteBoolean(truth);
                    }
                    else
                    {
                        json.WriteNull();
                    }
                },
            },
        };

    // A list that leaves deprecated members out unless they are asked for.
    private static OutputField Select<T, TItem>(
        string name, IType type, Func<T, IEnumerable<TItem>?> items, Func<TItem, string?> deprecated) where T : class =>
        new(name, type)
        {
            Arguments = [new InputField("includeDeprecated", RequiredBoolean) { DefaultValue = new BooleanValueNode(false) }],
            Resolver = new MethodResolver(context =>
            {
                var all = items((T)context.Source!);
                return context.Argument(0).Value is true ? all : all?.Where(item => deprecated(item) is null).ToArray();
            }),
        };
}
