using System.Security.Cryptography;
using System.Text;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Fuzz.Inputs;

/// <summary>Writes random documents for a schema: operations, fragments, variables; nearly all of them right.</summary>
internal sealed class DocumentGrammar(Schema schema, Dice dice)
{
    private static readonly string[] Wrong = ["nope", "f9", "__typenam", "I0", "x"];
    private readonly Dictionary<string, IType> _variables = [];
    private readonly List<(string Name, NamedType On)> _fragments = [];
    private readonly ValueGrammar _values = new(dice);
    private int _fields;
    private int _labels;

    /// <summary>The hash by which clients name a document.</summary>
    public static string Hash(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    /// <summary>The document and variables for it, as JSON.</summary>
    public (string Document, string Variables) Write()
    {
        var kind = dice.Below(10) switch { 0 => OperationType.Mutation, 1 => OperationType.Subscription, _ => OperationType.Query };
        var root = schema.RootType(kind) ?? schema.QueryType!;
        var body = new StringBuilder();
        Selections(body, root, 1 + dice.Below(4));
        var written = new StringBuilder();
        for (var i = 0; i < _fragments.Count; i++)
        {
            written.Append(" fragment ").Append(_fragments[i].Name).Append(" on ").Append(_fragments[i].On.Name).Append(' ');
            Selections(written, _fragments[i].On, dice.Below(3));
        }

        var text = new StringBuilder(dice.Chance(5) ? "\"what it is for\" " : "");
        if (kind != OperationType.Query || _variables.Count > 0 || dice.Chance(30))
        {
            text.Append(kind == OperationType.Query ? "query" : kind == OperationType.Mutation ? "mutation" : "subscription");
            text.Append(dice.Chance(50) ? " Q" : " ");
            if (_variables.Count > 0)
            {
                text.Append('(').AppendJoin(' ', _variables.Select(v => $"${v.Key}: {v.Value}{Default(v.Value)}")).Append(')');
            }
        }

        text.Append(body).Append(written);
        if (dice.Chance(5))
        {
            text.Append(" query Other { __typename }");
        }

        return (text.ToString(), _values.Variables(_variables));
    }

    private string Default(IType type) => dice.Chance(20) ? " = " + _values.Literal(type, 2) : "";

    private void Selections(StringBuilder text, NamedType parent, int depth)
    {
        text.Append("{ ");
        var count = 1 + dice.Below(4);
        for (var i = 0; i < count; i++)
        {
            Selection(text, parent, depth);
        }

        text.Append("} ");
    }

    private void Selection(StringBuilder text, NamedType parent, int depth)
    {
        // Bounded as a whole: fragments and lists multiply.
        var fields = _fields++ < 60 && parent is ComplexType complex ? complex.Fields.Values.Where(f => depth > 0 || IsLeaf(f.Type)).ToList() : [];
        switch (dice.Below(12))
        {
            case 0 when depth > 0:
                var on = dice.Chance(70) ? Narrow(parent) : null;
                text.Append("... ").Append(on is null ? "" : $"on {on.Name} ").Append(Defer()).Append(Directive());
                Selections(text, on ?? parent, depth - 1);
                return;
            case 1 when depth > 0:
                text.Append("...").Append(Fragment(parent)).Append(' ').Append(Defer()).Append(Directive());
                return;
            case 2 when dice.Chance(20):
                text.Append(dice.Of(Wrong)).Append(' ');
                return;
            case 3 or 4:
                break;
            default:
                if (fields.Count > 0)
                {
                    Field(text, dice.In(fields), depth);
                    return;
                }

                break;
        }

        text.Append(dice.Chance(20) ? $"t{dice.Below(3)}: " : "").Append("__typename ").Append(Directive());
    }

    private void Field(StringBuilder text, OutputField field, int depth)
    {
        // Fields that come piece by piece merge with no other.
        var stream = schema.CanStream && field.Type.Nullable() is ListType && dice.Chance(45) ? Part("stream") : "";
        if (field.Arguments.Count > 0 || dice.Chance(15) || (stream.Length > 0 && dice.Chance(95)))
        {
            text.Append('k').Append(_fields).Append(": ");
        }

        text.Append(field.Name);
        var given = field.Arguments.Where(a => a.IsRequired ? !dice.Chance(2) : dice.Chance(50)).ToList();
        if (given.Count > 0)
        {
            text.Append('(').AppendJoin(", ", given.Select(a => $"{a.Name}: {Argument(a.Type)}")).Append(')');
        }

        text.Append(' ').Append(stream).Append(Directive());
        if (!IsLeaf(field.Type))
        {
            Selections(text, field.Type.NamedType(), depth - 1);
        }
    }

    private string Argument(IType type) => dice.Chance(35) ? Variable(type) : _values.Literal(type, 3);

    private string Variable(IType type)
    {
        foreach (var (name, known) in _variables)
        {
            if (known.ToString() == type.ToString())
            {
                return "$" + name;
            }
        }

        var added = "v" + _variables.Count;
        _variables[added] = type;
        return "$" + added;
    }

    private string Directive() => dice.Below(30) switch
    {
        0 => "@skip(if: false) ",
        1 => "@include(if: true) ",
        2 => "@include(if: false) ",
        3 => $"@skip(if: {Variable(new NonNullType(schema.Types["Boolean"]))}) ",
        4 when schema.Directive("note") is { } note => $"@note(text: {_values.Literal(note.Arguments[0].Type, 2)}) ",
        _ => "",
    };

    private string Defer() => schema.CanDefer && dice.Chance(55) ? Part("defer") : "";

    // With a label, a condition and a beginning now and then; labels are told apart, nearly always.
    private string Part(string name)
    {
        var arguments = new List<string>();
        if (dice.Chance(40))
        {
            arguments.Add(dice.Chance(97) ? $"label: \"L{_labels++}\"" : dice.Of("label: \"L0\"", "label: null", $"label: {Variable(schema.Types["String"])}", "label: 7"));
        }

        if (dice.Chance(20))
        {
            arguments.Add("if: " + dice.Of("true", "false", Variable(new NonNullType(schema.Types["Boolean"])), dice.Chance(10) ? "null" : "true"));
        }

        if (name == "stream" && dice.Chance(60))
        {
            arguments.Add("initialCount: " + (dice.Chance(90) ? dice.Of("0", "1", "2", "9") : dice.Of("-1", "null", "2147483647", Variable(new NonNullType(schema.Types["Int"])))));
        }

        return arguments.Count == 0 ? $"@{name} " : $"@{name}({string.Join(' ', arguments)}) ";
    }

    private NamedType Narrow(NamedType parent) => parent is IAbstractType wide && schema.PossibleTypes(wide) is { Count: > 0 } types ? dice.In(types) : parent;

    private string Fragment(NamedType parent)
    {
        if (_fragments.Count > 0 && dice.Chance(60) && _fragments.FindIndex(f => f.On == parent) is >= 0 and var found)
        {
            return _fragments[found].Name;
        }

        var name = "F" + _fragments.Count;
        _fragments.Add((name, Narrow(parent)));
        return name;
    }

    private static bool IsLeaf(IType type) => type.NamedType() is ScalarType or EnumType;
}
