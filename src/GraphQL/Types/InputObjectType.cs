using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types;

/// <summary>An input object type (specification, "Input Objects").</summary>
/// <param name="name">Its name in the schema.</param>
/// <param name="fields">Makes its fields, in declared order.</param>
public sealed class InputObjectType(string name, Func<IEnumerable<InputField>> fields) : NamedType(name), IInputType
{
    private readonly Lazy<OrderedDictionary<string, InputField>> _fields = new(() =>
    {
        var byName = new OrderedDictionary<string, InputField>(StringComparer.Ordinal);
        var index = 0;
        foreach (var field in fields())
        {
            field.Index = index++;
            byName[field.Name] = field;
        }

        return byName;
    });

    /// <summary>Fields by name, in declared order.</summary>
    public OrderedDictionary<string, InputField> Fields => _fields.Value;

    /// <summary>True for <c>@oneOf</c>: exactly one field must be given, and not null.</summary>
    public bool IsOneOf { get; set; }

    /// <summary>Makes the .NET object from coerced fields, in declared order; when null, the value is an
    /// <see cref="OrderedDictionary{TKey,TValue}"/> of the fields that were given or have a default.</summary>
    public Func<InputFieldValue[], object>? Create { get; set; }

    /// <summary>Makes the .NET object where the order in which fields were written counts, as in sort keys: from the values, in declared
    /// order, and the places of the given ones, in written order. Goes before <see cref="Create"/>.</summary>
    public Func<InputFieldValue[], IReadOnlyList<int>, object>? CreateInOrder { get; set; }
}

/// <summary>A coerced field of an input object.</summary>
/// <param name="HasValue">False when it was not given and has no default.</param>
/// <param name="Value">The value; null also when not given.</param>
public readonly record struct InputFieldValue(bool HasValue, object? Value);

/// <summary>An argument, or a field of an input object (specification, "InputValueDefinition").</summary>
/// <remarks>Coerced values are: int, double, string, bool, an enum's <see cref="EnumValue.Value"/>, a scalar's .NET value,
/// <c>List&lt;object?&gt;</c>, or what <see cref="InputObjectType.Create"/> made; <see cref="Convert"/> then turns them into the
/// .NET type that the parameter or property wants.</remarks>
/// <param name="name">Its name in the schema.</param>
/// <param name="type">Its type.</param>
public sealed class InputField(string name, IType type)
{
    /// <summary>Its name in the schema.</summary>
    public string Name { get; } = name;

    /// <summary>Its type.</summary>
    public IType Type { get; } = type;

    /// <summary>Its description, if any.</summary>
    public string? Description { get; init; }

    /// <summary>The default as a literal; null when there is none.</summary>
    public IValueNode? DefaultValue { get; init; }

    /// <summary>Why it should not be used any more; null when it should.</summary>
    public string? DeprecationReason { get; init; }

    /// <summary>Whether it restricts which items come: a filter over a list.</summary>
    public bool IsFilter { get; init; }

    /// <summary>Turns the coerced value (possibly null) into the .NET type wanted; null when it is already right.</summary>
    public Func<object?, object?>? Convert { get; init; }

    /// <summary>Directives to print behind it in SDL.</summary>
    public IReadOnlyList<DirectiveNode> AppliedDirectives { get; init; } = [];

    /// <summary>The definition it was built from, if it was.</summary>
    public InputValueDefinitionNode? SyntaxNode { get; init; }

    /// <summary>Its place among its neighbours, from 0.</summary>
    public int Index { get; internal set; }

    /// <summary>True when it must be given: non-null without default.</summary>
    public bool IsRequired => Type is NonNullType && DefaultValue is null;
}
