using System.Runtime.CompilerServices;
using System.Text;

namespace Exams.GraphQL.Language;

/// <summary>Prints nodes one after the other. Layout and executable documents stand here, the type system in the other part.</summary>
internal sealed partial class NodePrinter
{
    private const int LongLine = 80;

    private readonly StringBuilder _text = new();
    private string _newLine = "\n";

    public override string ToString() => _text.ToString();

    public void Node(ISyntaxNode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case DocumentNode document: Definitions(document.Definitions); break;
            case OperationDefinitionNode operation: Operation(operation); break;
            case FragmentDefinitionNode fragment: Fragment(fragment); break;
            case VariableDefinitionNode variable: Variable(variable); break;
            case SelectionSetNode selections: Block(selections.Selections); break;
            case FieldNode field: Field(field); break;
            case FragmentSpreadNode spread: Words("...", spread.Name.Value).Directives(spread); break;
            case InlineFragmentNode inline: Inline(inline); break;
            case DirectiveNode directive: Words("@", directive.Name.Value).List("(", directive.Arguments, ")"); break;
            case ArgumentNode argument: Words(argument.Name.Value, ": ").Node(argument.Value); break;
            case NameNode name: Words(name.Value); break;
            case IValueNode value: Value(value); break;
            case ObjectFieldNode field: Words(field.Name.Value, ": ").Node(field.Value); break;
            case NamedTypeNode named: Words(named.Name.Value); break;
            case ListTypeNode list: Words("[").Then(list.Type).Words("]"); break;
            case NonNullTypeNode nonNull: Then(nonNull.Type).Words("!"); break;
            default: TypeSystem(node); break;
        }
    }

    // Document: behind a definition of types, the short form of a query would be read as that definition's fields.
    private void Definitions(IReadOnlyList<ISyntaxNode> definitions)
    {
        for (var i = 0; i < definitions.Count; i++)
        {
            Words(i > 0 ? "\n\n" : "", i > 0 && definitions[i - 1] is ITypeSystemNode && IsShort(definitions[i]) ? "query " : "").Node(definitions[i]);
        }
    }

    // OperationDefinition: an anonymous query without variables and directives takes the short form.
    private void Operation(OperationDefinitionNode operation)
    {
        if (!IsShort(operation))
        {
            Description(operation.Description).Words(Keyword(operation.Operation));
            if (operation.Name is not null || operation.VariableDefinitions.Count > 0)
            {
                Words(" ", operation.Name?.Value ?? "").Variables(operation.VariableDefinitions);
            }

            Directives(operation).Words(" ");
        }

        Node(operation.SelectionSet);
    }

    private static bool IsShort(ISyntaxNode node) => node is OperationDefinitionNode
    {
        Operation: OperationType.Query, Name: null, Description: null, VariableDefinitions.Count: 0, Directives.Count: 0,
    };

    // FragmentDefinition
    private void Fragment(FragmentDefinitionNode fragment)
    {
        Description(fragment.Description).Words("fragment ", fragment.Name.Value)
            .List("(", fragment.VariableDefinitions, ")").Words(" on ", fragment.TypeCondition.Name.Value)
            .Directives(fragment).Words(" ").Node(fragment.SelectionSet);
    }

    // VariablesDefinition: described variables take lines of their own, not indented.
    private void Variables(IReadOnlyList<VariableDefinitionNode> variables)
    {
        if (variables.Any(v => Flat(v).Contains('\n', StringComparison.Ordinal)))
        {
            Words("(\n").Join(variables, "\n").Words("\n)");
        }
        else
        {
            List("(", variables, ")");
        }
    }

    // VariableDefinition
    private void Variable(VariableDefinitionNode variable)
    {
        Description(variable.Description).Words("$", variable.Variable.Name.Value, ": ").Then(variable.Type)
            .Default(variable.DefaultValue).Directives(variable);
    }

    // Field: arguments that would make the line too long take lines of their own. Lengths are those before indentation.
    private void Field(FieldNode field)
    {
        var prefix = field.Alias is null ? field.Name.Value : $"{field.Alias.Value}: {field.Name.Value}";
        Words(prefix);
        if (field.Arguments.Count > 0)
        {
            var arguments = field.Arguments.Select(Flat).ToArray();
            var length = prefix.Length + arguments.Sum(a => a.Length + 2);
            Lines(arguments, split: length > LongLine);
        }

        Directives(field);
        if (field.SelectionSet is { Selections.Count: > 0 } selections)
        {
            Words(" ").Node(selections);
        }
    }

    // InlineFragment
    private void Inline(InlineFragmentNode inline)
    {
        Words("...");
        if (inline.TypeCondition is { } condition)
        {
            Words(" on ", condition.Name.Value);
        }

        Directives(inline).Words(" ").Node(inline.SelectionSet);
    }

    // Value
    private void Value(IValueNode value)
    {
        switch (value)
        {
            case VariableNode variable: Words("$", variable.Name.Value); break;
            case IntValueNode number: Words(number.Value); break;
            case FloatValueNode number: Words(number.Value); break;
            case StringValueNode { Block: true } text: Words(BlockString.Print(text.Value)); break;
            case StringValueNode text: StringLiteral.Print(text.Value, _text); break;
            case BooleanValueNode truth: Words(truth.Value ? "true" : "false"); break;
            case NullValueNode: Words("null"); break;
            case EnumValueNode name: Words(name.Value); break;
            case ListValueNode list: Words("[").Join(list.Items, ", ").Words("]"); break;
            case ObjectValueNode obj: Words("{").Join(obj.Fields, ", ").Words("}"); break;
            default: throw new ArgumentException($"No literal is printed for {value.GetType().Name}.", nameof(value));
        }
    }

    /// <summary>Appends texts; line ends in them are followed by the current indentation.</summary>
    private NodePrinter Words(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (_newLine.Length > 1 && word.Contains('\n', StringComparison.Ordinal))
            {
                _text.Append(word.Replace("\n", _newLine, StringComparison.Ordinal));
            }
            else
            {
                _text.Append(word);
            }
        }

        return this;
    }

    private NodePrinter Then(ISyntaxNode node)
    {
        Node(node);
        return this;
    }

    private NodePrinter Join(IReadOnlyList<ISyntaxNode> nodes, string separator)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (i > 0)
            {
                Words(separator);
            }

            Node(nodes[i]);
        }

        return this;
    }

    /// <summary>Nodes with commas between brackets; nothing when there are none.</summary>
    private NodePrinter List(string open, IReadOnlyList<ISyntaxNode> nodes, string close) =>
        nodes.Count == 0 ? this : Words(open).Join(nodes, ", ").Words(close);

    /// <summary>Nodes on lines of their own between braces; nothing when there are none.</summary>
    private void Block(IReadOnlyList<ISyntaxNode> nodes)
    {
        if (nodes.Count > 0)
        {
            var outer = Indent();
            Words("{\n").Join(nodes, "\n");
            _newLine = outer;
            Words("\n}");
        }
    }

    /// <summary>Printed arguments in brackets, on one line or on one each.</summary>
    private void Lines(IReadOnlyList<string> printed, bool split)
    {
        var outer = split ? Indent() : _newLine;
        Words(split ? "(\n" : "(", string.Join(split ? "\n" : ", ", printed));
        _newLine = outer;
        Words(split ? "\n)" : ")");
    }

    private NodePrinter Directives(IHasDirectives node) =>
        node.Directives.Count == 0 ? this : Words(" ").Join(node.Directives, " ");

    private NodePrinter Description(StringValueNode? description) =>
        description is null ? this : Then(description).Words("\n");

    private NodePrinter Default(IValueNode? value) => value is null ? this : Words(" = ").Then(value);

    private string Indent()
    {
        var outer = _newLine;
        _newLine += "  ";
        return outer;
    }

    private static string Flat(ISyntaxNode node)
    {
        var printer = new NodePrinter();
        printer.Node(node);
        return printer.ToString();
    }

    private static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };
}
