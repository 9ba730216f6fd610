using Exams.GraphQL.Types;
using Exams.GraphQL.Validation.Rules;

namespace Exams.GraphQL.Tests.Validation.Rules;

public sealed class MaxDeferralsRuleTests
{
    private const string Three = "{ ... @defer { grade } ... @defer { grade } find @stream { __typename } }";

    [Fact]
    public void As_many_as_are_allowed_are_right()
    {
        Judge.With<MaxDeferralsRule>(Three, options => options with { MaxDeferrals = 3 }, Judge.InParts).Should().BeEmpty();
    }

    [Fact]
    public void One_too_many_is_refused_once()
    {
        Judge.With<MaxDeferralsRule>(Three, options => options with { MaxDeferrals = 1 }, Judge.InParts).Should().Equal(
            "Too many @defer and @stream directives: 1 are the most. (1:28)");
    }

    [Fact]
    public void Without_a_limit_nothing_is_counted()
    {
        Judge.With<MaxDeferralsRule>(Three, schema: Judge.InParts).Should().BeEmpty();
        Judge.With<MaxDeferralsRule>(Three, options => options with { MaxDeferrals = 0 }).Should().BeEmpty("the schema has neither directive");
    }

    [Fact]
    public void A_directive_that_the_schema_does_not_have_does_not_count()
    {
        Judge.With<MaxDeferralsRule>(Three, options => options with { MaxDeferrals = 1 }, Judge.With(SpecifiedDirectives.Defer)).Should().ContainSingle()
            .Which.Should().EndWith("(1:28)");
        Judge.With<MaxDeferralsRule>(Three, options => options with { MaxDeferrals = 0 }, Judge.With(SpecifiedDirectives.Stream)).Should().ContainSingle()
            .Which.Should().EndWith("(1:50)");
        Judge.With<MaxDeferralsRule>(Three, options => options with { MaxDeferrals = 2 }, Judge.With(SpecifiedDirectives.Defer)).Should().BeEmpty();
    }
}
