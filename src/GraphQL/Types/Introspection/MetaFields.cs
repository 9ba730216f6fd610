using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Types.Introspection;

/// <summary>The fields that every schema has without declaring them (specification, "Introspection").</summary>
internal sealed class MetaFields
{
    private readonly Dictionary<NamedType, OutputField> _typeNames = [];
    private readonly OutputField _schemaField;
    private readonly OutputField _typeField;
    private readonly NamedType? _query;

    public MetaFields(Schema schema)
    {
        _query = schema.QueryType;
        _schemaField = new OutputField("__schema", new NonNullType(schema.Introspection.Schema))
        {
            Description = "Access the current type schema of this server.",
            Resolver = new MethodResolver(_ => schema),
        };
        _typeField = new OutputField("__type", schema.Introspection.Type)
        {
            Description = "Request the type information of a single type.",
            Arguments = [new InputField("name", new NonNullType(SpecifiedScalars.String))],
            Resolver = new MethodResolver(context => schema.Types.GetValueOrDefault((string)context.Argument(0).Value!)),
        };
        if (_query is ObjectType query)
        {
            _schemaField.DeclaringType = _typeField.DeclaringType = query;
        }

        foreach (var type in schema.Types.Values)
        {
            if (type is ComplexType or UnionType)
            {
                _typeNames[type] = TypeName(type);
            }
        }
    }

    /// <summary>The meta-field of a type, or null.</summary>
    public OutputField? Find(NamedType parent, string name) => name switch
    {
        "__typename" => _typeNames.GetValueOrDefault(parent),
        "__schema" when parent == _query => _schemaField,
        "__type" when parent == _query => _typeField,
        _ => null,
    };

    private static OutputField TypeName(NamedType type)
    {
        var name = type.Name;
        return new OutputField("__typename", new NonNullType(SpecifiedScalars.String))
        {
            Description = "The name of the current Object type at runtime.",
            DeclaringType = type as ComplexType,
            Resolver = type is ObjectType
                ? new PropertyResolver(_ => name) { WriteLeaf = (_, json) => json.WriteString(name) }
                : null,
        };
    }
}
