using System.Text;

namespace Exams.GraphQL.Fuzz.Inputs;

/// <summary>Writes texts by the grammar of the language alone, without any schema: what a parser must know.</summary>
internal sealed class SyntaxGrammar(Dice dice)
{
    private static readonly string[] Names = ["a", "b", "on", "type", "query", "fragment", "true", "null", "input", "_1", "Int", "repeatable", "implements"];
    private readonly StringBuilder _text = new();

    /// <summary>A document.</summary>
    public static string Document(Dice dice)
    {
        var grammar = new SyntaxGrammar(dice);
        var definitions = 1 + dice.Below(3);
        for (var i = 0; i < definitions; i++)
        {
            grammar.Definition();
        }

        return grammar._text.ToString();
    }

    /// <summary>A value, perhaps with variables.</summary>
    public static string Value(Dice dice)
    {
        var grammar = new SyntaxGrammar(dice);
        grammar.Value(4);
        return grammar._text.ToString();
    }

    private void Definition()
    {
        if (dice.Chance(20))
        {
            Text();
        }

        switch (dice.Below(12))
        {
            case 0:
                Say("fragment", Name() is var name && name == "on" ? "a" : name, "on", Name());
                Directives();
                Selections(3);
                break;
            case 1 or 2 or 3 or 4:
                Say(dice.Of("query", "mutation", "subscription"), dice.Chance(50) ? Name() : "");
                Variables();
                Directives();
                Selections(4);
                break;
            case 5:
                Selections(5);
                break;
            default:
                TypeSystem();
                break;
        }
    }

    private void TypeSystem()
    {
        var kind = dice.Of("type", "interface", "input", "enum", "union", "scalar", "directive", "schema");
        Say(dice.Chance(20) && kind != "directive" ? "extend" : "", kind, kind == "directive" ? "@" : "", kind == "schema" ? "" : Name());
        if (kind is "type" or "interface" && dice.Chance(40))
        {
            Say("implements", dice.Chance(30) ? "&" : "", Name(), "&", Name());
        }

        if (kind == "directive")
        {
            Arguments(definitions: true);
            Say(dice.Chance(30) ? "repeatable" : "", "on", dice.Of("FIELD", "QUERY | FIELD", "| SCHEMA", "NOWHERE", "INPUT_FIELD_DEFINITION"));
            return;
        }

        Directives();
        if (kind is "union")
        {
            Say("=", dice.Chance(30) ? "|" : "", Name(), "|", Name());
        }
        else if (kind != "scalar" && dice.Chance(85))
        {
            Say("{");
            var members = 1 + dice.Below(3);
            for (var i = 0; i < members; i++)
            {
                Member(kind);
            }

            Say("}");
        }
    }

    private void Member(string kind)
    {
        if (dice.Chance(20))
        {
            Text();
        }

        Say(kind == "schema" ? dice.Of("query", "mutation", "subscription") : Name());
        if (kind is "type" or "interface")
        {
            Arguments(definitions: true);
        }

        if (kind != "enum")
        {
            Say(":", kind == "schema" ? Name() : Type());
        }

        if (kind == "input" && dice.Chance(30))
        {
            Say("=");
            Value(2);
        }

        if (kind != "schema")
        {
            Directives();
        }
    }

    private void Selections(int depth)
    {
        Say("{");
        var count = 1 + dice.Below(3);
        for (var i = 0; i < count; i++)
        {
            if (dice.Chance(20))
            {
                Say("...", dice.Of("", "on " + Name(), "f"));
                Directives();
                if (dice.Chance(60))
                {
                    Selections(Math.Max(0, depth - 1));
                }

                continue;
            }

            Say(Name(), dice.Chance(20) ? ": " + Name() : "");
            Arguments(definitions: false);
            Directives();
            if (depth > 0 && dice.Chance(40))
            {
                Selections(depth - 1);
            }
        }

        Say("}");
    }

    private void Variables()
    {
        if (dice.Chance(30))
        {
            Say("(", dice.Chance(10) ? "\"d\"" : "", "$", Name(), ":", Type());
            if (dice.Chance(40))
            {
                Say("=");
                Value(2);
            }

            Directives();
            Say(")");
        }
    }

    private void Arguments(bool definitions)
    {
        if (!dice.Chance(25))
        {
            return;
        }

        Say("(");
        var count = 1 + dice.Below(2);
        for (var i = 0; i < count; i++)
        {
            Say(Name(), ":");
            if (definitions)
            {
                Say(Type());
            }
            else
            {
                Value(3);
            }
        }

        Say(")");
    }

    private void Directives()
    {
        while (dice.Chance(10))
        {
            Say("@", Name());
            Arguments(definitions: false);
        }
    }

    private void Value(int depth)
    {
        switch (dice.Below(depth > 0 ? 9 : 6))
        {
            case 0: Say("$" + Name()); break;
            case 1: Say(dice.Of("0", "-1", "123456789", "-0")); break;
            case 2: Say(dice.Of("1.5", "-0.0e1", "1e9", "1E-3")); break;
            case 3 or 4: Text(); break;
            case 5: Say(dice.Of("true", "false", "null", "RED", "on")); break;
            case 6 or 7:
                Say("[");
                Many(() => Value(depth - 1));
                Say("]");
                break;
            default:
                Say("{");
                Many(() =>
                {
                    Say(Name(), ":");
                    Value(depth - 1);
                });
                Say("}");
                break;
        }
    }

    private void Many(Action one)
    {
        var count = dice.Below(4);
        for (var i = 0; i < count; i++)
        {
            one();
        }
    }

    private void Text() => Say(dice.Below(4) switch
    {
        0 => "\"\"\"" + dice.Of("", " a", "\n  a\n    b\n", "\\\"\"\"", "a\\", "\r\n\ta\r b", "\"", " \n\n x \n ") + dice.Of("", " ", "\n") + "\"\"\"",
        1 => dice.Of("\"\\u00e9\"", "\"\\u{1F600}\"", "\"\\uD83D\\uDE00\"", "\"\\b\\f\\n\\r\\t\\/\\\\\\\"\""),
        _ => dice.Of("\"\"", "\"a\"", "\"é😀\"", "\"#not a comment\""),
    });

    private string Type() => dice.Below(5) switch { 0 => $"[{Name()}]", 1 => Name() + "!", 2 => $"[[{Name()}!]!]!", _ => Name() };

    private string Name() => dice.Of(Names);

    private void Say(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            _text.Append(word).Append(dice.Below(40) switch { 0 => ",", 1 => "\n", 2 => "\r\n", 3 => " #c\n", 4 => "\uFEFF", _ => " " });
        }
    }
}
