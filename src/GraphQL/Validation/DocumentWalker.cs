using System.Runtime.CompilerServices;
using Exams.GraphQL.Language;
using Exams.GraphQL.Selection;
using Exams.GraphQL.Types;

namespace Exams.GraphQL.Validation;

/// <summary>Walks a document once, depth first in written order, keeps <see cref="TypeInfo"/> right and calls the rules.</summary>
/// <remarks>The recursion follows the nesting of the text alone, which the parser has bounded; fragments are not followed.</remarks>
/// <param name="context">The validation; the walk ends early when it is stopped.</param>
/// <param name="types">Where the walk keeps what the schema says.</param>
/// <param name="rules">Who is called.</param>
internal sealed partial class DocumentWalker(ValidationContext context, TypeInfo types, RuleListeners rules)
{
    private readonly Schema _schema = context.Schema;

    public void Document(DocumentNode document)
    {
        Enter(rules.EnterDocument, document);
        for (var i = 0; i < document.Definitions.Count && !context.IsStopped; i++)
        {
            switch (document.Definitions[i])
            {
                case OperationDefinitionNode operation: Operation(operation, withVariables: true); break;
                case FragmentDefinitionNode fragment: Fragment(fragment); break;
                case ITypeSystemNode definition: TypeSystem(definition); break;
                default: break;
            }
        }

        Leave(rules.LeaveDocument, document);
    }

    public void Operation(OperationDefinitionNode operation, bool withVariables)
    {
        types.Type = _schema.RootType(operation.Operation);
        Enter(rules.EnterOperation, operation);
        if (withVariables)
        {
            for (var i = 0; i < operation.VariableDefinitions.Count && !context.IsStopped; i++)
            {
                VariableDefinition(operation.VariableDefinitions[i]);
            }
        }

        Directives(operation);
        SelectionSet(operation.SelectionSet);
        Leave(rules.LeaveOperation, operation);
        types.Type = null;
    }

    public void Fragment(FragmentDefinitionNode fragment)
    {
        types.Type = OutputTypeOf(fragment.TypeCondition);
        Enter(rules.EnterFragment, fragment);
        Enter(rules.EnterNamedType, fragment.TypeCondition);
        Directives(fragment);
        SelectionSet(fragment.SelectionSet);
        types.Type = null;
    }

    private void VariableDefinition(VariableDefinitionNode definition)
    {
        types.InputType = _schema.TypeOf(definition.Type) is { } type && type.IsInputType() ? type : null;
        Enter(rules.EnterVariableDefinition, definition);
        Enter(rules.EnterValue, definition.Variable);
        Leave(rules.LeaveValue, definition.Variable);
        NamedType(definition.Type);
        if (definition.DefaultValue is { } value)
        {
            Value(value);
        }

        Directives(definition);
        types.InputType = null;
    }

    private void SelectionSet(SelectionSetNode selectionSet)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            context.Abort();
        }

        if (context.IsStopped)
        {
            return;
        }

        var outer = types.ParentType;
        types.ParentType = types.Type?.NamedType() is { } named && named.IsComposite() ? named : null;
        Enter(rules.EnterSelectionSet, selectionSet);
        for (var i = 0; i < selectionSet.Selections.Count && !context.IsStopped; i++)
        {
            switch (selectionSet.Selections[i])
            {
                case FieldNode field: Field(field); break;
                case FragmentSpreadNode spread:
                    Enter(rules.EnterSpread, spread);
                    Directives(spread);
                    break;
                case InlineFragmentNode inline: InlineFragment(inline); break;
                default: break;
            }
        }

        types.ParentType = outer;
    }

    private void Field(FieldNode field)
    {
        var (outerField, outerType) = (types.Field, types.Type);
        types.Field = types.ParentType is { } parent ? _schema.Field(parent, field.Name.Value) : null;
        types.Type = types.Field?.Type is { } type && type.IsOutputType() ? type : null;
        Enter(rules.EnterField, field);
        Arguments(field.Arguments);
        Directives(field);
        if (field.SelectionSet is { } selectionSet)
        {
            SelectionSet(selectionSet);
        }

        Leave(rules.LeaveField, field);
        (types.Field, types.Type) = (outerField, outerType);
    }

    private void InlineFragment(InlineFragmentNode inline)
    {
        var outer = types.Type;
        types.Type = inline.TypeCondition is { } condition ? OutputTypeOf(condition) : outer?.NamedType();
        Enter(rules.EnterInlineFragment, inline);
        if (inline.TypeCondition is not null)
        {
            Enter(rules.EnterNamedType, inline.TypeCondition);
        }

        Directives(inline);
        SelectionSet(inline.SelectionSet);
        types.Type = outer;
    }

    private void Directives(IHasDirectives host)
    {
        for (var i = 0; i < host.Directives.Count && !context.IsStopped; i++)
        {
            var directive = host.Directives[i];
            types.Directive = _schema.Directive(directive.Name.Value);
            types.DirectiveHost = host;
            Enter(rules.EnterDirective, directive);
            Arguments(directive.Arguments);
            Leave(rules.LeaveDirective, directive);
            types.Directive = null;
            types.DirectiveHost = null;
        }
    }

    private void Arguments(IReadOnlyList<ArgumentNode> arguments)
    {
        for (var i = 0; i < arguments.Count && !context.IsStopped; i++)
        {
            var argument = arguments[i];
            var (outerParent, outerInput, outerPosition) = (types.ParentInputType, types.InputType, types.Position);

            // Arguments of an unknown directive are looked up in the field around it, as graphql-js does: messages stay the same.
            types.Argument = types.Directive is { } directive
                ? Find(directive.Arguments, argument.Name.Value)
                : types.Field?.Argument(argument.Name.Value);
            types.Position = types.Argument;
            types.ParentInputType = outerInput;
            types.InputType = types.Argument?.Type is { } type && type.IsInputType() ? type : null;
            Enter(rules.EnterArgument, argument);
            Value(argument.Value);
            types.Argument = null;
            (types.ParentInputType, types.InputType, types.Position) = (outerParent, outerInput, outerPosition);
        }
    }

    private void Value(IValueNode value)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            context.Abort();
        }

        if (context.IsStopped)
        {
            return;
        }

        switch (value)
        {
            case ListValueNode list: List(list); break;
            case ObjectValueNode obj:
                Enter(rules.EnterValue, obj);
                for (var i = 0; i < obj.Fields.Count && !context.IsStopped; i++)
                {
                    ObjectField(obj.Fields[i]);
                }

                Leave(rules.LeaveValue, obj);
                break;
            default:
                Enter(rules.EnterValue, value);
                Leave(rules.LeaveValue, value);
                break;
        }
    }

    private void List(ListValueNode list)
    {
        var (outerParent, outerInput, outerPosition) = (types.ParentInputType, types.InputType, types.Position);
        types.ParentInputType = outerInput;
        types.InputType = outerInput?.Nullable() is ListType { OfType: var item } ? item : outerInput?.Nullable();
        types.Position = null;
        Enter(rules.EnterValue, list);
        for (var i = 0; i < list.Items.Count && !context.IsStopped; i++)
        {
            Value(list.Items[i]);
        }

        Leave(rules.LeaveValue, list);
        (types.ParentInputType, types.InputType, types.Position) = (outerParent, outerInput, outerPosition);
    }

    private void ObjectField(ObjectFieldNode field)
    {
        var (outerParent, outerInput, outerPosition) = (types.ParentInputType, types.InputType, types.Position);
        types.ParentInputType = outerInput;
        types.Position = (outerInput?.NamedType() as InputObjectType)?.Fields.GetValueOrDefault(field.Name.Value);
        types.InputType = types.Position?.Type is { } type && type.IsInputType() ? type : null;
        Enter(rules.EnterObjectField, field);
        Value(field.Value);
        (types.ParentInputType, types.InputType, types.Position) = (outerParent, outerInput, outerPosition);
    }

    private NamedType? OutputTypeOf(NamedTypeNode condition) =>
        _schema.Named(condition) is { } type && type.IsOutputType() ? type : null;

    private static InputField? Find(IReadOnlyList<InputField> arguments, string name)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Name == name)
            {
                return arguments[i];
            }
        }

        return null;
    }

    private void Enter<TNode>(IEnter<TNode>[] listeners, TNode node) where TNode : ISyntaxNode
    {
        if (context.IsStopped)
        {
            return;
        }

        foreach (var listener in listeners)
        {
            listener.Enter(node);
        }
    }

    private void Leave<TNode>(ILeave<TNode>[] listeners, TNode node) where TNode : ISyntaxNode
    {
        if (context.IsStopped)
        {
            return;
        }

        foreach (var listener in listeners)
        {
            listener.Leave(node);
        }
    }
}
