using Exams.GraphQL.Language;
using Exams.GraphQL.Validation;
using Exams.GraphQL.Validation.Merging;
using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation;

/// <summary>Work that may grow faster than the document is counted as it is done: each step once, and what is known already not again.</summary>
public sealed class StepsTests
{
    private const string Shared =
        "query A($n: String) { ...f ...g person(name: $n) { ... { name } } } query B($n: String) { ...f centre(number: \"1\") { number } } "
        + "fragment f on Query { person(name: $n) { name ...h } } fragment g on Query { ...f grade a: grade } fragment h on Person { name }";

    [Theory]
    [InlineData(typeof(MaxExecutionDepthRule), 19)]
    [InlineData(typeof(MaxResponseKeysRule), 12)]
    [InlineData(typeof(MaxFieldCycleDepthRule), 23)]
    [InlineData(typeof(NoUnusedFragmentsRule), 8)]
    [InlineData(typeof(NoUnusedVariablesRule), 20)]
    [InlineData(typeof(NoUndefinedVariablesRule), 20)]
    [InlineData(typeof(VariablesInAllowedPositionRule), 20)]
    [InlineData(typeof(OverlappingFieldsCanBeMergedRule), 19)]
    public void Rules_take_a_step_for_each_thing_they_look_at(Type rule, int steps)
    {
        Steps(Shared, rule).Should().Be(steps);
    }

    [Fact]
    public void What_two_rules_ask_is_answered_once()
    {
        Steps(Shared, typeof(NoUnusedVariablesRule), typeof(NoUndefinedVariablesRule), typeof(VariablesInAllowedPositionRule))
            .Should().Be(Steps(Shared, typeof(NoUnusedVariablesRule)));
    }

    [Fact]
    public void Cycles_are_paid_by_their_length()
    {
        const string Ring = "{ ...a } fragment a on Query { ...b } fragment b on Query { ...c } fragment c on Query { ...a }";

        Steps(Ring, typeof(NoFragmentCyclesRule)).Should().Be(3);
    }

    [Fact]
    public void Introspection_is_paid_by_selection()
    {
        Steps("{ __schema { types { ...a } } } fragment a on __Type { fields { name type { ...a } } }", typeof(MaxIntrospectionDepthRule)).Should().Be(11);
    }

    [Fact]
    public void What_is_put_off_is_looked_for_in_each_operation_but_once_in_sound_fragments()
    {
        const string Twice = "subscription A { released { ...f ...f } } subscription B { released { ...f } } fragment f on Centre { number parent { number } }";
        const string Mutations = "mutation { ... { ...f } ...f enter(entries: []) } fragment f on Mutation { enter(entries: []) }";

        Steps(Twice, typeof(DeferStreamDirectiveOnValidOperationsRule)).Should().Be(8);
        Steps(Mutations, typeof(DeferStreamDirectiveOnRootFieldRule)).Should().Be(5);
    }

    [Theory]
    [InlineData("{ x: grade x: grade x: grade }", 6)]
    [InlineData("{ grade(of: A) grade(of: A) }", 3)]
    [InlineData("{ grade ...f ...g } fragment f on Query { grade ...h } fragment g on Query { grade ...h } fragment h on Query { grade }", 36)]
    [InlineData("{ person { name } person { ... on Officer { name email } } ...f } fragment f on Query { person { name ...p } } fragment p on Person { name }", 30)]
    public void Naming_conflicts_has_a_budget(string text, int budget)
    {
        var context = new ValidationContext(Judge.Schema, Judge.Parse(text), ValidationOptions.Reference);
        var set = ((OperationDefinitionNode)context.Document.Definitions[0]).SelectionSet;
        var least = Enumerable.Range(0, 1_000).First(b =>
        {
            var finder = new ConflictFinder(context, b);
            finder.Within(set, context.Schema.QueryType, int.MaxValue);
            return !finder.IsExhausted;
        });

        least.Should().Be(budget);
    }

    private static int Steps(string text, params Type[] rules)
    {
        var options = new ValidationOptions
        {
            Rules = new RuleSet([.. rules.Select(r => new RuleEntry(r, context => (ValidationRule)Activator.CreateInstance(r, context)!))]),
            MaxExecutionDepth = 100,
            MaxIntrospectionDepth = 100,
            MaxFieldCycleDepth = 100,
            MaxResponseKeys = 8,
        };
        var document = Judge.Parse(text);
        return Enumerable.Range(0, 1_000).First(most =>
            Validator.Validate(Judge.InParts, document, options with { MaxSteps = most }).All(error => error.Message != "Validation aborted."));
    }
}
