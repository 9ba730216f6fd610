using System.Text;
using System.Text.Json;

namespace Exams.GraphQL.Tests.Http;

/// <summary>How responses in parts come over the wire: multipart, events, lines, socket messages; and who gets them in one piece.</summary>
public sealed class IncrementalTransportTests
{
    private const string Document = """{"query":"{ who ... @defer(label: \"L\") { hello(name: \"you\") } }"}""";
    private const string First = """{"data":{"who":"nobody"},"pending":[{"id":"0","path":[],"label":"L"}],"hasNext":true}""";
    private const string Second = """{"hasNext":false,"incremental":[{"id":"0","data":{"hello":"hi you"}}],"completed":[{"id":"0"}]}""";
    private const string Whole = """{"data":{"who":"nobody","hello":"hi you"}}""";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("multipart/mixed")]
    [InlineData("multipart/mixed, application/json;q=0.5")]
    [InlineData("application/json, multipart/mixed;incrementalSpec=v0.2")]
    public async Task Parts_of_a_multipart_answer_are_payloads(string accept)
    {
        await using var served = await ServedSchema.StartAsync();

        var answer = await served.PostAsync(Document, accept);

        answer.Response.Content.Headers.ContentType!.ToString().Should().Be("multipart/mixed; boundary=\"-\"");
        const string head = "Content-Type: application/json; charset=utf-8\r\n\r\n";
        answer.Text.Should().Be($"\r\n---\r\n{head}{First}\r\n---\r\n{head}{Second}\r\n-----\r\n");
    }

    [Theory]
    [InlineData("text/event-stream")]
    [InlineData("application/graphql-response+json, text/event-stream")]
    public async Task Payloads_are_events_where_a_client_reads_such(string accept)
    {
        await using var served = await ServedSchema.StartAsync();

        var answer = await served.PostAsync(Document, accept);

        answer.MediaType.Should().Be("text/event-stream");
        answer.Text.Should().Be($"event: next\ndata: {First}\n\nevent: next\ndata: {Second}\n\nevent: complete\ndata:\n\n");
    }

    [Fact]
    public async Task Payloads_are_lines_where_a_client_reads_such()
    {
        await using var served = await ServedSchema.StartAsync();

        var answer = await served.PostAsync(Document, "application/jsonl");

        answer.MediaType.Should().Be("application/jsonl");
        answer.Text.Should().Be($"{First}\n{Second}\n");
    }

    [Fact]
    public async Task Payloads_are_messages_on_a_socket()
    {
        await using var served = await ServedSchema.StartAsync();
        using var client = await SocketClient.ReadyAsync(served);

        await client.SubscribeAsync("1", "{ numbers @stream(initialCount: 1) }");

        (await client.NextAsync()).Should().Be(
            """{"id":"1","type":"next","payload":{"data":{"numbers":[1]},"pending":[{"id":"0","path":["numbers"]}],"hasNext":true}}""");
        (await client.NextAsync()).Should().Be(
            """{"id":"1","type":"next","payload":{"hasNext":false,"incremental":[{"id":"0","items":[2,3]}],"completed":[{"id":"0"}]}}""");
        (await client.NextAsync()).Should().Be("""{"id":"1","type":"complete"}""");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json, application/json;q=0.9")]
    [InlineData("multipart/mixed;deferSpec=20220824, application/json")]
    [InlineData("multipart/mixed;incrementalSpec=v0.1, application/json")]
    public async Task Who_does_not_ask_for_parts_gets_the_response_in_one(string? accept)
    {
        await using var served = await ServedSchema.StartAsync();

        var answer = await served.PostAsync(Document, accept);

        answer.Status.Should().Be(200);
        answer.Text.Should().Be(Whole);
        answer.Response.Content.Headers.ContentLength.Should().Be(Whole.Length);
    }

    [Fact]
    public async Task Requests_by_GET_are_answered_in_parts_too()
    {
        await using var served = await ServedSchema.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, $"{served.Address}?query={Uri.EscapeDataString("{ numbers @stream }")}");

        var answer = await served.SendAsync(request, "application/jsonl");

        answer.Text.Split('\n')[0].Should().Be("""{"data":{"numbers":[]},"pending":[{"id":"0","path":["numbers"]}],"hasNext":true}""");
    }

    [Fact]
    public async Task Each_part_is_sent_as_soon_as_it_is_there()
    {
        await using var served = await ServedSchema.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = new StringContent("""{"query":"{ who ... @defer { slow } ... @defer { numbers } }"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Accept", "application/jsonl");
        using (var response = await served.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Now))
        {
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(Now));

            JsonDocument.Parse((await lines.ReadLineAsync(Now))!).RootElement.GetProperty("pending").GetArrayLength().Should().Be(2);
            (await lines.ReadLineAsync(Now)).Should().Contain("\"numbers\":[1,2,3]").And.Contain("\"hasNext\":true");
            await served.Listening.Task.WaitAsync(TimeSpan.FromSeconds(2), Now);
            served.Stopped.Task.IsCompleted.Should().BeFalse();
        }

        await served.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(5), Now);
    }

    [Fact]
    public async Task A_response_in_parts_is_no_session()
    {
        using var gate = new Gate();
        await using var served = await ServedSchema.StartAsync(services: gate.Register);

        var answer = await served.PostAsync(Document, "text/event-stream");

        answer.Status.Should().Be(200);
        answer.Text.Should().Contain(Second);
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_the_form_that_was_asked_for()
    {
        await using var served = await ServedSchema.StartAsync();

        var answer = await served.PostAsync("""{"query":"{ ... @defer(label: 1) { who } }"}""", "application/jsonl");

        answer.Text.Should().Contain("""Argument \"@defer(label:)\" must be a static string.""");
        answer.MediaType.Should().Be("application/jsonl");
    }
}
