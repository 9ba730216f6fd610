using System.Text;

namespace Exams.GraphQL.Fuzz.Inputs;

/// <summary>Writes random schemas that make sense: every kind of type, wrapped in every way.</summary>
internal sealed class SdlGrammar(Dice dice)
{
    private static readonly string[] Scalars = ["Int", "Float", "String", "Boolean", "ID", "S0"];
    private readonly StringBuilder _text = new();
    private int _objects;
    private int _inputs;

    /// <summary>The text of a schema.</summary>
    public static string Schema(Dice dice) => new SdlGrammar(dice).Write();

    private string Write()
    {
        (_objects, _inputs) = (1 + dice.Below(4), 1 + dice.Below(4));
        _text.Append("scalar S0\nenum E0 { A B C @deprecated }\n");
        _text.Append("interface I0 { i: Int x(n: Int = 1): String }\n");
        for (var i = 0; i < _inputs; i++)
        {
            Input(i);
        }

        for (var i = 0; i < _objects; i++)
        {
            _text.Append("type T").Append(i).Append(i == 0 || dice.Chance(40) ? " implements I0 { i: Int x(n: Int = 1): String " : " { ");
            Fields();
            _text.Append("}\n");
        }

        _text.Append("union U0 = ").AppendJoin(" | ", Enumerable.Range(0, _objects).Select(i => "T" + i)).Append('\n');
        _text.Append("directive @note(text: ").Append(InputType(0)).Append(") repeatable on FIELD | QUERY | FRAGMENT_SPREAD | INLINE_FRAGMENT | VARIABLE_DEFINITION\n");
        _text.Append("type Query { ");
        Fields();
        _text.Append("t: T0 u: U0 n: I0 }\ntype Mutation { ");
        Fields();
        _text.Append("}\ntype Subscription { s0: Int s1: T0 }\n");
        return _text.ToString();
    }

    private void Fields()
    {
        var count = 1 + dice.Below(6);
        for (var i = 0; i < count; i++)
        {
            _text.Append('f').Append(i);
            if (dice.Chance(40))
            {
                _text.Append('(');
                var arguments = 1 + dice.Below(3);
                for (var a = 0; a < arguments; a++)
                {
                    var type = InputType(0);
                    _text.Append('a').Append(a).Append(": ").Append(type).Append(Default(type)).Append(' ');
                }

                _text.Append(')');
            }

            _text.Append(": ").Append(OutputType()).Append(dice.Chance(5) ? " @deprecated" : "").Append('\n');
        }
    }

    private void Input(int number)
    {
        var oneOf = dice.Chance(25);
        _text.Append("input N").Append(number).Append(oneOf ? " @oneOf { " : " { ");
        var count = 1 + dice.Below(4);
        for (var i = 0; i < count; i++)
        {
            // Inputs behind this one only, or nullable: no circle that nobody can fill.
            var type = oneOf ? InputType(0).TrimEnd('!') : InputType(number + 1);
            _text.Append('m').Append(i).Append(": ").Append(type).Append(oneOf ? "" : Default(type)).Append(' ');
        }

        _text.Append("}\n");
    }

    private string Default(string type) => !dice.Chance(30) ? "" : type.TrimEnd('!') switch
    {
        "Int" => " = 7",
        "Float" => " = 1.5",
        "String" => " = \"d\"",
        "Boolean" => " = true",
        "ID" => " = 3",
        "E0" => " = B",
        ['[', ..] => " = []",
        _ => "",
    };

    private string InputType(int behind)
    {
        var named = dice.Below(10) switch
        {
            0 => "E0",
            1 or 2 when behind < _inputs => "N" + (behind + dice.Below(_inputs - behind)),
            _ => dice.Of(Scalars),
        };
        return Wrap(named);
    }

    private string OutputType() => Wrap(dice.Below(10) switch
    {
        0 => "E0",
        1 => "I0",
        2 => "U0",
        3 or 4 or 5 => "T" + dice.Below(_objects),
        _ => dice.Of(Scalars),
    });

    private string Wrap(string type) => dice.Below(12) switch
    {
        0 or 1 => $"{type}!",
        2 => $"[{type}]",
        3 => $"[{type}!]",
        4 => $"[{type}!]!",
        5 => $"[[{type}]!]",
        _ => type,
    };
}
