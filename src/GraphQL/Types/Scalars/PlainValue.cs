using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types.Scalars;

/// <summary>Values without a type: what a literal or a JSON value says by itself, and back again.</summary>
/// <remarks>Nesting follows that of the literal or JSON text, which parsers bound (200 and 64); values of resolvers are
/// guarded by the stack itself.</remarks>
public static class PlainValue
{
    /// <summary>The .NET value of a literal without variables; an enum value is its name.</summary>
    /// <param name="literal">The literal.</param>
    /// <returns>The value, of the types that <see cref="CustomScalarType"/> lists.</returns>
    public static object? FromLiteral(IValueNode literal)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (literal)
        {
            case NullValueNode:
                return null;
            case BooleanValueNode truth:
                return truth.Value;
            case StringValueNode text:
                return text.Value;
            case EnumValueNode name:
                return name.Value;
            case IntValueNode integer:
                return Number(integer.Value);
            case FloatValueNode real:
                return Number(real.Value);
            case ListValueNode list:
                return list.Items.Select(FromLiteral).ToList();
            case ObjectValueNode obj:
                var members = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
                foreach (var field in obj.Fields)
                {
                    members[field.Name.Value] = FromLiteral(field.Value);
                }

                return members;
            default:
                throw new CoercionException($"Expected a value without variables: {Printer.Print(literal)}");
        }
    }

    /// <summary>The .NET value of a JSON value.</summary>
    /// <param name="json">The value.</param>
    /// <returns>The value, of the types that <see cref="CustomScalarType"/> lists.</returns>
    public static object? FromJson(JsonElement json)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                return json.GetString();
            case JsonValueKind.Number:
                return Number(json.GetRawText());
            case JsonValueKind.True or JsonValueKind.False:
                return json.ValueKind == JsonValueKind.True;
            case JsonValueKind.Array:
                return json.EnumerateArray().Select(FromJson).ToList();
            case JsonValueKind.Object:
                var members = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
                foreach (var member in json.EnumerateObject())
                {
                    members[member.Name] = FromJson(member.Value);
                }

                return members;
            default:
                return null;
        }
    }

    /// <summary>Writes a value as JSON; numbers as JavaScript would, unknown .NET types as their invariant text.</summary>
    /// <param name="value">The value.</param>
    /// <param name="json">Where to write.</param>
    public static void Write(object? value, JsonBuffer json)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value)
        {
            case null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined }:
                json.WriteNull();
                break;
            case JsonElement { ValueKind: JsonValueKind.Array } array:
                WriteList(array.EnumerateArray().Select(item => (object?)item), json);
                break;
            case JsonElement { ValueKind: JsonValueKind.Object } obj:
                WriteObject(obj.EnumerateObject().Select(p => (p.Name, (object?)p.Value)), json);
                break;
            case IReadOnlyDictionary<string, object?> members:
                WriteObject(members.Select(m => (m.Key, m.Value)), json);
                break;
            case not string when LeafValue.Truth(value) is { } truth:
                json.WriteBoolean(truth);
                break;
            case int or long or short or byte or sbyte or ushort or uint:
                json.WriteNumber(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case not string when LeafValue.Number(value) is { } number:
                WriteNumber(number, json);
                break;
            case not string and IEnumerable items:
                WriteList(items.Cast<object?>(), json);
                break;
            default:
                json.WriteString(LeafValue.Text(value) ?? Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    /// <summary>The literal that stands for a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The literal.</returns>
    public static IValueNode ToLiteral(object? value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value)
        {
            case null:
                return NullValueNode.Default;
            case JsonElement json:
                return ToLiteral(FromJson(json));
            case bool truth:
                return new BooleanValueNode(truth);
            case string text:
                return new StringValueNode(text);
            case IReadOnlyDictionary<string, object?> members:
                return new ObjectValueNode([.. members.Select(m => new ObjectFieldNode(new NameNode(m.Key), ToLiteral(m.Value)))]);
            case IEnumerable items:
                return new ListValueNode([.. items.Cast<object?>().Select(ToLiteral)]);
            default:
                return LeafValue.IntegerText(value) is { } integer && !integer.Contains('e', StringComparison.Ordinal)
                    ? new IntValueNode(integer)
                    : LeafValue.Number(value) is { } number
                        ? new FloatValueNode(JsonNumber.Format(number))
                        : new StringValueNode(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        }
    }

    private static object Number(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            return integer is >= int.MinValue and <= int.MaxValue ? (int)integer : integer;
        }

        return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private static void WriteNumber(double number, JsonBuffer json)
    {
        if (double.IsFinite(number))
        {
            json.WriteNumber(number);
        }
        else
        {
            json.WriteNull();
        }
    }

    private static void WriteList(IEnumerable<object?> items, JsonBuffer json)
    {
        json.WriteRaw((byte)'[');
        var first = true;
        foreach (var item in items)
        {
            Separate(ref first, json);
            Write(item, json);
        }

        json.WriteRaw((byte)']');
    }

    private static void WriteObject(IEnumerable<(string Name, object? Value)> members, JsonBuffer json)
    {
        json.WriteRaw((byte)'{');
        var first = true;
        foreach (var (name, value) in members)
        {
            Separate(ref first, json);
            json.WriteString(name);
            json.WriteRaw((byte)':');
            Write(value, json);
        }

        json.WriteRaw((byte)'}');
    }

    private static void Separate(ref bool first, JsonBuffer json)
    {
        if (!first)
        {
            json.WriteRaw((byte)',');
        }

        first = false;
    }
}
