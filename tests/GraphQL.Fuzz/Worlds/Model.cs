using System.Globalization;
using System.Text;
using System.Text.Json;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Fuzz.Worlds;

/// <summary>Execution as the specification's algorithms put it, and no faster: recursive, without plans, buffers or tasks.
/// What it says is compared with what the engine answers.</summary>
internal sealed class Model(Schema schema, World world, DocumentNode document, OperationDefinitionNode operation, JsonElement variables)
{
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments =
        document.Definitions.OfType<FragmentDefinitionNode>().GroupBy(f => f.Name.Value).ToDictionary(g => g.Key, g => g.First());

    /// <summary>How many errors there are; the engine may leave out those that a null covers.</summary>
    public int Errors { get; private set; }

    /// <summary>The data as canonical text.</summary>
    public string Data(Thing root)
    {
        var text = new StringBuilder();
        return Selections([operation.SelectionSet], schema.RootType(operation.Operation)!, root, text) ? text.ToString() : "null";
    }

    // Each of these writes a value and says whether it may stand: false asks the parent to be null.
    private bool Selections(IEnumerable<SelectionSetNode> sets, ObjectType type, Thing thing, StringBuilder text)
    {
        var fields = new OrderedDictionary<string, List<FieldNode>>();
        var visited = new HashSet<string>();
        foreach (var set in sets)
        {
            Collect(set, type, fields, visited);
        }

        var start = text.Length;
        text.Append('{');
        foreach (var (key, nodes) in fields)
        {
            text.Append(key).Append(':');
            if (!Field(nodes, type, thing, text))
            {
                text.Length = start;
                return false;
            }

            text.Append(',');
        }

        text.Append('}');
        return true;
    }

    private void Collect(SelectionSetNode set, ObjectType type, OrderedDictionary<string, List<FieldNode>> fields, HashSet<string> visited)
    {
        foreach (var selection in set.Selections.Where(s => IsIncluded(s.Directives)))
        {
            switch (selection)
            {
                case FieldNode field:
                    var key = field.Alias?.Value ?? field.Name.Value;
                    if (!fields.TryGetValue(key, out var nodes))
                    {
                        fields[key] = nodes = [];
                    }

                    nodes.Add(field);
                    break;
                case InlineFragmentNode inline when inline.TypeCondition is null || Applies(inline.TypeCondition.Name.Value, type):
                    Collect(inline.SelectionSet, type, fields, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value) && Applies(_fragments[spread.Name.Value].TypeCondition.Name.Value, type):
                    Collect(_fragments[spread.Name.Value].SelectionSet, type, fields, visited);
                    break;
            }
        }
    }

    private bool Field(List<FieldNode> nodes, ObjectType type, Thing thing, StringBuilder text)
    {
        if (nodes[0].Name.Value == "__typename")
        {
            text.Append('"').Append(type.Name).Append('"');
            return true;
        }

        var field = type.Fields[nodes[0].Name.Value];
        object? value;
        try
        {
            value = world.Resolve(thing, field);
        }
        catch (Exception fault) when (fault is GraphQLException or InvalidOperationException)
        {
            Errors++;
            return Null(field.Type, text);
        }

        return Complete(value, field.Type, nodes, text);
    }

    private bool Complete(object? value, IType type, List<FieldNode> nodes, StringBuilder text)
    {
        if (value is null)
        {
            Errors += type is NonNullType ? 1 : 0;
            return Null(type, text);
        }

        value = value is Feed { Breaks: false } feed ? feed.Items : value;
        var start = text.Length;
        if (Inside(value, type.Nullable(), nodes, text))
        {
            return true;
        }

        text.Length = start;
        return Null(type, text);
    }

    private bool Inside(object value, IType type, List<FieldNode> nodes, StringBuilder text)
    {
        switch (type)
        {
            case ListType list:
                return value is object?[] items ? Items(items, list.OfType, nodes, text) : Fault();
            case ScalarType or EnumType:
                return Leaf(value, (NamedType)type, text) || Fault();
            case ObjectType concrete:
                return Selections(nodes.Select(n => n.SelectionSet!), concrete, (Thing)value, text);
            default:
                var thing = (Thing)value;
                return schema.Types.GetValueOrDefault(thing.TypeName) is ObjectType found && schema.PossibleTypes((IAbstractType)type).Contains(found)
                    ? Selections(nodes.Select(n => n.SelectionSet!), found, thing, text)
                    : Fault();
        }
    }

    private bool Items(object?[] items, IType type, List<FieldNode> nodes, StringBuilder text)
    {
        text.Append('[');
        foreach (var item in items)
        {
            if (!Complete(item, type, nodes, text))
            {
                return false;
            }

            text.Append(',');
        }

        text.Append(']');
        return true;
    }

    private static bool Leaf(object value, NamedType type, StringBuilder text)
    {
        switch (value)
        {
            case int number when type.Name is "Int":
                text.Append(((double)number).ToString("R", CultureInfo.InvariantCulture));
                return true;
            case double number when type.Name is "Float":
                text.Append(number.ToString("R", CultureInfo.InvariantCulture));
                return true;
            case bool truth when type.Name is "Boolean":
                text.Append(truth ? "true" : "false");
                return true;
            case string letters when type is EnumType @enum ? @enum.ByName(letters) is not null : type.Name is not ("Int" or "Float" or "Boolean"):
                text.Append('"').Append(letters).Append('"');
                return true;
            default:
                return false;
        }
    }

    private bool Fault()
    {
        Errors++;
        return false;
    }

    private static bool Null(IType type, StringBuilder text)
    {
        text.Append(type is NonNullType ? "" : "null");
        return type is not NonNullType;
    }

    private bool Applies(string condition, ObjectType type) =>
        condition == type.Name || (schema.Types[condition] is IAbstractType wide && schema.PossibleTypes(wide).Contains(type));

    private bool IsIncluded(IReadOnlyList<DirectiveNode> directives) =>
        directives.All(d => d.Name.Value switch { "skip" => !If(d), "include" => If(d), _ => true });

    private bool If(DirectiveNode directive) => Truth(directive.Arguments.First(a => a.Name.Value == "if").Value);

    private bool Truth(IValueNode value) => value switch
    {
        BooleanValueNode literal => literal.Value,
        VariableNode variable when variables.ValueKind == JsonValueKind.Object && variables.TryGetProperty(variable.Name.Value, out var given) => given.GetBoolean(),
        VariableNode variable => Truth(operation.VariableDefinitions.First(v => v.Variable.Name.Value == variable.Name.Value).DefaultValue!),
        _ => throw new WrongException("A condition is a Boolean"),
    };
}
