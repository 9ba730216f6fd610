using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Selection;

/// <summary>Finds the definition of a selected field, the three meta fields included (specification, "Type Name Introspection" and "Schema Introspection").</summary>
public sealed class FieldLookup
{
    private static readonly OutputField TypeName = new("__typename", new NonNullType(SpecifiedScalars.String));

    private readonly Schema _schema;
    private readonly OutputField? _schemaField;
    private readonly OutputField? _typeField;

    /// <summary>The fields of a schema.</summary>
    /// <param name="schema">The schema.</param>
    public FieldLookup(Schema schema)
    {
        _schema = schema;
        if (schema.Types.TryGetValue("__Schema", out var schemaType))
        {
            _schemaField = new OutputField("__schema", new NonNullType(schemaType));
        }

        if (schema.Types.TryGetValue("__Type", out var typeType))
        {
            _typeField = new OutputField("__type", typeType)
            {
                Arguments = [new InputField("name", new NonNullType(SpecifiedScalars.String))],
            };
        }
    }

    /// <summary>The definition of a field.</summary>
    /// <param name="parent">The type that is selected from.</param>
    /// <param name="name">The field's name, not its alias.</param>
    /// <returns>The definition; null when the type has no such field.</returns>
    public OutputField? Find(NamedType parent, string name)
    {
        if (name.Length > 2 && name[0] == '_' && name[1] == '_')
        {
            switch (name)
            {
                case "__typename" when parent.IsComposite(): return TypeName;
                case "__schema" when parent == _schema.QueryType: return _schemaField;
                case "__type" when parent == _schema.QueryType: return _typeField;
                default: break;
            }
        }

        return Declared(parent, name);
    }

    /// <summary>The definition of a field that the type itself declares; meta fields are not declared.</summary>
    /// <param name="parent">The type that is selected from; null when it is unknown.</param>
    /// <param name="name">The field's name.</param>
    /// <returns>The definition or null.</returns>
    public static OutputField? Declared(NamedType? parent, string name) =>
        parent is ComplexType complex && complex.Fields.TryGetValue(name, out var field) ? field : null;
}
