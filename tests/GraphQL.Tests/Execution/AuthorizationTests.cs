using System.Security.Claims;
using System.Text;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Scalars;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Tests.Execution;

public sealed class AuthorizationTests
{
    private const string Refused = "The current user is not authorized to access this resource.";

    [Theory]
    [InlineData(null, "{ mine }", "AUTH_NOT_AUTHENTICATED")]
    [InlineData("clerk", "{ mine }", null)]
    [InlineData(null, "{ desk }", "AUTH_NOT_AUTHENTICATED")]
    [InlineData("clerk", "{ desk }", "AUTH_NOT_AUTHORIZED")]
    [InlineData("officer", "{ desk }", null)]
    [InlineData("clerk", "{ board }", "AUTH_NOT_AUTHORIZED")]
    [InlineData("chair", "{ board }", null)]
    [InlineData("officer", "{ both }", "AUTH_NOT_AUTHORIZED")]
    [InlineData("officer,chair", "{ both }", null)]
    [InlineData("clerk", "{ secret { name } }", "AUTH_NOT_AUTHORIZED")]
    [InlineData("clerk", "{ secrets { __typename } }", "AUTH_NOT_AUTHORIZED")]
    [InlineData("officer", "{ secrets { name } }", null)]
    [InlineData("clerk", "{ anything { __typename ... on Plain { name } ... on Secret { name } } }", "AUTH_NOT_AUTHORIZED")]
    [InlineData("officer", "{ anything { __typename ... on Plain { name } ... on Secret { name } } }", null)]
    [InlineData("clerk", "{ open desk @skip(if: true) }", null)]
    public async Task A_field_is_refused_before_its_resolver_runs(string? roles, string document, string? code)
    {
        var ran = new List<string>();
        var text = await AskAsync(Schema(ran), roles, document);
        if (code is null)
        {
            text.Should().NotContain("errors");
            return;
        }

        text.Should().Contain($"\"message\":\"{Refused}\"").And.Contain($"\"extensions\":{{\"code\":\"{code}\"}}").And.Contain("\"path\":[");
        if (!document.Contains("anything", StringComparison.Ordinal))
        {
            ran.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task A_rule_is_asked_about_once_for_a_request()
    {
        var authorizer = new Counting();
        var ran = new List<string>();
        var executor = Engine.Create(Schema(ran), EngineOptions.Reference, authorizer: authorizer);
        (await Run.TextAsync(executor, Request("clerk", "{ a: desk b: desk c: board }"), TestContext.Current.CancellationToken))
            .Should().Be("""{"data":{"a":1,"b":1,"c":1}}""");
        authorizer.Asked.Should().BeEquivalentTo("officer:", ":board");
        ran.Should().BeEquivalentTo("desk", "desk", "board");
    }

    [Fact]
    public async Task A_guarded_root_type_guards_all_its_fields()
    {
        var query = new ObjectType("Query", () => [new OutputField("x", SpecifiedScalars.Int) { Resolver = Run.Sync(_ => 1) }]) { Authorize = [new AuthorizeRule(null, [])] };
        var schema = new Schema([query], SpecifiedDirectives.All, query);
        (await AskAsync(schema, null, "{ x }")).Should().Contain("AUTH_NOT_AUTHENTICATED");
        (await AskAsync(schema, "clerk", "{ x }")).Should().Be("""{"data":{"x":1}}""");
    }

    private static Task<string> AskAsync(Schema schema, string? roles, string document) =>
        Run.TextAsync(Engine.Create(schema, EngineOptions.Public), Request(roles, document), TestContext.Current.CancellationToken);

    private static OperationRequest Request(string? roles, string document) => new()
    {
        Document = Encoding.UTF8.GetBytes(document),
        Services = new ServiceCollection().AddLogging()
            .AddAuthorization(o => o.AddPolicy("board", p => p.RequireAssertion(async c =>
            {
                await Task.Yield();
                return c.User.IsInRole("chair");
            })))
            .BuildServiceProvider(),
        User = new ClaimsPrincipal(roles is null ? new ClaimsIdentity() : new ClaimsIdentity(roles.Split(',').Select(r => new Claim(ClaimTypes.Role, r)), "test")),
    };

    private static Schema Schema(List<string> ran)
    {
        AuthorizeRule signedIn = new(null, []), officer = new(null, ["officer", "head"]), board = new("board", []);
        FieldResolver Value(string name, object value) => Run.Sync(_ =>
        {
            lock (ran)
            {
                ran.Add(name);
            }

            return value;
        });
        var secret = new ObjectType("Secret", () => [new OutputField("name", SpecifiedScalars.String) { Resolver = new PropertyResolver(_ => "s") }]) { Authorize = [officer], IsTypeOf = v => v is "secret" };
        var plain = new ObjectType("Plain", () => [new OutputField("name", SpecifiedScalars.String) { Resolver = new PropertyResolver(_ => "p") }]) { IsTypeOf = v => v is "plain" };
        var any = new UnionType("Any", () => [secret, plain]);
        var query = new ObjectType("Query", () =>
        [
            new OutputField("open", SpecifiedScalars.Int) { Resolver = Value("open", 1) },
            new OutputField("mine", SpecifiedScalars.Int) { Resolver = Value("mine", 1), Authorize = [signedIn] },
            new OutputField("desk", SpecifiedScalars.Int) { Resolver = Value("desk", 1), Authorize = [officer] },
            new OutputField("board", SpecifiedScalars.Int) { Resolver = Value("board", 1), Authorize = [board] },
            new OutputField("both", SpecifiedScalars.Int) { Resolver = Value("both", 1), Authorize = [officer, board] },
            new OutputField("secret", secret) { Resolver = Value("secret", "secret") },
            new OutputField("secrets", new ListType(secret)) { Resolver = Value("secrets", new[] { "secret", "secret" }) },
            new OutputField("anything", new ListType(any)) { Resolver = Value("anything", new[] { "plain", "secret" }) },
        ]);

        return new Schema([query, secret, plain, any], SpecifiedDirectives.All, query);
    }

    private sealed class Counting : IFieldAuthorizer
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Asked { get; } = [];

        public async ValueTask<AuthorizeOutcome> AuthorizeAsync(
            ClaimsPrincipal user, AuthorizeRule rule, IServiceProvider services, CancellationToken cancellationToken)
        {
            Asked.Enqueue($"{string.Concat(rule.Roles.Take(1))}:{rule.Policy}");
            await Task.Yield();
            return AuthorizeOutcome.Allowed;
        }
    }
}
