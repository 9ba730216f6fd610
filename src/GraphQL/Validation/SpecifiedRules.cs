using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Validation;

/// <summary>The lists of rules.</summary>
public static class SpecifiedRules
{
    /// <summary>The rules of graphql-js 16; the one about introspection, which is silent for callers who may see the schema; and graphql-js
    /// 17's four about <c>@defer</c> and <c>@stream</c>, which are silent where the schema does not have these.</summary>
    /// <remarks>The order is graphql-js's and decides which of several errors at one place comes first: what makes the others pointless
    /// (not executable, ambiguous operation, unknown type) before what follows from it, a field before its arguments, the arguments'
    /// names before their values, and comparisons of whole selections last.</remarks>
    public static RuleSet Reference { get; } = new(
    [
        RuleEntry.Of(c => new ExecutableDefinitionsRule(c)),
        RuleEntry.Of(c => new UniqueOperationNamesRule(c)),
        RuleEntry.Of(c => new LoneAnonymousOperationRule(c)),
        RuleEntry.Of(c => new SingleFieldSubscriptionsRule(c)),
        RuleEntry.Of(c => new KnownTypeNamesRule(c)),
        RuleEntry.Of(c => new FragmentsOnCompositeTypesRule(c)),
        RuleEntry.Of(c => new VariablesAreInputTypesRule(c)),
        RuleEntry.Of(c => new ScalarLeafsRule(c)),
        RuleEntry.Of(c => new FieldsOnCorrectTypeRule(c)),
        RuleEntry.Of(c => new UniqueFragmentNamesRule(c)),
        RuleEntry.Of(c => new KnownFragmentNamesRule(c)),
        RuleEntry.Of(c => new NoUnusedFragmentsRule(c)),
        RuleEntry.Of(c => new PossibleFragmentSpreadsRule(c)),
        RuleEntry.Of(c => new NoFragmentCyclesRule(c)),
        RuleEntry.Of(c => new UniqueVariableNamesRule(c)),
        RuleEntry.Of(c => new NoUndefinedVariablesRule(c)),
        RuleEntry.Of(c => new NoUnusedVariablesRule(c)),
        RuleEntry.Of(c => new KnownDirectivesRule(c)),
        RuleEntry.Of(c => new UniqueDirectivesPerLocationRule(c)),
        RuleEntry.Of(c => new DeferStreamDirectiveOnRootFieldRule(c)),
        RuleEntry.Of(c => new DeferStreamDirectiveOnValidOperationsRule(c)),
        RuleEntry.Of(c => new DeferStreamDirectiveLabelRule(c)),
        RuleEntry.Of(c => new StreamDirectiveOnListFieldRule(c)),
        RuleEntry.Of(c => new KnownArgumentNamesRule(c)),
        RuleEntry.Of(c => new UniqueArgumentNamesRule(c)),
        RuleEntry.Of(c => new ValuesOfCorrectTypeRule(c)),
        RuleEntry.Of(c => new ProvidedRequiredArgumentsRule(c)),
        RuleEntry.Of(c => new VariablesInAllowedPositionRule(c)),
        RuleEntry.Of(c => new OverlappingFieldsCanBeMergedRule(c)),
        RuleEntry.Of(c => new UniqueInputFieldNamesRule(c)),
        RuleEntry.Of(c => new MaxIntrospectionDepthRule(c)),
        RuleEntry.Of(c => new NoSchemaIntrospectionCustomRule(c)),
    ]);

    /// <summary>The rules of September 2025 and the house's limits.</summary>
    /// <remarks>Limits come first: what is refused for its size costs nothing more, since the first errors use up the few that are
    /// reported.</remarks>
    public static RuleSet Public { get; } = new(
    [
        RuleEntry.Of(c => new MaxExecutionDepthRule(c)),
        RuleEntry.Of(c => new MaxResponseKeysRule(c)),
        RuleEntry.Of(c => new MaxDeferralsRule(c)),
        RuleEntry.Of(c => new KnownOperationTypesRule(c)),
        .. Reference.Entries,
    ]);
}
