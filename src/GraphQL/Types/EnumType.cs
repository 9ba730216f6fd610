using System.Text.Json;
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

    /// <summary>Input coercion of a literal without variables.</summary>
    /// <param name="literal">The literal; never null.</param>
    /// <param name="suggest">Whether the message may offer names.</param>
    /// <returns>The value's <see cref="EnumValue.Value"/>.</returns>
    /// <exception cref="CoercionException">It is no value of this enum.</exception>
    public object CoerceLiteral(IValueNode literal, bool suggest = true)
    {
        if (literal is not EnumValueNode written)
        {
            var text = Printer.Print(literal);
            throw new CoercionException($"Enum \"{Name}\" cannot represent non-enum value: {text}.{DidYouMean(text, suggest)}");
        }

        return ByName(written.Value)?.Value ?? throw Unknown(written.Value, suggest);
    }

    /// <summary>Input coercion of a JSON value.</summary>
    /// <param name="value">The value; never JSON null.</param>
    /// <param name="suggest">Whether the message may offer names.</param>
    /// <returns>The value's <see cref="EnumValue.Value"/>.</returns>
    /// <exception cref="CoercionException">It is no value of this enum.</exception>
    public object CoerceVariable(JsonElement value, bool suggest = true)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            var text = Inspect.Value(value);
            throw new CoercionException($"Enum \"{Name}\" cannot represent non-string value: {text}.{DidYouMean(text, suggest)}");
        }

        var name = value.GetString()!;
        return ByName(name)?.Value ?? throw Unknown(name, suggest);
    }

    /// <summary>Result coercion: writes the name of a .NET value.</summary>
    /// <param name="value">What the resolver gave; never null. JSON strings count as text.</param>
    /// <param name="json">Where to write.</param>
    /// <exception cref="CoercionException">It stands for no value of this enum.</exception>
    public void WriteResult(object value, JsonBuffer json)
    {
        var found = ByValue(value)
            ?? (value is JsonElement { ValueKind: JsonValueKind.String } text ? ByValue(text.GetString()!) : null)
            ?? throw new CoercionException($"Enum \"{Name}\" cannot represent value: {Inspect.Value(value)}");
        json.WriteRaw(found.Json);
    }

    private CoercionException Unknown(string name, bool suggest) =>
        new($"Value \"{name}\" does not exist in \"{Name}\" enum.{DidYouMean(name, suggest)}");

    private string DidYouMean(string written, bool suggest) =>
        suggest ? Suggestions.DidYouMean(Suggestions.For(written, Values.Select(v => v.Name)), "the enum value") : "";

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

    /// <summary>Directives to print behind it in SDL.</summary>
    public IReadOnlyList<DirectiveNode> AppliedDirectives { get; init; } = [];

    /// <summary>The definition it was built from, if it was.</summary>
    public EnumValueDefinitionNode? SyntaxNode { get; init; }

    /// <summary>The name as JSON, quotes included.</summary>
    internal byte[] Json { get; } = System.Text.Encoding.UTF8.GetBytes($"\"{name}\"");
}
