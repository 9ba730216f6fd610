namespace Exams.House.Tests;

/// <summary>One rule, one file, one twin.</summary>
public sealed class RuleTwinTests
{
    private const string Rules = "src/GraphQL/Validation/Rules/";
    private const string Twins = "tests/GraphQL.Tests/Validation/Rules/";

    [Fact]
    public void Every_validation_rule_has_a_twin_and_every_twin_its_rule() =>
        Repository.Files(Twins).Select(file => file[Twins.Length..].Replace("Tests.cs", ".cs", StringComparison.Ordinal))
            .Should().BeEquivalentTo(Repository.Files(Rules).Select(file => file[Rules.Length..]));

    [Fact]
    public void Every_twin_tries_a_document_that_passes_and_one_that_does_not() =>
        Repository.Files(Twins)
            .Where(file => Repository.Read(file) is var text && text.Split("[Fact]").Length + text.Split("[Theory]").Length < 4)
            .Should().BeEmpty("one case proves half of a rule");
}
