using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types;

/// <summary>A closed set of names (specification, "Enums").</summary>
/// <param name="name">Its name in the schema.</param>
/// <param name="values">Its values in declared order.</param>
public sealed class EnumType(string name, IReadOnlyList<EnumValue> values) : NamedType(name), IInputType, IOutputType
{
    private readonly Dictionary<string, EnumValue> _byName = ByName(values);
    private readonly Dictionary<object, EnumValue> _byValue = values.GroupBy(v => v.Value).ToDictionary(g => g.Key, g => g.First());

    /// <summary>Values in declared order.</summary>
    public IReadOnlyList<EnumValue> Values { get; } = values;

    /// <summary>The value of a name.</summary>
    /// <param name="name">A name, exactly spelt.</param>
    /// <returns>The value or null.</returns>
    public EnumValue? ByName(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The enum value that stands for a .NET value.</summary>
    /// <param name="value">What a resolver gave.</param>
    /// <returns>The value or null.</returns>
    public EnumValue? ByValue(object value) => _byValue.GetValueOrDefault(value);

    private static Dictionary<string, EnumValue> ByName(IReadOnlyList<EnumValue> values)
    {
        var byName = new Dictionary<string, EnumValue>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            byName.TryAdd(value.Name, value);
        }

        return byName;
    }
}

/// <summary>One value of an enum.</summary>
/// <param name="name">Its name in the schema.</param>
/// <param name="value">What resolvers give and get; the name itself when the schema comes from SDL.</param>
public sealed class EnumValue(string name, object value)
{
    /// <summary>Its name in the schema.</summary>
    public string Name { get; } = name;

    /// <summary>What resolvers give and get.</summary>
    public object Value { get; } = value;

    /// <summary>Its description, if any.</summary>
    public string? Description { get; init; }

    /// <summary>Why it should not be used any more; null when it should.</summary>
    public string? DeprecationReason { get; init; }

    /// <summary>The definition it was built from, if it was.</summary>
    public EnumValueDefinitionNode? SyntaxNode { get; init; }
}
