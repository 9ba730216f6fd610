using System.Security.Claims;
using System.Text;
using Exams.GraphQL.Execution;

namespace Exams.GraphQL.Tests.Execution;

public sealed class ClientTurnTests
{
    [Fact]
    public async Task Mutations_of_one_client_run_one_after_the_other()
    {
        var world = new World(new() { ClientsTakeTurns = true });

        var answers = await Task.WhenAll(world.Ask("ann"), world.Ask("ann"), world.Ask("ann"), world.Ask("ann"));

        answers.Should().AllBe("""{"data":{"write":1}}""");
    }

    [Fact]
    public async Task Other_clients_and_strangers_wait_for_nobody_elses_turn()
    {
        var world = new World(new() { ClientsTakeTurns = true }, together: 4);

        var answers = await Task.WhenAll(world.Ask("ann"), world.Ask("bob"), world.Ask(null), world.Ask(null));

        answers.Should().AllBe("""{"data":{"write":4}}""");
    }

    [Fact]
    public async Task Questions_do_not_wait()
    {
        var world = new World(new() { ClientsTakeTurns = true }, together: 2);
        var writing = world.Ask("ann");

        (await world.Ask("ann", "{ read }")).Should().Be("""{"data":{"read":1}}""");
        _ = world.Ask("bob");
        await writing;
    }

    [Fact]
    public async Task Without_being_told_to_the_engine_lets_everything_run_at_once()
    {
        var world = new World(new(), together: 2);

        (await Task.WhenAll(world.Ask("ann"), world.Ask("ann"))).Should().AllBe("""{"data":{"write":2}}""");
    }

    [Fact]
    public async Task Who_waits_too_long_is_told_to_come_again_and_who_goes_away_holds_nobody_up()
    {
        var world = new World(new() { ClientsTakeTurns = true, ExecutionTimeout = TimeSpan.FromMilliseconds(300) }, together: int.MaxValue);
        var first = world.Ask("ann");
        using var gone = new CancellationTokenSource(20);

        var leaving = () => world.Ask("ann", cancellationToken: gone.Token);
        await leaving.Should().ThrowAsync<OperationCanceledException>();
        var others = await Task.WhenAll(world.Ask("ann"), world.Ask("ann"), world.Ask("ann"));
        others.Should().Contain(answer => answer.Contains("THROTTLED") && !answer.Contains("data"));
        (await first).Should().Contain("HC0045");
        (await world.Ask("ann")).Should().Contain("HC0045", "nobody is in the way any more");
    }

    private sealed class World
    {
        private readonly RequestExecutor _executor;
        private readonly TaskCompletionSource _met = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _inside;

        // Whoever writes stays until as many are inside as should meet.
        public World(EngineOptions options, int together = 1)
        {
            var schema = Run.Schema(
                "type Query { read: Int } type Mutation { write: Int }",
                ("Query.read", Run.Sync(_ => Volatile.Read(ref _inside))),
                ("Mutation.write", Run.Async(async context =>
                {
                    var now = Interlocked.Increment(ref _inside);
                    if (now >= together)
                    {
                        _met.TrySetResult();
                    }

                    await (together == 1 ? Task.Delay(20, context.RequestAborted) : _met.Task.WaitAsync(TimeSpan.FromSeconds(20), context.RequestAborted));
                    var most = Volatile.Read(ref _inside);
                    if (together == 1)
                    {
                        Interlocked.Decrement(ref _inside);
                    }

                    return (object?)most;
                })));
            _executor = Engine.Create(schema, options);
        }

        public async Task<string> Ask(string? name, string document = "mutation { write }", CancellationToken? cancellationToken = null)
        {
            var user = new ClaimsPrincipal(name is null ? new ClaimsIdentity() : new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, name)], "test"));
            var request = new OperationRequest { Document = Encoding.UTF8.GetBytes(document), Services = Run.NoServices.Instance, User = user };
            return await Run.TextAsync(_executor, request, cancellationToken ?? TestContext.Current.CancellationToken);
        }
    }
}
