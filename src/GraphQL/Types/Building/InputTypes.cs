using System.Reflection;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Building;

/// <summary>Input objects by the .NET types behind them, and what comes in through arguments.</summary>
internal sealed class InputTypes(SchemaBuilding building)
{
    private readonly Dictionary<Type, InputObjectType> _byRuntime = [];
    private readonly Dictionary<Type, InputObjectType> _byClass = [];

    /// <summary>The argument that a parameter is.</summary>
    public InputField Argument(ParameterInfo parameter)
    {
        var shape = TypeShape.Of(parameter);
        var id = IdSpec.Input(building, parameter);
        var type = Of(shape, id, parameter);
        return new InputField(Naming.CamelCase(parameter.Name!), type)
        {
            Description = building.Docs.Of(parameter) ?? (type.NamedType() is InputObjectType input ? building.Generated(input.Description) : null),
            DefaultValue = Default(parameter, type),
            DeprecationReason = parameter.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.DeprecationReason,
            Convert = InputConverters.For(shape, id),
        };
    }

    /// <summary>The type of a shape that comes in.</summary>
    public IType Of(TypeShape shape, IdSpec? id, object where)
    {
        try
        {
            return OutputTypes.Of(shape, runtime => id is null ? Named(runtime) : Scalars.SpecifiedScalars.Id);
        }
        catch (SchemaException e)
        {
            throw new SchemaException(where is ParameterInfo p ? $"{p.Member.DeclaringType}.{p.Member.Name}({p.Name}): {e.Message}" : $"{where}: {e.Message}");
        }
    }

    /// <summary>The input type of a .NET type: scalar, enum or input object.</summary>
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

        if (runtime.IsInterface || runtime.IsAbstract || runtime.IsPrimitive || runtime.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
        {
            throw new SchemaException($"No input type of the schema stands for {runtime}. Is the service registered?");
        }

        var parts = new Lazy<InputObjectParts>(() => InputObjectParts.Of(building, runtime));
        var type = new InputObjectType(Naming.Input(runtime), () => parts.Value.Fields)
        {
            Description = building.Docs.Of(runtime),
            IsOneOf = runtime.IsDefined(typeof(OneOfAttribute), inherit: false),
            Create = values => parts.Value.Create(values),
        };
        _byRuntime[runtime] = type;
        return building.Add(type);
    }

    /// <summary>The input object that a filter or sort class describes.</summary>
    public InputObjectType OfClass(Type inputClass)
    {
        if (!_byClass.TryGetValue(inputClass, out var type))
        {
            var described = (IDataInputType)Activator.CreateInstance(inputClass, nonPublic: true)!;
            _byClass[inputClass] = type = described.Build(building);
        }

        return type;
    }

    /// <summary>The default that a parameter has in the schema; null for none. "= null" says nothing that nullability does not.</summary>
    public static IValueNode? Default(ParameterInfo parameter, IType type)
    {
        if (parameter.GetCustomAttribute<DefaultValueAttribute>() is { } attribute)
        {
            return Literals.Of(attribute.Value, type);
        }

        return parameter is { HasDefaultValue: true, DefaultValue: { } value } ? Literals.Of(value, type) : null;
    }
}
