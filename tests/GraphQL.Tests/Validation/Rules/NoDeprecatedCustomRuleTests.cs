using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class NoDeprecatedCustomRuleTests
{
    [Fact]
    public void What_is_not_deprecated_may_be_used()
    {
        Judge.With<NoDeprecatedCustomRule>("""{ grade(of: C) @note(text: "x") }""").Should().BeEmpty();
    }

    [Fact]
    public void Deprecated_fields_arguments_input_fields_and_enum_values_are_named()
    {
        Judge.With<NoDeprecatedCustomRule>(
            """{ grade(of: OLD) @note(text: "x", old: 1) person { ... on Candidate { formerName } } centre(number: "1") { candidates(where: { old: 1 }) { name } } }""").Should().Equal(
            """The enum value "Grade.OLD" is deprecated. Use C. (1:13)""",
            """Directive "@note" argument "old" is deprecated. Say it in text. (1:35)""",
            "The field Candidate.formerName is deprecated. Use name. (1:71)",
            "The input field CandidateFilter.old is deprecated. Use number. (1:128)");
    }
}
