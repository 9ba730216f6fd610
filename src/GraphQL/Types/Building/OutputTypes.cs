using System.Reflection;

namespace Exams.GraphQL.Types.Building;

/// <summary>Object types, interfaces and unions by the .NET types behind them.</summary>
internal sealed class OutputTypes(SchemaBuilding building)
{
    private readonly Dictionary<Type, NamedType> _byRuntime = [];
    private readonly List<(Type Runtime, ObjectType Type)> _objects = [];
    private readonly List<(Type Runtime, IAbstractType Type)> _abstract = [];

    /// <summary>The type of a shape.</summary>
    public IType Of(TypeShape shape) => Of(shape, Named);

    /// <summary>The type of a shape, with another idea of the named type in the middle.</summary>
    public static IType Of(TypeShape shape, Func<Type, IType> named)
    {
        var type = shape.Item is { } item ? new ListType(Of(item, named)) : named(shape.Runtime);
        return shape.IsNullable ? type : new NonNullType(type);
    }

    /// <summary>The type that a class stands for: a scalar's class, an object type's class, a wrapper, or a plain .NET type.</summary>
    public IType OfToken(Type token)
    {
        if (token.IsGenericType && token.GetGenericTypeDefinition() == typeof(NonNullType<>))
        {
            return new NonNullType(OfToken(token.GetGenericArguments()[0]));
        }

        if (token.IsGenericType && token.GetGenericTypeDefinition() == typeof(ListType<>))
        {
            return new ListType(OfToken(token.GetGenericArguments()[0]));
        }

        if (typeof(ScalarType).IsAssignableFrom(token))
        {
            return building.Leaves.OfClass(token);
        }

        for (var at = token; at is not null; at = at.BaseType)
        {
            if (at.IsGenericType && at.GetGenericTypeDefinition() == typeof(ObjectType<>))
            {
                return Named(at.GetGenericArguments()[0]);
            }
        }

        return Named(token);
    }

    /// <summary>The named type of a .NET type.</summary>
    public NamedType Named(Type runtime)
    {
        if (building.Leaves.Of(runtime) is { } leaf)
        {
            return leaf;
        }

        if (_byRuntime.TryGetValue(runtime, out var known))
        {
            return known;
        }

        if (runtime == typeof(object) || runtime == typeof(void) || runtime.IsPrimitive || runtime.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
        {
            throw new SchemaException($"No type of the schema stands for {runtime}.");
        }

        return _byRuntime[runtime] = Make(runtime);
    }

    /// <summary>The object types whose values are values of an interface or union.</summary>
    public IEnumerable<ObjectType> Implementing(Type runtime) => _objects.Where(o => runtime.IsAssignableFrom(o.Runtime)).Select(o => o.Type);

    /// <summary>The name of the object type over a .NET type, whether or not it is made yet.</summary>
    public string NameOf(Type runtime) =>
        (building.Registrations.Explicit.TryGetValue(runtime, out var definition) ? definition.Describe().Name : null)
        ?? runtime.GetCustomAttribute<ObjectTypeAttribute>(inherit: false)?.Name
        ?? Naming.Type(runtime);

    /// <summary>Tells interfaces and unions which object type a value has, once all types are known.</summary>
    public void Complete()
    {
        var resolve = new RuntimeTypeNames(_objects.Select(o => (o.Runtime, o.Type.Name)));
        foreach (var (_, type) in _abstract)
        {
            switch (type)
            {
                case InterfaceType known: known.ResolveType = resolve.NameOf; break;
                case UnionType known: known.ResolveType = resolve.NameOf; break;
            }
        }

        if (building.Nodes.Interface is { } node)
        {
            node.ResolveType = resolve.NameOf;
        }
    }

    private NamedType Make(Type runtime)
    {
        if (runtime.GetCustomAttribute<UnionTypeAttribute>(inherit: false) is { } union)
        {
            return Abstract(runtime, new UnionType(union.Name ?? Naming.Type(runtime), () => Implementing(runtime)));
        }

        if (runtime.GetCustomAttribute<InterfaceTypeAttribute>(inherit: false) is { } named)
        {
            return Abstract(runtime, new InterfaceType(
                named.Name ?? Naming.Type(runtime), () => building.Fields.OfInterface(runtime), () => InterfacesOf(runtime, [])));
        }

        return Object(runtime);
    }

    private T Abstract<T>(Type runtime, T type) where T : NamedType, IAbstractType
    {
        type.Description = building.Docs.Of(runtime);
        _abstract.Add((runtime, type));
        return building.Add(type);
    }

    private ObjectType Object(Type runtime)
    {
        var draft = building.Registrations.Explicit.TryGetValue(runtime, out var definition) ? definition.Describe() : null;
        List<AuthorizeRule> rules = [.. draft?.Authorize ?? [], .. FieldFactory.RulesOf(runtime)];
        foreach (var leading in building.Registrations.Leading.GetValueOrDefault(runtime, []))
        {
            rules.AddRange(FieldFactory.RulesOf(leading));
        }

        var isNode = building.Registrations.Nodes.ContainsKey(runtime);
        var type = new ObjectType(
            draft?.Name ?? NameOf(runtime),
            () => building.Fields.OfObject(runtime, draft),
            () => [.. isNode ? building.Nodes.Interfaces() : [], .. InterfacesOf(runtime, draft?.Interfaces ?? [])])
        {
            Description = draft?.Description ?? building.Docs.Of(runtime),
            IsTypeOf = runtime.IsInstanceOfType,
            Authorize = rules,
            AppliedDirectives = SchemaBuilding.Applied(rules),
        };
        _objects.Add((runtime, type));
        return building.Add(type);
    }

    private IEnumerable<InterfaceType> InterfacesOf(Type runtime, IEnumerable<Type> named) => runtime.GetInterfaces()
        .Concat(named)
        .Where(i => i.IsDefined(typeof(InterfaceTypeAttribute), inherit: false))
        .Distinct()
        .OrderBy(i => i.FullName, StringComparer.Ordinal)
        .Select(i => (InterfaceType)Named(i));
}

/// <summary>From a value's .NET type to its object type's name; derived classes count as their nearest known base.</summary>
internal sealed class RuntimeTypeNames(IEnumerable<(Type Runtime, string Name)> types)
{
    private readonly Dictionary<Type, string> _names = types.ToDictionary(t => t.Runtime, t => t.Name);

    /// <summary>The name of a value's object type; null when it has none.</summary>
    public string? NameOf(object value)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            if (_names.TryGetValue(type, out var name))
            {
                return name;
            }
        }

        return null;
    }
}
