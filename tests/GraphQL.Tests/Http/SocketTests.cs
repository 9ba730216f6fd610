using System.Net.WebSockets;
using Exams.GraphQL.Http;

namespace Exams.GraphQL.Tests.Http;

public class SocketTests
{
    private const string Listen = "subscription { events }";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Operations_run_side_by_side_and_end_by_themselves()
    {
        await using var served = await ServedSchema.StartAsync();
        using var client = await SocketClient.ReadyAsync(served);
        await client.SubscribeAsync("1", Listen);
        await client.SubscribeAsync("2", "{ hello }");

        (await client.NextAsync()).Should().Be("""{"id":"2","type":"next","payload":{"data":{"hello":"hi "}}}""");
        (await client.NextAsync()).Should().Be("""{"id":"2","type":"complete"}""");
        await served.Events.Writer.WriteAsync("a", Now);
        (await client.NextAsync()).Should().Be("""{"id":"1","type":"next","payload":{"data":{"events":"a"}}}""");
        served.Events.Writer.Complete();
        (await client.NextAsync()).Should().Be("""{"id":"1","type":"complete"}""");
    }

    [Theory]
    [InlineData("{", "Syntax Error: Expected Name, found <EOF>.")]
    [InlineData("{ nope }", "Cannot query field \\u0022nope\\u0022 on type \\u0022Query\\u0022.")]
    public async Task What_cannot_run_is_an_error_without_complete_and_the_socket_lives_on(string query, string message)
    {
        await using var served = await ServedSchema.StartAsync();
        using var client = await SocketClient.ReadyAsync(served);

        await client.SubscribeAsync("1", query);
        var error = System.Text.Json.JsonDocument.Parse(await client.NextAsync()).RootElement;
        error.GetProperty("type").GetString().Should().Be("error");
        error.GetProperty("payload")[0].GetProperty("message").GetString().Should().Be(message.Replace("\\u0022", "\"", StringComparison.Ordinal));

        await client.SendAsync("""{"type":"ping"}""");
        (await client.NextAsync()).Should().Be("""{"type":"pong"}""");
    }

    [Fact]
    public async Task A_source_that_breaks_ends_its_own_operation_only()
    {
        await using var served = await ServedSchema.StartAsync();
        using var client = await SocketClient.ReadyAsync(served);

        await client.SubscribeAsync("1", "subscription { broken }");
        (await client.NextAsync()).Should().Contain("one");
        var end = await client.NextAsync();
        end.Should().Contain("\"type\":\"error\"").And.NotContain("the source broke");
        await client.SubscribeAsync("1", "{ hello }");
        (await client.NextAsync()).Should().Contain("hi ");
    }

    [Fact]
    public async Task Sockets_are_opened_by_our_own_pages_and_by_clients_that_are_no_pages()
    {
        await using var served = await ServedSchema.StartAsync();
        (await SocketClient.ConnectAsync(served, origin: $"http://127.0.0.1:{served.Address.Port}")).Dispose();
        foreach (var foreign in (string[])["http://127.0.0.1:1", "https://example.org", "null"])
        {
            var opening = () => SocketClient.ConnectAsync(served, foreign);
            (await opening.Should().ThrowAsync<WebSocketException>()).WithMessage("*403*");
        }
    }

    [Theory]
    [InlineData("https://exams.example.org", true)]
    [InlineData("http://EXAMS.example.org", true)]
    [InlineData("https://exams.example.org:444", false)]
    [InlineData("https://example.org", false)]
    public async Task Behind_a_proxy_the_name_that_was_asked_for_counts(string origin, bool isLetIn)
    {
        await using var served = await ServedSchema.StartAsync();

        var opening = async () => (await SocketClient.ConnectAsync(served, origin, host: "exams.example.org")).Dispose();

        if (isLetIn)
        {
            await opening.Should().NotThrowAsync();
        }
        else
        {
            await opening.Should().ThrowAsync<WebSocketException>();
        }
    }

    [Fact]
    public async Task The_server_may_name_other_pages()
    {
        await using var served = await ServedSchema.StartAsync(new GraphQLServerOptions
        {
            Sockets = new GraphQLSocketOptions { IsOriginAllowed = (_, origin) => origin == "https://officers.example.org" },
        });

        (await SocketClient.ConnectAsync(served, "https://officers.example.org")).Dispose();
        var opening = () => SocketClient.ConnectAsync(served, $"http://127.0.0.1:{served.Address.Port}");
        await opening.Should().ThrowAsync<WebSocketException>();
    }

    [Fact]
    public async Task Other_sub_protocols_are_refused()
    {
        await using var served = await ServedSchema.StartAsync();

        var opening = () => SocketClient.ConnectAsync(served, protocol: "graphql-ws");

        (await opening.Should().ThrowAsync<WebSocketException>()).WithMessage("*400*");
    }

    [Fact]
    public async Task A_message_over_the_limit_closes_the_socket()
    {
        await using var served = await ServedSchema.StartAsync(Limits(new() { MaxMessageBytes = 1_000 }));
        using var client = await SocketClient.ReadyAsync(served);

        await client.SendAsync(new string(' ', 1_001));

        (await client.NextAsync()).Should().Be("1009 Message too big");
    }

    [Theory]
    [InlineData("{}", WebSocketMessageType.Binary)]
    [InlineData("[]", WebSocketMessageType.Text)]
    [InlineData("""{"type":"ping"} {}""", WebSocketMessageType.Text)]
    [InlineData("""{"type":"next","id":"1","payload":{}}""", WebSocketMessageType.Text)]
    [InlineData("""{"type":"complete"}""", WebSocketMessageType.Text)]
    [InlineData("""{"type":"subscribe","id":"\uD800","payload":{"query":"{hello}"}}""", WebSocketMessageType.Text)]
    [InlineData("""{"type":"ping","payload":[]}""", WebSocketMessageType.Text)]
    [InlineData("""{"type":"\uD800"}""", WebSocketMessageType.Text)]
    [InlineData("""{"\uDC00":1,"type":"ping"}""", WebSocketMessageType.Text)]
    public async Task What_is_no_message_closes_the_socket(string text, WebSocketMessageType type)
    {
        await using var served = await ServedSchema.StartAsync();
        using var client = await SocketClient.ReadyAsync(served);

        await client.SendAsync(text, type);

        (await client.NextAsync()).Should().Be("4400 Invalid message");
    }

    [Fact]
    public async Task A_message_may_come_in_pieces()
    {
        await using var served = await ServedSchema.StartAsync();
        using var client = await SocketClient.ConnectAsync(served);
        foreach (var c in """{"type":"connection_init"}""")
        {
            await client.Socket.SendAsync(new[] { (byte)c }, WebSocketMessageType.Text, c == '}', Now);
        }

        (await client.NextAsync()).Should().Be("""{"type":"connection_ack"}""");
    }

    [Fact]
    public async Task More_operations_than_allowed_are_refused_one_by_one()
    {
        await using var served = await ServedSchema.StartAsync(Limits(new() { MaxOperations = 2 }));
        using var client = await SocketClient.ReadyAsync(served);
        await client.SubscribeAsync("1", Listen);
        await client.SubscribeAsync("2", Listen);

        await client.SubscribeAsync("3", "{ hello }");
        (await client.NextAsync()).Should().StartWith("""{"id":"3","type":"error","payload":[{"message":"Too many operations""");

        await client.SendAsync("""{"id":"2","type":"complete"}""");
        await client.SubscribeAsync("3", "{ hello }");
        (await client.NextAsync()).Should().Contain("hi ");
    }

    [Fact]
    public async Task Nobody_opens_more_sockets_than_allowed()
    {
        using var gate = new Gate();
        await using var served = await ServedSchema.StartAsync(Limits(new() { MaxSocketsPerPrincipal = 2 }), gate.Register);
        var first = await SocketClient.ReadyAsync(served, "Ada");
        using var second = await SocketClient.ReadyAsync(served, "Ada");

        using var third = await SocketClient.ConnectAsync(served);
        await third.SendAsync("""{"type":"connection_init","payload":{"authorization":"Ada"}}""");
        (await third.NextAsync()).Should().Be("4429 Too many sockets");
        using var other = await SocketClient.ReadyAsync(served, "Grace");

        await first.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", Now);
        first.Dispose();
        using var again = await SocketClient.ReadyAsync(served, "Ada");
    }

    [Fact]
    public async Task Who_says_nothing_is_closed_in_time()
    {
        await using var served = await ServedSchema.StartAsync(Limits(new() { ConnectionInitializationTimeout = TimeSpan.FromMilliseconds(100) }));
        using var client = await SocketClient.ConnectAsync(served);

        (await client.NextAsync()).Should().Be("4408 Connection initialisation timeout");
    }

    [Fact]
    public async Task A_reader_that_does_not_read_is_cut_off()
    {
        await using var served = await ServedSchema.StartAsync(Limits(new()
        {
            MaxQueuedMessages = 4,
            SlowConsumerTimeout = TimeSpan.FromMilliseconds(200),
        }));
        using var client = await SocketClient.ReadyAsync(served);

        await client.SubscribeAsync("1", "subscription { flood }");

        // What the system's own buffers take is all that was ever made.
        await served.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(10), Now);
        served.Flooded.Should().BeLessThan(1_000);
    }

    [Fact]
    public async Task A_client_that_vanishes_ends_its_sources()
    {
        await using var served = await ServedSchema.StartAsync();
        var client = await SocketClient.ReadyAsync(served);
        await client.SubscribeAsync("1", Listen);
        await served.Listening.Task.WaitAsync(TimeSpan.FromSeconds(5), Now);

        client.Socket.Abort();

        await served.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(2), Now);
    }

    private static GraphQLServerOptions Limits(GraphQLSocketOptions sockets) => new() { Sockets = sockets };
}
