using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class MaxResponseKeysRuleTests
{
    [Fact]
    public void The_same_key_again_is_free()
    {
        Judge.With<MaxResponseKeysRule>(
            "{ grade grade ...f ...f a: grade ... { a: grade } } fragment f on Query { grade a: grade }",
            options => options with { MaxResponseKeys = 2, MaxAliases = 1 }).Should().BeEmpty();
    }

    [Fact]
    public void One_alias_too_many_is_refused()
    {
        Judge.With<MaxResponseKeysRule>(
            "{ a: grade b: grade ...f } fragment f on Query { c: grade }",
            options => options with { MaxAliases = 2 }).Should().Equal(
            "Too many aliases: 2 are the most. (1:50)");
    }

    [Fact]
    public void One_key_too_many_is_refused_wherever_it_stands()
    {
        Judge.With<MaxResponseKeysRule>("{ grade person { name } }", options => options with { MaxResponseKeys = 2 }).Should().Equal(
            "Too many response keys: 2 are the most. (1:18)");
    }

    [Fact]
    public void Without_limits_nothing_is_counted()
    {
        Judge.With<MaxResponseKeysRule>("{ a: grade b: grade c: grade }").Should().BeEmpty();
    }
}
