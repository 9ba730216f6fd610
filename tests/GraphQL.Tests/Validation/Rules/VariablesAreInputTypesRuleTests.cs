using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class VariablesAreInputTypesRuleTests
{
    [Fact]
    public void Scalars_enums_and_input_objects_come_in()
    {
        Judge.With<VariablesAreInputTypesRule>("query($a: Int, $b: [Grade!]!, $c: CandidateKey) { grade }").Should().BeEmpty();
    }

    [Fact]
    public void Output_types_do_not_come_in()
    {
        Judge.With<VariablesAreInputTypesRule>("query($a: [Centre!], $b: Found) { grade }").Should().Equal(
            """Variable "$a" cannot be non-input type "[Centre!]". (1:11)""",
            """Variable "$b" cannot be non-input type "Found". (1:26)""");
    }
}
