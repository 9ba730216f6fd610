using Exams.GraphQL.Validation;
using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation;

public sealed class ValidatorTests
{
    private const string TooMany = "Too many validation errors, error limit reached. Validation aborted.";

    [Fact]
    public void As_many_errors_as_allowed_are_no_reason_to_stop()
    {
        Judge.All("{ x y z }", ValidationOptions.Reference with { MaxErrors = 3 }).Should().HaveCount(3).And.NotContain(TooMany);
    }

    [Fact]
    public void One_error_more_ends_validation_and_says_so()
    {
        var found = Judge.All("{ x y z } fragment unused on Query { grade }", ValidationOptions.Reference with { MaxErrors = 2 });

        found.Should().HaveCount(3).And.HaveElementAt(2, TooMany);
    }

    [Fact]
    public void A_stranger_gets_few_errors_and_no_more_words()
    {
        Judge.All("{ a b c d e f g }", ValidationOptions.Public).Should().HaveCount(5).And.NotContain(TooMany);
    }

    [Fact]
    public void A_stranger_is_suggested_nothing_by_any_rule()
    {
        var found = Judge.All(
            "query($a: Grad) { grad grade(off: A) centre(number: \"1\") { candidates(where: { nam: \"\" }) { name } } person { ... on Candidat { x } } }",
            ValidationOptions.Public with { MaxErrors = 50 });

        found.Should().HaveCountGreaterThan(5).And.NotContain(message => message.Contains("Did you mean"));
    }

    [Fact]
    public void A_strangers_own_text_comes_back_cut()
    {
        var name = new string('n', 5_000);
        var found = Judge.All(
            $"query {name}(${name}: {name}) {{ {name} {name}: grade grade(of: {name}, {name}: \"{name}\") @{name} ...{name} {name}: person {{ name }} }} fragment {name} on {name} {{ {name} }}",
            ValidationOptions.Public with { MaxErrors = 50 });

        found.Should().HaveCountGreaterThan(5).And.OnlyContain(message => message.Length < 600);
    }

    [Fact]
    public void Introspection_is_refused_in_both_profiles_when_it_is_not_allowed()
    {
        foreach (var profile in new[] { ValidationOptions.Reference, ValidationOptions.Public })
        {
            Judge.All("{ __schema { description } }", profile).Should().BeEmpty();
            Judge.All("{ __schema { description } }", profile with { AllowIntrospection = false })
                .Should().ContainSingle().Which.Should().StartWith("GraphQL introspection has been disabled");
        }
    }

    [Fact]
    public void Policy_errors_have_codes_for_programs_and_specified_ones_have_none()
    {
        var errors = Validator.Validate(
            Judge.Schema, Judge.Parse("{ __schema { description } x }"), ValidationOptions.Public with { AllowIntrospection = false });

        errors.Select(error => error.Code).Should().Equal("HC0046", null);
    }

    [Fact]
    public void Only_graphql_js_16_lets_an_operation_without_root_type_pass()
    {
        SpecifiedRules.Public.Entries.Select(entry => entry.RuleType).Should().Contain(typeof(KnownOperationTypesRule));
        SpecifiedRules.Reference.Entries.Select(entry => entry.RuleType).Should().NotContain(typeof(KnownOperationTypesRule));
    }

    [Fact]
    public void A_rule_can_be_added_behind_the_others()
    {
        var options = new ValidationOptions { Rules = SpecifiedRules.Reference.With(RuleEntry.Of(context => new NoDeprecatedCustomRule(context))) };

        Judge.All("{ grade(of: OLD) }", options).Should().Equal("The enum value \"Grade.OLD\" is deprecated. Use C. (1:13)");
    }

    [Fact]
    public void A_rule_that_is_to_speak_first_is_there_once()
    {
        var first = RuleEntry.Of(context => new NoDeprecatedCustomRule(context));
        var rules = SpecifiedRules.Reference.After(first);

        rules.Entries[0].Should().Be(first);
        rules.Entries.Skip(1).Should().Equal(SpecifiedRules.Reference.Entries);
        rules.After(first).Should().BeSameAs(rules);
    }

    [Fact]
    public void A_variable_is_used_by_the_operation_itself_and_through_its_fragments()
    {
        Judge.All("query($g: Grade, $n: String) { grade(of: $g) ...f } fragment f on Query { person(name: $n) { name } }", ValidationOptions.Reference).Should().BeEmpty();
        Judge.All("query($n: String) { ...f } fragment f on Query { person(name: $n) { name } }", ValidationOptions.Reference).Should().BeEmpty();
        Judge.All("query($g: Grade) { grade(of: $g) ...f } fragment f on Query { a: grade }", ValidationOptions.Reference)
            .Should().BeEmpty();
    }

    [Fact]
    public async Task Validations_of_one_document_at_once_do_not_disturb_each_other()
    {
        var document = Judge.Parse("query($v: Int) { x ...f person { name(a: 1) } } fragment f on Query { grade(of: $v) a: grade a: __typename }");
        var alone = Messages();

        var together = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(Messages, TestContext.Current.CancellationToken)));

        alone.Should().HaveCountGreaterThan(3);
        together.Should().OnlyContain(messages => messages.SequenceEqual(alone));

        List<string> Messages() => [.. Validator.Validate(Judge.Schema, document, ValidationOptions.Reference).Select(error => error.Message)];
    }
}
