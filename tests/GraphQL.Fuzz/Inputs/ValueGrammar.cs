using System.Text;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Fuzz.Inputs;

/// <summary>Writes values for types, as literals and as JSON: mostly right, sometimes at the edge, sometimes wrong.</summary>
internal sealed class ValueGrammar(Dice dice)
{
    private static readonly string[] Ints = ["0", "1", "-1", "42", "2147483647", "-2147483648", "2147483648", "9007199254740993", "99999999999999999999"];
    private static readonly string[] Floats = ["0.5", "-1.25", "1e3", "1.0", "1e308", "1e309", "1E-320", "-0.0", "3.0000000000000004", "12345678901234567890.5"];
    private static readonly string[] Texts = ["", "a", "é", "😀", "A", "B", "true", "0", "a b", "\\n\\t\\\"", "\\u0000", "\\uD83D\\uDE00", "__proto__", "2026-06-01"];
    private static readonly string[] WrongJson = ["\"\\uD800\"", "[[[[[[1]]]]]]", "{\"m0\":1,\"m0\":2}", "{\"m0\":{\"m0\":{\"m0\":1}}}", "1e999", "-1E-999", "{}", "[]", "null"];

    /// <summary>A literal of a type.</summary>
    public string Literal(IType type, int depth) => Value(type, depth, json: false);

    /// <summary>A JSON value of a type.</summary>
    public string Json(IType type, int depth) => Value(type, depth, json: true);

    /// <summary>A JSON object with a value for most variables.</summary>
    public string Variables(IReadOnlyDictionary<string, IType> variables)
    {
        var members = variables.Where(v => v.Value is NonNullType ? !dice.Chance(3) : dice.Chance(80)).Select(v => $"\"{v.Key}\":{Json(v.Value, 3)}");
        return $"{{{string.Join(',', dice.Chance(5) ? members.Append("\"more\":1") : members)}}}";
    }

    private string Value(IType type, int depth, bool json)
    {
        if (dice.Chance(3))
        {
            return Odd(json);
        }

        if (type is NonNullType || !dice.Chance(10))
        {
            return type.Nullable() switch
            {
                ListType list => List(list.OfType, depth, json),
                InputObjectType input => Object(input, depth, json),
                EnumType @enum => Enum(dice.In(@enum.Values).Name, json),
                NamedType scalar => Scalar(scalar.Name, depth, json),
                _ => "null",
            };
        }

        return "null";
    }

    private string Odd(bool json) => json && dice.Chance(50) ? dice.Of(WrongJson) : dice.Below(6) switch
    {
        0 => dice.Of(Ints),
        1 => dice.Of(Floats),
        2 => Quote(dice.Of(Texts)),
        3 => Enum("NOPE", json),
        4 => dice.Of("true", "false"),
        _ => dice.Of("[1, null]", "[]", "{}", "null"),
    };

    private string List(IType item, int depth, bool json)
    {
        // A single value stands for a list of itself.
        if (depth == 0 || dice.Chance(15))
        {
            return depth == 0 ? "[]" : Value(item, depth - 1, json);
        }

        return $"[{string.Join(", ", Enumerable.Range(0, dice.Below(4)).Select(_ => Value(item, depth - 1, json)))}]";
    }

    private string Object(InputObjectType type, int depth, bool json)
    {
        var fields = type.IsOneOf && !dice.Chance(10)
            ? [dice.In([.. type.Fields.Values])]
            : type.Fields.Values.Where(f => f.IsRequired ? !dice.Chance(3) : depth > 0 && dice.Chance(60)).ToList();
        var text = new StringBuilder("{");
        foreach (var field in fields)
        {
            text.Append(text.Length > 1 ? ", " : "").Append(json ? $"\"{field.Name}\"" : field.Name).Append(": ").Append(Value(field.Type, depth - 1, json));
        }

        return text.Append(dice.Chance(3) ? (json ? (text.Length > 1 ? ",\"zz\":1}" : "{\"zz\":1}"[1..]) : " zz: 1}") : "}").ToString();
    }

    private string Scalar(string name, int depth, bool json) => name switch
    {
        "Int" => Ints[dice.Below(6)],
        "Float" => dice.Of(dice.Chance(50) ? Floats : Ints),
        "Boolean" => dice.Of("true", "false"),
        "ID" => dice.Chance(50) ? dice.Of(Ints) : Quote(dice.Of(Texts)),
        "String" or "S0" when name == "String" || depth <= 0 || dice.Chance(50) => !json && dice.Chance(10) ? "\"\"\"\n  a\n    b\n\"\"\"" : Quote(dice.Of(Texts)),
        _ => Odd(json),
    };

    private static string Enum(string name, bool json) => json ? Quote(name) : name;

    private static string Quote(string escaped) => $"\"{escaped}\"";
}
