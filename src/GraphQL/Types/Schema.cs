using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types;

/// <summary>A whole type system (specification, "Schema"). Immutable; whoever builds it, from SDL or from C#, makes the same object.</summary>
public sealed class Schema
{
    private readonly Dictionary<string, IReadOnlyList<ObjectType>> _possibleTypes = new(StringComparer.Ordinal);

    /// <summary>A schema of these types; order is kept in introspection and print.</summary>
    /// <param name="types">All named types, the specified scalars and introspection types included.</param>
    /// <param name="directives">All directives, the specified ones included.</param>
    /// <param name="query">The query root; null only in schemas that validation will refuse.</param>
    /// <param name="mutation">The mutation root, if any.</param>
    /// <param name="subscription">The subscription root, if any.</param>
    public Schema(
        IEnumerable<NamedType> types,
        IEnumerable<Directive> directives,
        ObjectType? query,
        ObjectType? mutation = null,
        ObjectType? subscription = null)
    {
        foreach (var type in types)
        {
            Types[type.Name] = type;
        }

        Directives = [.. directives];
        QueryType = query;
        MutationType = mutation;
        SubscriptionType = subscription;
        foreach (var type in Types.Values)
        {
            if (type is IAbstractType)
            {
                _possibleTypes[type.Name] = type is UnionType union
                    ? union.Types
                    : [.. Types.Values.OfType<ObjectType>().Where(t => t.Interfaces.Contains(type))];
            }
        }
    }

    /// <summary>The schema's description, if any.</summary>
    public string? Description { get; init; }

    /// <summary>Directives to print behind <c>schema</c>.</summary>
    public IReadOnlyList<DirectiveNode> AppliedDirectives { get; init; } = [];

    /// <summary>The definition it was built from (definition first, then extensions); empty when built from C#.</summary>
    public IReadOnlyList<SchemaDefinitionNode> SyntaxNodes { get; init; } = [];

    /// <summary>Named types by name, in order.</summary>
    public OrderedDictionary<string, NamedType> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Directives in order.</summary>
    public IReadOnlyList<Directive> Directives { get; }

    /// <summary>The root type of queries.</summary>
    public ObjectType? QueryType { get; }

    /// <summary>The root type of mutations, if any.</summary>
    public ObjectType? MutationType { get; }

    /// <summary>The root type of subscriptions, if any.</summary>
    public ObjectType? SubscriptionType { get; }

    /// <summary>The root type of an operation.</summary>
    /// <param name="operation">Which operation.</param>
    /// <returns>The type, or null when the schema does not have the operation.</returns>
    public ObjectType? RootType(OperationType operation) => operation switch
    {
        OperationType.Query => QueryType,
        OperationType.Mutation => MutationType,
        _ => SubscriptionType,
    };

    /// <summary>The object types a value of an abstract type may have, in schema order (members' order for unions).</summary>
    /// <param name="type">An interface or union of this schema.</param>
    /// <returns>The object types.</returns>
    public IReadOnlyList<ObjectType> PossibleTypes(IAbstractType type) =>
        _possibleTypes.TryGetValue(type.Name, out var types) ? types : [];

    /// <summary>Whether values of one type are always values of another (specification, "IsSubType").</summary>
    /// <param name="abstractType">The wider type.</param>
    /// <param name="maybeSubType">The narrower one: an object type or an interface.</param>
    /// <returns>True when it is one of its possible types, or an interface that implements it.</returns>
    public bool IsSubType(IAbstractType abstractType, NamedType maybeSubType) => maybeSubType switch
    {
        ObjectType obj => PossibleTypes(abstractType).Contains(obj),
        InterfaceType child when abstractType is InterfaceType parent => child.Interfaces.Contains(parent),
        _ => false,
    };

    /// <summary>A directive by name.</summary>
    /// <param name="name">The name without the @.</param>
    /// <returns>The directive or null.</returns>
    public Directive? Directive(string name) => Directives.FirstOrDefault(d => d.Name == name);
}
