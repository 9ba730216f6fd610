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
                text.Append("... ").Append(on is null ? "" : $"on {on.Name} ").Append(Directive());
                Selections(text, on ?? parent, depth - 1);
                return;
            case 1 when depth > 0:
                text.Append("...").Append(Fragment(parent)).Append(' ').Append(Directive());
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
        if (field.Arguments.Count > 0 || dice.Chance(15))
        {
            text.Append('k').Append(_fields).Append(": ");
        }

        text.Append(field.Name);
        var given = field.Arguments.Where(a => a.IsRequired ? !dice.Chance(2) : dice.Chance(50)).ToList();
        if (given.Count > 0)
        {
            text.Append('(').AppendJoin(", ", given.Select(a => $"{a.Name}: {Argument(a.Type)}")).Append(')');
        }

        text.Append(' ').Append(Directive());
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
