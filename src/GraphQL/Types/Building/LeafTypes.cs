using System.Reflection;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Types.Building;

/// <summary>Which scalar or enum stands for which .NET type.</summary>
internal sealed class LeafTypes
{
    private readonly SchemaBuilding _building;
    private readonly Dictionary<Type, NamedType> _byRuntime;
    private readonly Dictionary<Type, ScalarType> _byClass = [];
    private readonly HashSet<Type> _builtIn;

    public LeafTypes(SchemaBuilding building)
    {
        _building = building;
        var builtIn = BuiltInScalars.Make();
        _builtIn = [.. builtIn.Keys];
        _byRuntime = new Dictionary<Type, NamedType>(builtIn.Select(p => KeyValuePair.Create(p.Key, (NamedType)p.Value)));
        foreach (var scalar in builtIn.Values)
        {
            _byClass[scalar.GetType()] = scalar;
        }

        _byClass[SpecifiedScalars.Id.GetType()] = SpecifiedScalars.Id;
    }

    /// <summary>Makes a scalar of the application stand for its .NET type.</summary>
    public void Bind(ScalarType scalar)
    {
        _byClass[scalar.GetType()] = scalar;
        if (scalar is IBoundScalar { Binds: true } bound)
        {
            _byRuntime[bound.RuntimeType] = scalar;
        }
    }

    /// <summary>Whether a .NET type has a scalar without the application's doing, which may have given it another.</summary>
    public bool IsBuiltIn(Type runtime) => _builtIn.Contains(runtime);

    /// <summary>The leaf that stands for a .NET type; null when none does.</summary>
    public NamedType? Of(Type runtime)
    {
        if (!_byRuntime.TryGetValue(runtime, out var type))
        {
            if (!runtime.IsEnum)
            {
                return null;
            }

            _byRuntime[runtime] = type = Enum(runtime);
        }

        return Used(type);
    }

    /// <summary>The scalar of a scalar class.</summary>
    public ScalarType OfClass(Type scalarClass)
    {
        if (!_byClass.TryGetValue(scalarClass, out var scalar))
        {
            _byClass[scalarClass] = scalar = (ScalarType)Activator.CreateInstance(scalarClass, nonPublic: true)!;
        }

        return Used(scalar);
    }

    private T Used<T>(T type) where T : NamedType => SpecifiedScalars.ByName(type.Name) is null ? _building.Add(type) : type;

    private EnumType Enum(Type runtime)
    {
        var values = runtime.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => !f.IsDefined(typeof(GraphQLIgnoreAttribute), inherit: false))
            .OrderBy(f => f.MetadataToken)
            .Select(f => new EnumValue(Naming.EnumValue(f), f.GetValue(null)!)
            {
                Description = _building.Docs.Of(f),
                DeprecationReason = f.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.DeprecationReason,
            });
        return new EnumType(Naming.Type(runtime), [.. values]) { Description = _building.Docs.Of(runtime) };
    }
}
