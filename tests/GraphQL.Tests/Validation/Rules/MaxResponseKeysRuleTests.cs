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

    [Theory]
    [InlineData("{ a: grade b: grade c: grade }", 3, 3)]
    [InlineData("{ a: grade ... { b: grade } ... @include(if: true) { c: grade d: grade } }", 4, 4)]
    [InlineData("{ person { n: name ... on Officer { m: email ...f } ...f } } fragment f on Officer { o: email }", 4, 3)]
    [InlineData("{ person { name } person { name ... { name } } grade grade: grade }", 3, 0)]
    [InlineData("{ a: grade @skip(if: true) b: grade @include(if: false) ... @skip(if: true) { c: grade } d: grade person { name } }", 3, 1)]
    [InlineData("{ ...f ... { ...f } a: person { ...g } } fragment f on Query { x: grade y: grade } fragment g on Person { name }", 4, 3)]
    public void Keys_and_aliases_are_counted_where_they_land(string text, int keys, int aliases)
    {
        Judged(keys, null).Should().BeEmpty();
        Judged(keys - 1, null).Should().ContainSingle().Which.Should().StartWith($"Too many response keys: {keys - 1} are the most.");
        Judged(null, aliases).Should().BeEmpty();
        Judged(keys, aliases).Should().BeEmpty();
        if (aliases > 0)
        {
            Judged(null, aliases - 1).Should().ContainSingle().Which.Should().StartWith($"Too many aliases: {aliases - 1} are the most.");
        }

        IReadOnlyList<string> Judged(int? mostKeys, int? mostAliases) =>
            Judge.With<MaxResponseKeysRule>(text, options => options with { MaxResponseKeys = mostKeys, MaxAliases = mostAliases });
    }

    [Fact]
    public void Without_limits_nothing_is_counted()
    {
        Judge.With<MaxResponseKeysRule>("{ a: grade b: grade c: grade }").Should().BeEmpty();
    }
}
