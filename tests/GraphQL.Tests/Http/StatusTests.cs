using System.Net.Sockets;
using Exams.GraphQL.Http;

namespace Exams.GraphQL.Tests.Http;

public class StatusTests
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";

    [Theory]
    [InlineData("""{"query":"{ hello }"}""", 200, 200, 200)]
    [InlineData("""{"query":"{ boom }"}""", 200, 200, 294)]
    [InlineData("""{"query":"{ must }"}""", 200, 200, 294)]
    [InlineData("""{"query":"{"}""", 400, 200, 400)]
    [InlineData("""{"query":"{ nope }"}""", 400, 200, 422)]
    [InlineData("""{"query":"query A { hello }","operationName":"B"}""", 400, 200, 422)]
    [InlineData("""{"query":"query($n: String!) { hello(name: $n) }"}""", 400, 200, 422)]
    [InlineData("{", 400, 400, 400)]
    [InlineData("""{"query":"{ hello }","variables":[]}""", 400, 400, 422)]
    [InlineData("""{"qeury":"{ hello }"}""", 400, 400, 422)]
    public async Task Statuses_follow_the_edition_that_was_chosen(string body, int audit, int auditJson, int draft)
    {
        await using var served = await ServedSchema.StartAsync();
        (await served.PostAsync(body, GraphQLResponse)).Status.Should().Be(audit);
        (await served.PostAsync(body, Json)).Status.Should().Be(auditJson);

        await using var drafted = await ServedSchema.StartAsync(new GraphQLServerOptions { StatusProfile = StatusProfile.Draft2026 });
        (await drafted.PostAsync(body, GraphQLResponse)).Status.Should().Be(draft);
        (await drafted.PostAsync(body, Json)).Status.Should().Be(draft);
    }

    [Fact]
    public async Task The_draft_writes_plain_json_only_when_all_went_well()
    {
        await using var served = await ServedSchema.StartAsync(new GraphQLServerOptions { StatusProfile = StatusProfile.Draft2026 });

        (await served.PostAsync("""{"query":"{ boom }"}""", Json)).MediaType.Should().Be(Json);
        (await served.PostAsync("""{"query":"{ nope }"}""", Json)).MediaType.Should().Be(GraphQLResponse);
    }

    [Theory]
    [InlineData(StatusProfile.Audit, Json)]
    [InlineData(StatusProfile.Draft2026, GraphQLResponse)]
    public async Task A_mutation_does_not_come_by_get(StatusProfile profile, string type)
    {
        await using var served = await ServedSchema.StartAsync(new GraphQLServerOptions { StatusProfile = profile });

        var answer = await served.SendAsync(new(HttpMethod.Get, "?query=mutation{bump}"), Json);

        answer.Status.Should().Be(405);
        answer.Response.Content.Headers.Allow.Should().Equal("POST");
        answer.MediaType.Should().Be(type);
        answer.Text.Should().NotContain("\"data\"");
        served.Bumps.Should().Be(0);
    }

    [Theory]
    [InlineData(StatusProfile.Audit)]
    [InlineData(StatusProfile.Draft2026)]
    public async Task What_is_no_request_for_this_address_is_told_in_plain_json(StatusProfile profile)
    {
        await using var served = await ServedSchema.StartAsync(new GraphQLServerOptions { StatusProfile = profile, MaxRequestBytes = 1_000 });
        const string hello = """{"query":"{ hello }"}""";

        foreach (var (answer, status) in new[]
        {
            (await served.PostAsync(hello, "image/png"), 406),
            (await served.PostAsync(hello, GraphQLResponse, "text/plain"), 415),
            (await served.PostAsync(hello, GraphQLResponse, ""), 415),
            (await served.PostAsync(hello.PadRight(1_001), GraphQLResponse), 413),
        })
        {
            answer.Status.Should().Be(status);
            answer.MediaType.Should().Be(Json);
            answer.Text.Should().StartWith("{\"errors\":[{\"message\":");
        }
    }

    [Fact]
    public async Task Addresses_and_headers_have_their_length()
    {
        await using var served = await ServedSchema.StartAsync();

        (await served.SendAsync(new(HttpMethod.Get, "?query={hello}&x=" + new string('x', 10_000)))).Status.Should().Be(414);
        using var request = new HttpRequestMessage(HttpMethod.Get, "?query={hello}");
        request.Headers.Add("X-Long", new string('x', 40_000));
        (await served.SendAsync(request)).Status.Should().Be(431);
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_not_waited_for()
    {
        await using var served = await ServedSchema.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(served.Address.Host, served.Address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(
            "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"u8.ToArray(),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);

        var line = await reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        line.Should().StartWith("HTTP/1.1 408");
    }

    [Fact]
    public async Task A_client_that_goes_away_stops_the_work()
    {
        await using var served = await ServedSchema.StartAsync();
        using var away = new CancellationTokenSource();
        var asking = served.Client.PostAsync("", new StringContent("""{"query":"{ slow }"}""", null, Json), away.Token);
        await served.Listening.Task.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

        await away.CancelAsync();

        await served.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        await asking.Invoking(a => a).Should().ThrowAsync<OperationCanceledException>();
    }
}
