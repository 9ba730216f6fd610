using System.Reflection;
using Exams.GraphQL.Types.Relay;

namespace Exams.GraphQL.Types.Building;

/// <summary>The classes that a schema is made from, sorted into what they are. Order is the order of full names, so that the same
/// classes always make the same schema.</summary>
internal sealed class TypeRegistrations
{
    private readonly HashSet<Type> _seen = [];

    /// <summary>Classes whose static members are fields of the query root.</summary>
    public List<Type> Queries { get; } = [];

    /// <summary>Classes whose static methods are fields of the mutation root.</summary>
    public List<Type> Mutations { get; } = [];

    /// <summary>Classes whose static methods are fields of the subscription root.</summary>
    public List<Type> Subscriptions { get; } = [];

    /// <summary>.NET types that are output types whether or not a field returns them.</summary>
    public List<Type> Outputs { get; } = [];

    /// <summary>Classes that put fields before a type's own, by the type they extend.</summary>
    public Dictionary<Type, List<Type>> Leading { get; } = [];

    /// <summary>Classes that put fields behind a type's own, by the type they extend.</summary>
    public Dictionary<Type, List<Type>> Trailing { get; } = [];

    /// <summary>Explicitly bound object types, by the type they describe.</summary>
    public Dictionary<Type, IObjectTypeDefinition> Explicit { get; } = [];

    /// <summary>Scalars of the application.</summary>
    public List<ScalarType> Scalars { get; } = [];

    /// <summary>Classes with a node resolver, by the type they make a node.</summary>
    public Dictionary<Type, Type> Nodes { get; } = [];

    /// <summary>Filter and sort inputs by their class.</summary>
    public List<Type> DataInputs { get; } = [];

    /// <summary>Registers every annotated type and every schema type of an assembly.</summary>
    public void Add(Assembly assembly) => Add(assembly.GetTypes());

    /// <summary>Registers types; those that say nothing of a schema are passed over, and none counts twice.</summary>
    public void Add(IEnumerable<Type> types)
    {
        foreach (var type in types.OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            if (type.Name is not ['<', ..] && _seen.Add(type))
            {
                Sort(type);
            }
        }
    }

    private void Sort(Type type)
    {
        if (type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && Instance(type))
        {
            return;
        }

        foreach (var attribute in type.GetCustomAttributes(inherit: false))
        {
            switch (attribute)
            {
                case QueryTypeAttribute: Queries.Add(type); break;
                case MutationTypeAttribute: Mutations.Add(type); break;
                case SubscriptionTypeAttribute: Subscriptions.Add(type); break;
                case ObjectTypeAttribute or InterfaceTypeAttribute or UnionTypeAttribute: AddOutput(type); break;
                case IExtendsObjectType extension: Extend(extension, type); break;
            }
        }
    }

    private bool Instance(Type type)
    {
        if (typeof(ScalarType).IsAssignableFrom(type))
        {
            if (Activator.CreateInstance(type, nonPublic: true) is ScalarType scalar)
            {
                Scalars.Add(scalar);
            }

            return true;
        }

        if (typeof(IObjectTypeDefinition).IsAssignableFrom(type))
        {
            var definition = (IObjectTypeDefinition)Activator.CreateInstance(type, nonPublic: true)!;
            if (!Explicit.TryAdd(definition.RuntimeType, definition))
            {
                throw new SchemaException($"{type} and {Explicit[definition.RuntimeType].GetType()} both describe {definition.RuntimeType}.");
            }

            AddOutput(definition.RuntimeType);
            return true;
        }

        if (typeof(IDataInputType).IsAssignableFrom(type))
        {
            DataInputs.Add(type);
            return true;
        }

        return false;
    }

    private void Extend(IExtendsObjectType extension, Type type)
    {
        var target = extension.ExtendedType;
        var leads = extension.GetType().GetGenericTypeDefinition() == typeof(ObjectTypeAttribute<>);
        var classes = leads ? Leading : Trailing;
        if (!classes.TryGetValue(target, out var list))
        {
            classes[target] = list = [];
        }

        list.Add(type);
        if (leads)
        {
            AddOutput(target);
        }

        if (type.IsDefined(typeof(NodeAttribute), inherit: false) && !Nodes.TryAdd(target, type))
        {
            throw new SchemaException($"{type} and {Nodes[target]} both make {target} a node.");
        }
    }

    private void AddOutput(Type type)
    {
        if (!Outputs.Contains(type))
        {
            Outputs.Add(type);
        }
    }
}
