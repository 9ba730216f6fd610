using Exams.GraphQL.Language;

namespace Exams.GraphQL.Validation;

/// <summary>The rules of one validation, sorted by what they listen to.</summary>
/// <param name="set">Who listens to what.</param>
/// <param name="rules">The rules, in the set's order.</param>
internal sealed class RuleListeners(RuleSet set, ValidationRule[] rules)
{
    public IEnter<DocumentNode>[] EnterDocument { get; } = set.Pick<IEnter<DocumentNode>>(rules);

    public ILeave<DocumentNode>[] LeaveDocument { get; } = set.Pick<ILeave<DocumentNode>>(rules);

    public IEnter<OperationDefinitionNode>[] EnterOperation { get; } = set.Pick<IEnter<OperationDefinitionNode>>(rules);

    public ILeave<OperationDefinitionNode>[] LeaveOperation { get; } = set.Pick<ILeave<OperationDefinitionNode>>(rules);

    public IEnter<VariableDefinitionNode>[] EnterVariableDefinition { get; } = set.Pick<IEnter<VariableDefinitionNode>>(rules);

    public IEnter<FragmentDefinitionNode>[] EnterFragment { get; } = set.Pick<IEnter<FragmentDefinitionNode>>(rules);

    public IEnter<SelectionSetNode>[] EnterSelectionSet { get; } = set.Pick<IEnter<SelectionSetNode>>(rules);

    public IEnter<FieldNode>[] EnterField { get; } = set.Pick<IEnter<FieldNode>>(rules);

    public ILeave<FieldNode>[] LeaveField { get; } = set.Pick<ILeave<FieldNode>>(rules);

    public IEnter<FragmentSpreadNode>[] EnterSpread { get; } = set.Pick<IEnter<FragmentSpreadNode>>(rules);

    public IEnter<InlineFragmentNode>[] EnterInlineFragment { get; } = set.Pick<IEnter<InlineFragmentNode>>(rules);

    public IEnter<DirectiveNode>[] EnterDirective { get; } = set.Pick<IEnter<DirectiveNode>>(rules);

    public ILeave<DirectiveNode>[] LeaveDirective { get; } = set.Pick<ILeave<DirectiveNode>>(rules);

    public IEnter<ArgumentNode>[] EnterArgument { get; } = set.Pick<IEnter<ArgumentNode>>(rules);

    public IEnter<NamedTypeNode>[] EnterNamedType { get; } = set.Pick<IEnter<NamedTypeNode>>(rules);

    public IEnter<IValueNode>[] EnterValue { get; } = set.Pick<IEnter<IValueNode>>(rules);

    public ILeave<IValueNode>[] LeaveValue { get; } = set.Pick<ILeave<IValueNode>>(rules);

    public IEnter<ObjectFieldNode>[] EnterObjectField { get; } = set.Pick<IEnter<ObjectFieldNode>>(rules);
}
