namespace Exams.GraphQL.Types;

/// <summary>What object and interface types share: fields and implemented interfaces.</summary>
/// <remarks>Fields and interfaces are given as functions because types refer to each other; they run once, at first use,
/// and <see cref="Schema"/> uses them all when it is made.</remarks>
public abstract class ComplexType : NamedType, IOutputType
{
    private readonly Lazy<OrderedDictionary<string, OutputField>> _fields;
    private readonly Lazy<IReadOnlyList<NamedType>> _declaredInterfaces;
    private readonly Lazy<IReadOnlyList<InterfaceType>> _interfaces;

    /// <summary>A type whose parts are made at first use.</summary>
    /// <param name="name">Its name in the schema.</param>
    /// <param name="fields">Makes its fields, in declared order.</param>
    /// <param name="interfaces">Makes the list of its interfaces, in declared order; none when null.</param>
    protected ComplexType(string name, Func<IEnumerable<OutputField>> fields, Func<IEnumerable<NamedType>>? interfaces)
        : base(name)
    {
        _fields = new(() =>
        {
            var byName = new OrderedDictionary<string, OutputField>(StringComparer.Ordinal);
            foreach (var field in fields())
            {
                field.DeclaringType = this;
                byName[field.Name] = field;
            }

            return byName;
        });
        _declaredInterfaces = new(() => interfaces is null ? [] : [.. interfaces()]);
        _interfaces = new(() => [.. DeclaredInterfaces.OfType<InterfaceType>()]);
    }

    /// <summary>Fields by name, in declared order.</summary>
    public OrderedDictionary<string, OutputField> Fields => _fields.Value;

    /// <summary>Implemented interfaces in declared order.</summary>
    public IReadOnlyList<InterfaceType> Interfaces => _interfaces.Value;

    /// <summary>All that is named behind <c>implements</c>; more than <see cref="Interfaces"/> only in schemas that are refused.</summary>
    public IReadOnlyList<NamedType> DeclaredInterfaces => _declaredInterfaces.Value;
}

/// <summary>An object type (specification, "Objects").</summary>
/// <param name="name">Its name in the schema.</param>
/// <param name="fields">Makes its fields, in declared order.</param>
/// <param name="interfaces">Makes the list of its interfaces; none when null.</param>
public sealed class ObjectType(string name, Func<IEnumerable<OutputField>> fields, Func<IEnumerable<NamedType>>? interfaces = null)
    : ComplexType(name, fields, interfaces)
{
    /// <summary>Whether a value is of this type, asked for members of abstract types; null when the type does not say.</summary>
    public Func<object, bool>? IsTypeOf { get; set; }

    /// <summary>Who may see values of this type; every field that returns the type asks.</summary>
    public IReadOnlyList<AuthorizeRule> Authorize { get; set; } = [];
}

/// <summary>An interface type (specification, "Interfaces").</summary>
/// <param name="name">Its name in the schema.</param>
/// <param name="fields">Makes its fields, in declared order.</param>
/// <param name="interfaces">Makes the list of its interfaces; none when null.</param>
public sealed class InterfaceType(string name, Func<IEnumerable<OutputField>> fields, Func<IEnumerable<NamedType>>? interfaces = null)
    : ComplexType(name, fields, interfaces), IAbstractType
{
    /// <inheritdoc/>
    public Func<object, string?>? ResolveType { get; set; }
}

/// <summary>A type whose values are values of one of several object types.</summary>
public interface IAbstractType : IOutputType
{
    /// <summary>The type's name in the schema.</summary>
    string Name { get; }

    /// <summary>Names the object type of a value; when null, each possible type's <see cref="ObjectType.IsTypeOf"/> is asked.</summary>
    Func<object, string?>? ResolveType { get; }
}

/// <summary>A union type (specification, "Unions").</summary>
/// <param name="name">Its name in the schema.</param>
/// <param name="types">Makes the list of its members, in declared order.</param>
public sealed class UnionType(string name, Func<IEnumerable<NamedType>> types) : NamedType(name), IAbstractType
{
    private readonly Lazy<IReadOnlyList<NamedType>> _declaredTypes = new(() => [.. types()]);
    private IReadOnlyList<ObjectType>? _types;

    /// <summary>Members in declared order.</summary>
    public IReadOnlyList<ObjectType> Types => _types ??= [.. DeclaredTypes.OfType<ObjectType>()];

    /// <summary>Everything named as a member; more than <see cref="Types"/> only in schemas that validation refuses.</summary>
    public IReadOnlyList<NamedType> DeclaredTypes => _declaredTypes.Value;

    /// <inheritdoc/>
    public Func<object, string?>? ResolveType { get; set; }
}
