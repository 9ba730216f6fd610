using System.Collections.Frozen;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types.Introspection;
using Exams.GraphQL.Types.Sdl;

namespace Exams.GraphQL.Types;

/// <summary>A whole type system (specification, "Schema"). Immutable; whoever builds it, from SDL or from C#, makes the same object.</summary>
public sealed class Schema
{
    private readonly Dictionary<string, IReadOnlyList<ObjectType>> _possibleTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<NamedType>> _subTypes = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, Directive> _directives;
    private readonly MetaFields _metaFields;

    /// <summary>A schema of these types; order is kept in introspection and print.</summary>
    /// <param name="types">Named types, in the order wanted. Introspection types, and types that are only referred to, are added.</param>
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
        : this(types, directives, new SchemaRoots(query, mutation, subscription), new IntrospectionTypes())
    {
    }

    internal Schema(IEnumerable<NamedType> types, IEnumerable<Directive> directives, SchemaRoots roots, IntrospectionTypes introspection)
    {
        Directives = [.. directives];
        _directives = Directives.DistinctBy(d => d.Name).ToFrozenDictionary(d => d.Name, StringComparer.Ordinal);
        Roots = roots;
        foreach (var type in ReferencedTypes.Collect(types, roots, Directives, introspection))
        {
            Types[type.Name] = type;
        }

        introspection.Owner = this;
        Introspection = introspection;
        _metaFields = new MetaFields(this);
        CollectSubTypes();
    }

    /// <summary>The schema's description, if any.</summary>
    public string? Description { get; init; }

    /// <summary>Directives to print behind <c>schema</c>.</summary>
    public IReadOnlyList<DirectiveNode> AppliedDirectives { get; init; } = [];

    /// <summary>The definition it was built from (definition first, then extensions); empty when built from C#.</summary>
    public IReadOnlyList<SchemaDefinitionNode> SyntaxNodes { get; init; } = [];

    /// <summary>The SDL texts it was built from, in order; empty when built from C#.</summary>
    public IReadOnlyList<DocumentNode> Documents { get; init; } = [];

    /// <summary>Named types by name, in order.</summary>
    public OrderedDictionary<string, NamedType> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Directives in order.</summary>
    public IReadOnlyList<Directive> Directives { get; }

    /// <summary>Which of them introspection lists, and in which order.</summary>
    public DirectiveListing Listing { get; init; }

    /// <summary>Those among them that stand between fields and their resolvers, by name.</summary>
    public IReadOnlyDictionary<string, FieldDirective> FieldDirectives { get; init; } = FrozenDictionary<string, FieldDirective>.Empty;

    /// <summary>Whether there are any.</summary>
    public bool HasFieldDirectives => FieldDirectives.Count > 0;

    /// <summary>The root type of queries.</summary>
    public ObjectType? QueryType => Roots.Query as ObjectType;

    /// <summary>The root type of mutations, if any.</summary>
    public ObjectType? MutationType => Roots.Mutation as ObjectType;

    /// <summary>The root type of subscriptions, if any.</summary>
    public ObjectType? SubscriptionType => Roots.Subscription as ObjectType;

    /// <summary>The roots as declared; other than object types only in schemas that validation refuses.</summary>
    internal SchemaRoots Roots { get; }

    /// <summary>The types that describe this schema to its clients.</summary>
    internal IntrospectionTypes Introspection { get; }

    /// <summary>Whether documents may put fragments off with the engine's own <c>@defer</c>.</summary>
    public bool CanDefer => ReferenceEquals(Directive("defer"), SpecifiedDirectives.Defer);

    /// <summary>Whether documents may ask for lists piece by piece with the engine's own <c>@stream</c>.</summary>
    public bool CanStream => ReferenceEquals(Directive("stream"), SpecifiedDirectives.Stream);

    /// <summary>The directive of a name that stands between fields and their resolvers.</summary>
    /// <param name="name">A name, exactly spelt.</param>
    /// <returns>The directive; null for none, and for directives that do nothing there.</returns>
    public FieldDirective? FieldDirective(string name) => FieldDirectives.GetValueOrDefault(name);

    /// <summary>The root type of an operation.</summary>
    /// <param name="operation">Which operation.</param>
    /// <returns>The type, or null when the schema does not have the operation.</returns>
    public ObjectType? RootType(OperationType operation) => operation switch
    {
        OperationType.Query => QueryType,
        OperationType.Mutation => MutationType,
        _ => SubscriptionType,
    };

    /// <summary>The field of a type, <c>__typename</c> and, on the query root, <c>__schema</c> and <c>__type</c> included
    /// (specification, "Schema Introspection").</summary>
    /// <param name="parent">An object type, an interface or a union; other types have no fields.</param>
    /// <param name="name">A name, exactly spelt.</param>
    /// <returns>The field or null. Meta-fields have resolvers like any other; <c>__typename</c> of an abstract type has none.</returns>
    public OutputField? Field(NamedType parent, string name) =>
        name.StartsWith("__", StringComparison.Ordinal) && _metaFields.Find(parent, name) is { } meta
            ? meta
            : (parent as ComplexType)?.Fields.GetValueOrDefault(name);

    /// <summary>The object types a value of an abstract type may have, in schema order (members' order for unions).</summary>
    /// <param name="type">An interface or union of this schema.</param>
    /// <returns>The object types.</returns>
    public IReadOnlyList<ObjectType> PossibleTypes(IAbstractType type) =>
        _possibleTypes.TryGetValue(type.Name, out var types) ? types : [];

    /// <summary>Whether values of one type are always values of another (specification, "IsSubType").</summary>
    /// <param name="abstractType">The wider type.</param>
    /// <param name="maybeSubType">The narrower one: an object type or an interface.</param>
    /// <returns>True when it is one of its possible types, or an interface that implements it.</returns>
    public bool IsSubType(IAbstractType abstractType, NamedType maybeSubType) =>
        _subTypes.TryGetValue(abstractType.Name, out var types) && types.Contains(maybeSubType);

    /// <summary>A directive by name.</summary>
    /// <param name="name">The name without the @.</param>
    /// <returns>The directive or null.</returns>
    public Directive? Directive(string name) => _directives.GetValueOrDefault(name);

    private void CollectSubTypes()
    {
        var implementations = new Dictionary<string, List<ObjectType>>(StringComparer.Ordinal);
        foreach (var type in Types.Values)
        {
            switch (type)
            {
                case UnionType union:
                    _possibleTypes[union.Name] = union.Types;
                    _subTypes[union.Name] = [.. union.Types];
                    break;
                case ComplexType complex:
                    foreach (var parent in complex.Interfaces)
                    {
                        Entry(_subTypes, parent.Name).Add(complex);
                        if (complex is ObjectType obj && Entry(implementations, parent.Name) is var objects && !objects.Contains(obj))
                        {
                            objects.Add(obj);
                        }
                    }

                    break;
            }
        }

        foreach (var (name, objects) in implementations)
        {
            _possibleTypes[name] = objects;
        }
    }

    /// <summary>The schema as SDL.</summary>
    /// <returns>What <see cref="SchemaPrinter"/> prints.</returns>
    public override string ToString() => SchemaPrinter.Print(this);

    private static T Entry<T>(Dictionary<string, T> map, string key) where T : new()
    {
        if (!map.TryGetValue(key, out var value))
        {
            map[key] = value = new T();
        }

        return value;
    }
}
