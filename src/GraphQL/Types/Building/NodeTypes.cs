using System.Linq.Expressions;
using System.Reflection;
using Exams.GraphQL.Types.Relay;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Types.Building;

/// <summary>Object types that can be fetched by a global id (Relay, "Global Object Identification").</summary>
internal sealed class NodeTypes(SchemaBuilding building)
{
    /// <summary>Most ids that <c>nodes</c> takes at once.</summary>
    public const int MaxNodes = 50;

    private readonly Dictionary<string, NodeLookup> _lookups = new(StringComparer.Ordinal);

    /// <summary>The interface <c>Node</c>; null when nothing is a node or the server does not offer them.</summary>
    public InterfaceType? Interface { get; private set; }

    /// <summary>Makes the interface when there is something to implement it.</summary>
    public void Prepare()
    {
        if (building.OffersNodes && building.Registrations.Nodes.Count > 0)
        {
            Interface = building.Add(new InterfaceType("Node", () => [new OutputField("id", new NonNullType(SpecifiedScalars.Id)) { Description = building.Generated("Its id, which is unique among all things that have one.") }])
            {
                Description = "The node interface is implemented by entities that have a global unique identifier.",
            });
        }
    }

    /// <summary>The interface, as list.</summary>
    public IEnumerable<InterfaceType> Interfaces() => Interface is null ? [] : [Interface];

    /// <summary><c>node</c> and <c>nodes</c>.</summary>
    public IEnumerable<OutputField> RootFields()
    {
        if (Interface is null)
        {
            yield break;
        }

        foreach (var (runtime, type) in building.Registrations.Nodes)
        {
            _lookups.Add(building.Outputs.NameOf(runtime), Lookup(type));
        }

        var fetch = new NodeFetch(_lookups);
        var id = new NonNullType(SpecifiedScalars.Id);
        yield return Field("node", Interface, "Fetches an object given its ID.",
            new InputField("id", id) { Description = "ID of the object." }, fetch.One, null);
        yield return Field("nodes", new NonNullType(new ListType(Interface)), "Lookup nodes by a list of IDs.",
            new InputField("ids", new NonNullType(new ListType(id))) { Description = "The list of node IDs." }, fetch.Many,
            new ListSize(MaxNodes, 1, ["ids"], []));
    }

    /// <summary>The field <c>id</c> of a node; null for other types.</summary>
    public OutputField? IdField(Type runtime)
    {
        if (!building.Registrations.Nodes.ContainsKey(runtime))
        {
            return null;
        }

        var property = runtime.GetProperty("Id", BindingFlags.Public | BindingFlags.Instance)
            ?? throw new SchemaException($"{runtime} is a node and has no property Id.");
        var id = new IdSpec(building.Outputs.NameOf(runtime), building.KeyMask);
        var shape = TypeShape.Of(property);
        var draft = new FieldDraft
        {
            Name = "id",
            Type = new NonNullType(SpecifiedScalars.Id),
            Shape = shape,
            Member = property,
            Parent = runtime,
            Finish = id.EncodeShape(shape),
        };
        return new OutputField(draft.Name, draft.Type)
        {
            Description = building.Generated("Its id: unique among all things that have one, and never changed.") ?? building.Docs.Of(property),
            Resolver = ResolverCompiler.Compile(draft, null, id),
            Reads = [property.Name],
        };
    }

    private static OutputField Field(
        string name, IType type, string description, InputField argument, Func<IResolverContext, ValueTask<object?>> call, ListSize? list) =>
        new(name, type)
        {
            Description = description,
            Arguments = [argument],
            Resolver = new TaskResolver(call),
            Cost = new FieldCost(10, list),
            AppliedDirectives = [AppliedDirectives.Cost(10)],
        };

    private NodeLookup Lookup(Type type)
    {
        var method = type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .FirstOrDefault(m => m.IsDefined(typeof(NodeResolverAttribute), inherit: false))
            ?? throw new SchemaException($"{type} has no method with [NodeResolver].");
        // Asked for once: reflection may make the parameters anew while another thread asks for the first time.
        var parameters = method.GetParameters();
        var key = parameters.FirstOrDefault(p => p.Name == "id")
            ?? throw new SchemaException($"{type}.{method.Name} has no parameter id.");
        var given = Expression.Parameter(typeof(NodeContext), "context");
        var context = Expression.Convert(given, typeof(IResolverContext));
        var sources = parameters.Select(p => p == key
            ? Expression.Convert(Expression.Property(given, nameof(NodeContext.Key)), p.ParameterType)
            : (building.Parameters.Injected(p) ?? throw new SchemaException($"{type}.{method.Name}({p.Name}) is no service.")).Value(context, []));
        Expression call = Expression.Call(method, sources);
        var returned = method.ReturnType;
        call = MethodShape.Promise(returned) is { } promised
            ? Expression.Call(
                typeof(ResolverRuntime),
                returned.GetGenericTypeDefinition() == typeof(Task<>) ? nameof(ResolverRuntime.OfTask) : nameof(ResolverRuntime.OfValueTask),
                [promised],
                call)
            : Expression.New(typeof(ValueTask<object?>).GetConstructor([typeof(object)])!, Expression.Convert(call, typeof(object)));
        return new NodeLookup(
            NodeId.KeyDecoder(key.ParameterType, building.KeyMask),
            Expression.Lambda<Func<NodeContext, ValueTask<object?>>>(call, given).Compile());
    }
}

/// <summary>How the nodes of one type are fetched.</summary>
/// <param name="Decode">From the id's bytes to the key.</param>
/// <param name="Fetch">From the key, in a context, to the object.</param>
internal sealed record NodeLookup(Func<byte[], object> Decode, Func<NodeContext, ValueTask<object?>> Fetch);
