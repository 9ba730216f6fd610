using Exams.GraphQL.Http;

namespace Exams.GraphQL.Tests.Http;

public class GetTests
{
    [Fact]
    public async Task A_query_may_come_in_the_address()
    {
        await using var served = await ServedSchema.StartAsync();

        var answer = await GetAsync(served, "query=query A($n:String){hello(name:$n)} query B{who}&operationName=A&variables={\"n\":\"you\"}&extensions=");

        answer.Text.Should().Be("""{"data":{"hello":"hi you"}}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("query=")]
    [InlineData("query={hello}&variables=[]")]
    [InlineData("query={hello}&variables={")]
    [InlineData("query={hello}&extensions=7")]
    [InlineData("query={hello}&variables={\"a\":\"\\uD800\"}")]
    public async Task What_is_no_request_is_refused(string query)
    {
        await using var served = await ServedSchema.StartAsync();

        (await GetAsync(served, query)).Status.Should().Be(400);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    [InlineData(null)]
    public async Task Nothing_is_changed_by_looking(string? accept)
    {
        await using var served = await ServedSchema.StartAsync();

        var answer = await GetAsync(served, "query=mutation{bump}", accept);

        answer.Status.Should().Be(405);
        answer.Response.Content.Headers.Allow.Should().Equal("POST");
        answer.Text.Should().Contain("errors").And.NotContain("data");
        served.Bumps.Should().Be(0);
    }

    [Fact]
    public async Task Where_it_is_asked_for_a_header_must_show_that_no_foreign_page_is_behind_it()
    {
        await using var served = await ServedSchema.StartAsync(new GraphQLServerOptions { EnforceGetRequestsPreflightHeader = true });
        (await GetAsync(served, "query={hello}")).Status.Should().Be(400);

        using var request = new HttpRequestMessage(HttpMethod.Get, "?query={hello}");
        request.Headers.Add("GraphQL-Preflight", "1");
        (await served.SendAsync(request)).Status.Should().Be(200);
    }

    [Fact]
    public async Task Get_can_be_switched_off()
    {
        await using var served = await ServedSchema.StartAsync(new GraphQLServerOptions { EnableGetRequests = false });

        (await GetAsync(served, "query={hello}")).Status.Should().Be(405);
        (await GetAsync(served, "query={hello}", "text/event-stream")).Status.Should().Be(405);
    }

    [Fact]
    public async Task The_schema_is_served_to_those_who_may_see_it()
    {
        await using var served = await ServedSchema.StartAsync();
        var answer = await served.SendAsync(new HttpRequestMessage(HttpMethod.Get, served.Address + "/schema.graphql"));
        answer.Status.Should().Be(200);
        answer.Text.Should().Contain("type Query {\n  hello(name: String): String");

        await using var closed = await ServedSchema.StartAsync(new GraphQLServerOptions { AllowIntrospection = _ => false });
        (await closed.SendAsync(new HttpRequestMessage(HttpMethod.Get, closed.Address + "/schema.graphql"))).Status.Should().Be(404);
        (await closed.PostAsync("""{"query":"{ __schema { description } }"}""")).Text.Should().Contain("errors");
    }

    private static Task<Answer> GetAsync(ServedSchema served, string query, string? accept = null)
    {
        var parts = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('=', 2))
            .Select(p => $"{p[0]}={Uri.EscapeDataString(p[1])}");
        return served.SendAsync(new HttpRequestMessage(HttpMethod.Get, "?" + string.Join('&', parts)), accept);
    }
}
