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
    }
}
