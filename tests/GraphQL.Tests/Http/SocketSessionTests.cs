using System.Diagnostics;

namespace Exams.GraphQL.Tests.Http;

public class SocketSessionTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Resolvers_see_whoever_was_let_in()
    {
        using var gate = new Gate();
        await using var served = await ServedSchema.StartAsync(services: gate.Register);
        using var client = await SocketClient.ReadyAsync(served, "Ada");

        await client.SubscribeAsync("1", "{ who }");
        (await client.NextAsync()).Should().Contain("Ada");
        (await client.NextAsync()).Should().Contain("complete");

        await client.SubscribeAsync("2", "subscription { who }");
        await served.Events.Writer.WriteAsync("x", Now);
        (await client.NextAsync()).Should().Contain("Ada");
    }

    [Fact]
    public async Task Whoever_is_not_let_in_is_told_so_and_shown_out()
    {
        using var gate = new Gate();
        await using var served = await ServedSchema.StartAsync(services: gate.Register);
        using var client = await SocketClient.ConnectAsync(served);

        await client.SendAsync("""{"type":"connection_init","payload":{"authorization":"stranger"}}""");
        await client.SubscribeAsync("1", "{ who }");

        (await client.NextAsync()).Should().Be("4403 Nobody knows you");
    }

    [Fact]
    public async Task When_access_ends_the_socket_is_closed_within_a_second_and_what_was_queued_is_not_sent()
    {
        using var gate = new Gate();
        await using var served = await ServedSchema.StartAsync(services: gate.Register);
        using var client = await SocketClient.ReadyAsync(served, "Ada");
        await client.SubscribeAsync("1", "subscription { events }");
        await served.Listening.Task.WaitAsync(TimeSpan.FromSeconds(5), Now);

        var watch = Stopwatch.StartNew();
        gate.End();
        await served.Events.Writer.WriteAsync("secret", Now);

        (await client.NextAsync()).Should().Be("4403 Session ended");
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(2));
        await served.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(2), Now);
    }

    [Fact]
    public async Task A_client_that_does_not_read_loses_its_socket_all_the_same_when_access_ends()
    {
        using var gate = new Gate();
        await using var served = await ServedSchema.StartAsync(services: gate.Register);
        using var client = await SocketClient.ReadyAsync(served, "Ada");
        await client.SubscribeAsync("1", "subscription { flood }");
        await Task.Delay(300, Now);

        gate.End();

        await served.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(2), Now);
        await WaitForAsync(() => gate.OpenLeases == 0, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_session_ends_with_its_token()
    {
        using var gate = new Gate { Lifetime = TimeSpan.FromSeconds(1) };
        await using var served = await ServedSchema.StartAsync(services: gate.Register);
        using var client = await SocketClient.ReadyAsync(served, "Ada");

        (await client.NextAsync()).Should().Be("4403 Session expired");
    }

    [Fact]
    public async Task A_session_that_is_over_already_is_not_opened()
    {
        using var gate = new Gate { Lifetime = TimeSpan.FromMinutes(-1) };
        await using var served = await ServedSchema.StartAsync(services: gate.Register);
        using var client = await SocketClient.ConnectAsync(served);

        await client.SendAsync("""{"type":"connection_init","payload":{"authorization":"Ada"}}""");

        (await client.NextAsync()).Should().Be("4403 Session expired");
    }

    [Fact]
    public async Task A_gate_that_breaks_closes_the_socket_and_says_nothing_about_why()
    {
        using var gate = new Gate { IsBroken = true };
        await using var served = await ServedSchema.StartAsync(services: gate.Register);
        using var client = await SocketClient.ConnectAsync(served);

        await client.SendAsync("""{"type":"connection_init"}""");

        (await client.NextAsync()).Should().Be("4500 Internal error");
    }

    [Fact]
    public async Task Whatever_ends_a_socket_its_lease_is_given_back()
    {
        using var gate = new Gate();
        await using var served = await ServedSchema.StartAsync(services: gate.Register);
        var client = await SocketClient.ReadyAsync(served, "Ada");
        gate.OpenLeases.Should().Be(1);

        client.Socket.Abort();

        await WaitForAsync(() => gate.OpenLeases == 0, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_server_that_stops_says_goodbye()
    {
        await using var served = await ServedSchema.StartAsync();
        using var client = await SocketClient.ReadyAsync(served);

        var stopping = served.DisposeAsync();

        (await client.NextAsync()).Should().Be("1001 Going away");
        await stopping;
    }

    private static async Task WaitForAsync(Func<bool> isSo, TimeSpan atMost)
    {
        var watch = Stopwatch.StartNew();
        while (!isSo())
        {
            watch.Elapsed.Should().BeLessThan(atMost);
            await Task.Delay(20, Now);
        }
    }
}
