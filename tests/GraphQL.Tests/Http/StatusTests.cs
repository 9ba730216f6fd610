using Exams.GraphQL.Http;

namespace Exams.GraphQL.Tests.Http;

public class StatusTests
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";

    [Theory]
    [InlineData("""{"query":"{ hello }"}""", 200, 200, 200)]
    [InlineData("""{"query":"{ boom }"}""", 200, 200, 294)]
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
