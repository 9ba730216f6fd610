using System.Text;
using System.Text.Json;
using Exams.GraphQL.Configuration;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Http;
using Exams.GraphQL.Subscriptions;
using Exams.GraphQL.Tests.Execution;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Pagination;
using Exams.GraphQL.Types.Sdl;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Exams.GraphQL.Tests.Surface;

/// <summary>What set-ups written for the package say, heard here.</summary>
public class SetUpTests
{
    [Fact]
    public async Task A_schema_s_own_limit_of_bodies_holds_at_every_endpoint()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddGraphQLServer(maxAllowedRequestSize: 100).AddTypes(typeof(PostQueries), typeof(IParcel), typeof(Letter), typeof(Box));
        builder.Services.AddGraphQLServer("wide").AddTypes(typeof(PostQueries), typeof(IParcel), typeof(Letter), typeof(Box));
        await using var app = builder.Build();
        app.MapGraphQL();
        app.MapGraphQL("/small", "wide").WithOptions(new GraphQLServerOptions { MaxRequestBytes = 80 });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        async Task<int> Status(string address, int length)
        {
            const string request = """{"query":"{ __typename }"}""";
            using var body = new StringContent(request.PadRight(length), Encoding.UTF8, "application/json");
            using var response = await client.PostAsync(address, body, TestContext.Current.CancellationToken);
            return (int)response.StatusCode;
        }

        (await Status("/graphql", 100)).Should().Be(200);
        (await Status("/graphql", 101)).Should().Be(413);
        (await Status("/small", 80)).Should().Be(200);
        (await Status("/small", 81)).Should().Be(413);
    }

    [Theory]
    [InlineData(DirectiveListing.Declared, "include skip deprecated specifiedBy oneOf defer authorize cost listSize", "INPUT_FIELD_DEFINITION ENUM_VALUE")]
    [InlineData(DirectiveListing.Package, "oneOf skip include deprecated defer cost listSize specifiedBy", "ENUM_VALUE INPUT_FIELD_DEFINITION")]
    public async Task Directives_are_listed_as_was_said(DirectiveListing listing, string expected, string lastPlaces)
    {
        await using var services = new ServiceCollection().AddLogging().AddGraphQLServer()
            .AddTypes(typeof(PostQueries), typeof(IParcel), typeof(Letter), typeof(Box))
            .ModifyOptions(o => (o.EnableDefer, o.Directives) = (true, listing))
            .Services.BuildServiceProvider();
        var executor = await services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync(cancellationToken: TestContext.Current.CancellationToken);

        var answer = JsonDocument.Parse(await Run.TextAsync(executor, "{ __schema { directives { name locations } } }"));

        var listed = answer.RootElement.GetProperty("data").GetProperty("__schema").GetProperty("directives").EnumerateArray().ToList();
        string.Join(' ', listed.Select(d => d.GetProperty("name").GetString())).Should().Be(expected);
        string.Join(' ', listed.Single(d => d.GetProperty("name").GetString() == "deprecated").GetProperty("locations").EnumerateArray())
            .Should().Be("FIELD_DEFINITION ARGUMENT_DEFINITION " + lastPlaces);
    }

    [Fact]
    public async Task Operations_may_cost_what_they_like_where_default_security_is_off()
    {
        (await PriceAsync(secure: true)).Should().Contain("\"maxFieldCost\":20000");
        (await PriceAsync(secure: false)).Should().Contain("\"cost\"").And.NotContain("\"maxFieldCost\":20000");
    }

    [Fact]
    public async Task A_listener_may_fall_as_far_behind_as_was_said()
    {
        var topics = new InMemoryTopics(new SubscriptionOptions { TopicBufferCapacity = 2 });
        await using var stream = await topics.SubscribeAsync<int>("t", TestContext.Current.CancellationToken);
        for (var i = 0; i < 3; i++)
        {
            await topics.SendAsync("t", i, TestContext.Current.CancellationToken);
        }

        var read = async () =>
        {
            await foreach (var _ in stream.ReadEventsAsync())
            {
                // Counted by the error that ends it.
            }
        };
        await read.Should().ThrowAsync<GraphQLException>();
    }

    [Fact]
    public void A_connection_takes_edges_of_the_application_s_own()
    {
        var connection = new Connection<string>([new Own("a", "1"), new Edge<string>("b", "2")], new ConnectionPageInfo(false, false, "1", "2"), 2);

        connection.Edges.Select(e => e.Node + e.Cursor).Should().Equal("a1", "b2");
    }

    [Fact]
    public async Task A_schema_s_text_is_its_sdl()
    {
        await using var server = new TestServer(_ => { }, g => g.AddTypes(typeof(PostQueries), typeof(IParcel), typeof(Letter), typeof(Box)));
        var schema = (await server.Executor()).Schema;

        schema.ToString().Should().Be(SchemaPrinter.Print(schema)).And.Contain("type Query");
    }

    [Theory]
    [InlineData("{ rule }", 10)]
    [InlineData("{ cheap }", 2)]
    [InlineData("{ cheap rule more: cheap }", 14)]
    public async Task A_field_s_own_price_takes_the_place_of_the_rule_s(string document, double expected)
    {
        await using var services = new ServiceCollection().AddLogging().AddGraphQLServer().AddTypes(typeof(PricedQueries)).Services.BuildServiceProvider();
        var executor = await services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync(cancellationToken: TestContext.Current.CancellationToken);

        using var response = (Response)await executor.ExecuteAsync(
            new OperationRequest { Document = Encoding.UTF8.GetBytes(document), Services = services, Cost = CostMode.Validate }, TestContext.Current.CancellationToken);

        JsonDocument.Parse(Encoding.UTF8.GetString(response.Body.Span)).RootElement.GetProperty("extensions").GetProperty("cost").GetProperty("fieldCost")
            .GetDouble().Should().Be(expected);
    }

    private static async Task<string> PriceAsync(bool secure)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddGraphQLServer(disableDefaultSecurity: !secure).AddTypes(typeof(PostQueries), typeof(IParcel), typeof(Letter), typeof(Box));
        await using var provider = services.BuildServiceProvider();
        var executor = await provider.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync();
        using var response = (Response)await executor.ExecuteAsync(new OperationRequest
        {
            Document = "{ __typename }"u8.ToArray(),
            Services = provider,
            Cost = CostMode.Validate,
        });
        return Encoding.UTF8.GetString(response.Body.Span);
    }

    private sealed record Own(string Node, string Cursor) : IEdge<string>;
}

/// <summary>One field by the rule, one with a price of its own.</summary>
[QueryType]
public static class PricedQueries
{
    public static async Task<int> RuleAsync()
    {
        await Task.Yield();
        return 1;
    }

    [Cost(2)]
    public static async Task<int> CheapAsync()
    {
        await Task.Yield();
        return 2;
    }
}
