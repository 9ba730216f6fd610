using System.Text;
using Exams.GraphQL.Http;

namespace Exams.GraphQL.Tests.Http;

public class EventStreamTests
{
    private const string Events = """{"query":"subscription { events }"}""";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_query_is_one_event_and_the_end()
    {
        await using var served = await ServedSchema.StartAsync();

        var answer = await served.PostAsync("""{"query":"{ hello(name: \"you\") }"}""", "text/event-stream");

        answer.Text.Should().Be("event: next\ndata: {\"data\":{\"hello\":\"hi you\"}}\n\nevent: complete\ndata:\n\n");
        answer.Response.Headers.CacheControl!.NoCache.Should().BeTrue();
    }

    [Theory]
    [InlineData("text/event-stream")]
    [InlineData("application/graphql-response+json, application/json, text/event-stream")]
    public async Task Events_come_one_by_one_to_those_who_read_streams(string accept)
    {
        await using var served = await ServedSchema.StartAsync();
        using var stream = await OpenAsync(served, accept);

        await served.Events.Writer.WriteAsync("a", Now);
        (await stream.NextAsync()).Should().Be("event: next\ndata: {\"data\":{\"events\":\"a\"}}");
        await served.Events.Writer.WriteAsync("b", Now);
        (await stream.NextAsync()).Should().Be("event: next\ndata: {\"data\":{\"events\":\"b\"}}");
        served.Events.Writer.Complete();
        (await stream.NextAsync()).Should().Be("event: complete\ndata:");
        (await stream.NextAsync()).Should().BeNull();
    }

    [Fact]
    public async Task A_subscription_is_not_started_for_those_who_do_not()
    {
        await using var served = await ServedSchema.StartAsync();

        var answer = await served.PostAsync(Events, "application/json");

        answer.Status.Should().BeInRange(400, 499);
        answer.Text.Should().Contain("errors").And.NotContain("data");
        served.Listening.Task.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task A_quiet_stream_shows_that_it_lives()
    {
        await using var served = await ServedSchema.StartAsync(new GraphQLServerOptions { StreamKeepAlive = TimeSpan.FromMilliseconds(30) });
        using var stream = await OpenAsync(served);

        (await stream.NextAsync()).Should().Be(":");
        (await stream.NextAsync()).Should().Be(":");
        await served.Events.Writer.WriteAsync("a", Now);
        string? next;
        do
        {
            next = await stream.NextAsync();
        }
        while (next == ":");
        next.Should().EndWith("{\"data\":{\"events\":\"a\"}}");
    }

    [Fact]
    public async Task A_reader_that_goes_away_ends_the_source()
    {
        await using var served = await ServedSchema.StartAsync();
        var stream = await OpenAsync(served);
        await served.Listening.Task.WaitAsync(TimeSpan.FromSeconds(5), Now);

        stream.Dispose();

        await served.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(2), Now);
    }

    [Fact]
    public async Task When_access_ends_the_stream_is_cut_within_a_second_and_does_not_call_itself_complete()
    {
        using var gate = new Gate();
        await using var served = await ServedSchema.StartAsync(services: gate.Register);
        served.Client.DefaultRequestHeaders.Add("Authorization", "Ada");
        using var stream = await OpenAsync(served);
        await served.Events.Writer.WriteAsync("a", Now);
        await stream.NextAsync();
        gate.OpenLeases.Should().Be(1);

        gate.End();

        (await stream.NextAsync().WaitAsync(TimeSpan.FromSeconds(2), Now)).Should().BeNull();
        await served.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(2), Now);
    }

    [Fact]
    public async Task Who_has_no_access_gets_no_stream()
    {
        using var gate = new Gate();
        await using var served = await ServedSchema.StartAsync(services: gate.Register);

        var answer = await served.PostAsync(Events, "text/event-stream");

        answer.Status.Should().Be(403);
        answer.Text.Should().Contain("Nobody knows you");
        served.Listening.Task.IsCompleted.Should().BeFalse();
    }

    private static async Task<Reader> OpenAsync(ServedSchema served, string accept = "text/event-stream")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = new StringContent(Events, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        var response = await served.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Now);
        response.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
        return new Reader(response, new StreamReader(await response.Content.ReadAsStreamAsync(Now)));
    }

    private sealed class Reader(HttpResponseMessage response, StreamReader text) : IDisposable
    {
        /// <summary>The lines up to the next empty one; null at the end.</summary>
        public async Task<string?> NextAsync()
        {
            var lines = new List<string>();
            while (await text.ReadLineAsync(Now) is { } line)
            {
                if (line.Length == 0)
                {
                    return string.Join('\n', lines);
                }

                lines.Add(line);
            }

            return null;
        }

        public void Dispose()
        {
            text.Dispose();
            response.Dispose();
        }
    }
}
