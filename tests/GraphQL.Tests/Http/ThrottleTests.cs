using Exams.GraphQL.Execution.Costs;

namespace Exams.GraphQL.Tests.Http;

/// <summary>What a client whose budget is spent reads, on every transport.</summary>
public class ThrottleTests
{
    private const string Hello = """{"query":"{ hello(name: \"you\") }"}""";
    private const string Code = "\"code\":\"THROTTLED\"";

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task Over_http_it_is_429_and_when_to_come_again(string accept)
    {
        await using var served = await ServedSchema.StartAsync(budget: Spent());

        var answer = await served.PostAsync(Hello, accept);

        answer.Status.Should().Be(429);
        answer.MediaType.Should().Be(accept);
        answer.Text.Should().Contain(Code).And.NotContain("\"data\"");
        answer.Response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task In_an_event_stream_it_is_an_event()
    {
        await using var served = await ServedSchema.StartAsync(budget: Spent());

        var answer = await served.PostAsync(Hello, "text/event-stream");

        answer.Status.Should().Be(200);
        answer.Text.Should().StartWith("event: next\ndata: {\"errors\":[").And.Contain(Code).And.EndWith("event: complete\ndata:\n\n");
    }

    [Fact]
    public async Task On_a_socket_it_is_an_error_and_the_socket_lives_on()
    {
        await using var served = await ServedSchema.StartAsync(budget: Spent());
        using var client = await SocketClient.ReadyAsync(served);

        await client.SubscribeAsync("1", "subscription { events }");

        (await client.NextAsync()).Should().Contain("\"type\":\"error\"").And.Contain(Code);
        served.Listening.Task.IsCompleted.Should().BeFalse();
        await client.SubscribeAsync("2", "{ __typename }");
        (await client.NextAsync()).Should().Contain(Code);
    }

    [Fact]
    public async Task In_a_list_it_is_the_answer_to_that_request()
    {
        await using var served = await ServedSchema.StartAsync(new() { EnableBatching = true }, budget: new Purse(1));

        var answer = await served.PostAsync($"[{Hello},{Hello}]");

        answer.Status.Should().Be(200);
        answer.Text.Should().StartWith("""[{"data":{"hello":"hi you"}},{"errors":[""").And.Contain(Code);
    }

    private static Purse Spent() => new(0);

    /// <summary>Has room for so many requests, and never again.</summary>
    private sealed class Purse(int requests) : ICostBudget
    {
        private int _left = requests;

        public TimeSpan? Reserve(CostClient client, double cost) => Interlocked.Decrement(ref _left) >= 0 ? null : TimeSpan.FromSeconds(2.5);

        public void Return(CostClient client, double cost)
        {
        }

        public CostBudgetStatus Status(CostClient client) => new(10, 0, 1);
    }
}
