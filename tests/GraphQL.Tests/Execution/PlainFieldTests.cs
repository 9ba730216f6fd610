using System.Security.Claims;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>Leaves that are written straight from their parent, with neighbours before and behind them.</summary>
public sealed class PlainFieldTests
{
    [Theory]
    [InlineData("must", "null", """{"errors":[{"message":"Cannot return null for non-nullable field T.must.","locations":[{"line":1,"column":9}],"path":["t","must"]}],"data":{"t":null}}""")]
    [InlineData("must", "throw", """{"errors":[{"message":"torn","locations":[{"line":1,"column":9}],"path":["t","must"]}],"data":{"t":null}}""")]
    [InlineData("may", "null", """{"data":{"t":{"a":1,"may":null,"b":2}}}""")]
    [InlineData("may", "throw", """{"errors":[{"message":"torn","locations":[{"line":1,"column":9}],"path":["t","may"]}],"data":{"t":{"a":1,"may":null,"b":2}}}""")]
    [InlineData("must", "nil", """{"data":{"t":{"a":1,"must":"nil","b":2}}}""")]
    [InlineData("must", "nu", """{"data":{"t":{"a":1,"must":"nu","b":2}}}""")]
    public async Task A_leaf_that_fails_is_null_and_what_may_not_be_null_takes_its_object_with_it(string field, string value, string expected)
    {
        foreach (var isGuarded in (bool[])[false, true])
        {
            var executor = Engine.Create(Schema(value, isGuarded), EngineOptions.Public, authorizer: new Open());

            (await Run.TextAsync(executor, $"{{ t {{ a {field} b }} }}")).Should().Be(expected);
        }
    }

    private static Schema Schema(string value, bool isGuarded)
    {
        IReadOnlyList<AuthorizeRule> rules = isGuarded ? [new AuthorizeRule(null, [])] : [];
        var type = new ObjectType("T", () =>
        [
            Number("a", 1),
            new OutputField("must", new NonNullType(SpecifiedScalars.String)) { Resolver = Leaf(value), Authorize = rules },
            new OutputField("may", SpecifiedScalars.String) { Resolver = Leaf(value), Authorize = rules },
            Number("b", 2),
        ]);
        var query = new ObjectType("Query", () => [new OutputField("t", type) { Resolver = Run.Sync(_ => new object()) }]);
        return new Schema([], SpecifiedDirectives.All, query);
    }

    private static OutputField Number(string name, int number) =>
        new(name, SpecifiedScalars.Int) { Resolver = new PropertyResolver(_ => number) { WriteLeaf = (_, json) => json.WriteNumber(number) } };

    private static PropertyResolver Leaf(string value) => new(_ => value)
    {
        WriteLeaf = (_, json) =>
        {
            switch (value)
            {
                case "null":
                    json.WriteNull();
                    break;
                case "throw":
                    json.WriteRaw("\"half"u8);
                    throw new GraphQLException("torn");
                default:
                    json.WriteString(value);
                    break;
            }
        },
    };

    private sealed class Open : IFieldAuthorizer
    {
        public ValueTask<AuthorizeOutcome> AuthorizeAsync(
            ClaimsPrincipal user, AuthorizeRule rule, IServiceProvider services, CancellationToken cancellationToken) => new(AuthorizeOutcome.Allowed);
    }
}
