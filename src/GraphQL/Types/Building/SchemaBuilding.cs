using System.Collections.Frozen;
using System.Reflection;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types.Relay;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Types.Building;

/// <summary>Everything one schema is made with: the classes, the types made of them so far, and who makes which part.</summary>
internal sealed class SchemaBuilding
{
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly Queue<NamedType> _open = new();

    /// <summary>Prepares to make a schema.</summary>
    /// <param name="registrations">The classes.</param>
    /// <param name="services">Services of the application; only asked which types they offer.</param>
    /// <param name="binders">Parameters that other chapters know how to bind.</param>
    public SchemaBuilding(TypeRegistrations registrations, IServiceProvider services, IReadOnlyList<IParameterBinder> binders)
    {
        Registrations = registrations;
        Offered = services.GetService<IServiceProviderIsService>();
        Leaves = new LeafTypes(this);
        Outputs = new OutputTypes(this);
        Inputs = new InputTypes(this);
        Fields = new FieldFactory(this);
        Nodes = new NodeTypes(this);
        Parameters = new ParameterBinding(this, binders);
    }

    /// <summary>The classes.</summary>
    public TypeRegistrations Registrations { get; }

    /// <summary>Which types the application's services offer.</summary>
    public IServiceProviderIsService? Offered { get; }

    /// <summary>Descriptions.</summary>
    public XmlDocumentation Docs { get; } = new();

    /// <summary>Scalars and enums.</summary>
    public LeafTypes Leaves { get; }

    /// <summary>Object types, interfaces and unions.</summary>
    public OutputTypes Outputs { get; }

    /// <summary>Input objects.</summary>
    public InputTypes Inputs { get; }

    /// <summary>Fields.</summary>
    public FieldFactory Fields { get; }

    /// <summary>Global ids.</summary>
    public NodeTypes Nodes { get; }

    /// <summary>Parameters of resolvers.</summary>
    public ParameterBinding Parameters { get; }

    /// <summary>Takes a type into the schema.</summary>
    /// <typeparam name="T">The type's kind.</typeparam>
    /// <param name="type">The type; its parts are made later.</param>
    /// <returns>The same type.</returns>
    public T Add<T>(T type) where T : NamedType
    {
        if (!_types.TryAdd(type.Name, type))
        {
            if (ReferenceEquals(_types[type.Name], type))
            {
                return type;
            }

            throw new SchemaException($"Two types of the schema have the name {type.Name}.");
        }

        _open.Enqueue(type);
        return type;
    }

    /// <summary>A type by name, made when it is not there yet: for types that no .NET type stands for.</summary>
    public T GetOrAdd<T>(string name, Func<T> make) where T : NamedType =>
        _types.TryGetValue(name, out var type)
            ? type as T ?? throw new SchemaException($"Two types of the schema have the name {name}.")
            : Add(make());

    /// <summary>Whether the schema offers <c>node</c> and <c>nodes</c>.</summary>
    public bool OffersNodes { get; init; }

    /// <summary>Hides numbers in ids; null when they stand there as they are.</summary>
    public IKeyMask? KeyMask { get; init; }

    /// <summary>Directives that let documents ask for parts of a response later; none by default.</summary>
    public IReadOnlyList<Directive> Incremental { get; init; } = [];

    /// <summary>Directives of the application that stand between fields and their resolvers.</summary>
    public IReadOnlyList<FieldDirective> FieldDirectives { get; init; } = [];

    /// <summary>Which directives introspection lists, and in which order.</summary>
    public DirectiveListing Listing { get; init; }

    /// <summary>Whether what no .NET member stands for is described, too; left undescribed by default, as the style has it.</summary>
    public bool DescribesGenerated { get; init; }

    /// <summary>The description of something that no .NET member stands for.</summary>
    /// <param name="text">What it should say.</param>
    /// <returns>The text where the schema wants such descriptions, otherwise null.</returns>
    public string? Generated(string? text) => DescribesGenerated ? text : null;

    /// <summary>Makes the schema.</summary>
    /// <exception cref="SchemaException">The classes say something that no schema can.</exception>
    public Schema Build()
    {
        foreach (var scalar in Registrations.Scalars)
        {
            Leaves.Bind(scalar);
        }

        Nodes.Prepare();
        var query = Root("Query", Registrations.Queries)
            ?? throw new SchemaException("A schema needs a class with [QueryType].");
        var mutation = Root("Mutation", Registrations.Mutations);
        var subscription = Root("Subscription", Registrations.Subscriptions);
        foreach (var type in Registrations.Outputs)
        {
            Outputs.Named(type);
        }

        while (_open.TryDequeue(out var type))
        {
            MakeParts(type);
        }

        Outputs.Complete();
        List<NamedType> types = [query];
        types.AddRange(new[] { mutation, subscription }.OfType<NamedType>());
        types.AddRange(_types.Values.Except(types).OrderBy(t => t.Name, StringComparer.Ordinal));
        return new Schema(types, [.. SpecifiedDirectives.All, .. Incremental, .. FieldDirectives.Select(d => d.Definition), .. AppliedDirectives.Definitions], query, mutation, subscription)
        {
            Listing = Listing,
            FieldDirectives = FieldDirectives.ToFrozenDictionary(d => d.Definition.Name, StringComparer.Ordinal),
        };
    }

    private static void MakeParts(NamedType type)
    {
        switch (type)
        {
            case ComplexType complex: _ = (complex.Fields, complex.Interfaces); break;
            case InputObjectType input: _ = input.Fields; break;
        }
    }

    private ObjectType? Root(string name, List<Type> classes)
    {
        if (classes.Count == 0)
        {
            return null;
        }

        return Add(new ObjectType(name, () =>
        {
            var fields = new List<OutputField>();
            if (name == "Query")
            {
                fields.AddRange(Nodes.RootFields());
            }

            foreach (var type in classes)
            {
                fields.AddRange(Fields.OfStaticClass(type, parent: null));
            }

            return Distinct(name, fields);
        })
        {
            Description = Generated(name switch
            {
                "Query" => "What can be read.",
                "Mutation" => "What can be done; fields run one after the other, in the order in which they are written.",
                _ => "What can be listened to.",
            }),
        });
    }

    private static List<OutputField> Distinct(string type, List<OutputField> fields)
    {
        var twice = fields.GroupBy(f => f.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? fields : throw new SchemaException($"{type}.{twice.Key} is declared {twice.Count()} times.");
    }

    /// <summary>Directives to print behind a member.</summary>
    public static IReadOnlyList<DirectiveNode> Applied(IEnumerable<AuthorizeRule> rules, double? cost = null, ListSize? list = null) =>
        [.. rules.Select(AppliedDirectives.Authorize), .. AppliedDirectives.Costs(cost, list)];

    /// <summary>Public static methods and properties of a class, in declared order, without the ignored ones.</summary>
    public static IEnumerable<MemberInfo> StaticMembers(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(m => m is MethodInfo { IsSpecialName: false, IsGenericMethod: false } or PropertyInfo)
        .Where(m => !m.IsDefined(typeof(GraphQLIgnoreAttribute), inherit: false))
        .OrderBy(m => m.MetadataToken);
}
