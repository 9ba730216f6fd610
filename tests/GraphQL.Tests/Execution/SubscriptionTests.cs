using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Execution.Costs;
using Exams.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Tests.Execution;

public sealed class SubscriptionTests
{
    [Fact]
    public async Task Each_event_is_answered_with_services_of_its_own()
    {
        var world = new World();
        var stream = await world.SubscribeAsync("subscription { ticks(from: 5) { n unit late } }");
        world.Send(1, 2, 3);
        world.Events.Writer.Complete();
        var answers = await ReadAsync(stream);
        answers.Should().Equal(Enumerable.Range(1, 3).Select(i => $"{{\"data\":{{\"ticks\":{{\"n\":{i + 5},\"unit\":{i},\"late\":{i}}}}}}}"));
        world.IsEnded.Should().BeTrue();
    }

    [Fact]
    public async Task An_error_in_one_event_does_not_end_the_stream()
    {
        var world = new World();
        var stream = await world.SubscribeAsync("subscription { ticks { must } }");
        world.Send(1, 13, 2);
        world.Events.Writer.Complete();
        (await ReadAsync(stream)).Should().Equal(
            """{"data":{"ticks":{"must":1}}}""",
            """{"errors":[{"message":"unlucky","locations":[{"line":1,"column":24}],"path":["ticks","must"]}],"data":{"ticks":null}}""",
            """{"data":{"ticks":{"must":2}}}""");
    }

    [Fact]
    public async Task Every_event_is_paid_for_and_waits_until_it_can_be()
    {
        var purse = new Purse(2);
        var world = new World(budget: purse);
        var stream = await world.SubscribeAsync("subscription { ticks { n } }");
        world.Send(1, 2, 3);
        var reader = stream.Responses.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        for (var i = 0; i < 2; i++)
        {
            (await reader.MoveNextAsync()).Should().BeTrue();
            reader.Current.Dispose();
        }

        purse.Left.Should().Be(0, "the start paid for the first event, and the second for itself");
        var third = reader.MoveNextAsync().AsTask();
        await Task.Delay(50, TestContext.Current.CancellationToken);
        third.IsCompleted.Should().BeFalse();
        purse.Left = 1;
        (await third).Should().BeTrue();
        reader.Current.Dispose();
        await reader.DisposeAsync();
        world.IsEnded.Should().BeTrue();
    }

    [Fact]
    public async Task Disposing_the_reader_ends_the_source()
    {
        var world = new World();
        var stream = await world.SubscribeAsync("subscription { ticks { n } }");
        var reader = stream.Responses.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        world.Send(1);
        (await reader.MoveNextAsync()).Should().BeTrue();
        reader.Current.Dispose();
        await reader.DisposeAsync();
        world.IsEnded.Should().BeTrue();
    }

    [Fact]
    public async Task Cancelling_ends_the_source_even_while_it_waits()
    {
        var world = new World();
        using var gone = new CancellationTokenSource();
        var stream = await world.SubscribeAsync("subscription { ticks { n } }", gone.Token);
        var reading = ReadAsync(stream);
        await Task.Delay(10, TestContext.Current.CancellationToken);
        await gone.CancelAsync();
        (await reading).Should().BeEmpty();
        world.IsEnded.Should().BeTrue();
    }

    [Fact]
    public async Task A_stream_that_nobody_reads_can_be_ended()
    {
        var world = new World();
        var stream = await world.SubscribeAsync("subscription { ticks { n } }");
        world.Aborted!.Value.IsCancellationRequested.Should().BeFalse();
        await stream.DisposeAsync();
        world.Aborted!.Value.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public async Task A_stream_that_does_not_open_has_ended()
    {
        var world = new World();

        using var response = (Response)await world.Executor.ExecuteAsync(
            Run.Request("subscription { refused }", null, world.Services), TestContext.Current.CancellationToken);

        world.Aborted!.Value.IsCancellationRequested.Should().BeTrue();
    }

    [Theory]
    [InlineData("subscription { refused }", """{"errors":[{"message":"no such topic","locations":[{"line":1,"column":16}],"path":["refused"]}]}""")]
    [InlineData("subscription { guarded }", """{"errors":[{"message":"The current user is not authorized to access this resource.","locations":[{"line":1,"column":16}],"path":["guarded"],"extensions":{"code":"AUTH_NOT_AUTHENTICATED"}}]}""")]
    [InlineData("subscription { none }", """{"errors":[{"message":"Subscription field must return Async Iterable. Received: undefined.","locations":[{"line":1,"column":16}],"path":["none"]}]}""")]
    [InlineData("subscription($f: Int!) { ticks(from: $f) { n } }", """{"errors":[{"message":"Variable \"$f\" of required type \"Int!\" was not provided.","locations":[{"line":1,"column":14}]}]}""")]
    public async Task What_keeps_a_stream_from_opening_is_a_request_error(string document, string expected)
    {
        var world = new World();
        using var response = (Response)await world.Executor.ExecuteAsync(Run.Request(document, null, world.Services), TestContext.Current.CancellationToken);
        response.Kind.Should().Be(ResponseKind.RequestError);
        Encoding.UTF8.GetString(response.Body.Span).Should().Be(expected);
    }

    [Fact]
    public async Task A_source_that_fails_says_so_and_ends()
    {
        var world = new World();
        var stream = await world.SubscribeAsync("subscription { ticks { n } }");
        world.Send(1);
        world.Events.Writer.Complete(new GraphQLException("torn"));
        (await ReadAsync(stream)).Should().Equal(
            """{"data":{"ticks":{"n":1}}}""",
            """{"errors":[{"message":"torn","locations":[{"line":1,"column":16}],"path":["ticks"]}]}""");
    }

    [Fact]
    public async Task A_stream_outlives_the_time_of_a_single_answer()
    {
        var world = new World(EngineOptions.Reference with { ExecutionTimeout = TimeSpan.FromMilliseconds(50) });
        var stream = await world.SubscribeAsync("subscription { ticks { n } }");
        var reading = ReadAsync(stream);
        await Task.Delay(150, TestContext.Current.CancellationToken);
        world.Send(1);
        world.Events.Writer.Complete();
        (await reading).Should().Equal("""{"data":{"ticks":{"n":1}}}""");
    }

    private static async Task<List<string>> ReadAsync(ResponseStream stream)
    {
        var answers = new List<string>();
        await foreach (var response in stream.Responses)
        {
            using (response)
            {
                answers.Add(Encoding.UTF8.GetString(response.Body.Span));
            }
        }

        return answers;
    }

    private sealed class Unit(World world)
    {
        public int Number { get; } = world.NextUnit();
    }

    /// <summary>Has room for so many runs.</summary>
    private sealed class Purse(int runs) : ICostBudget
    {
        public int Left { get; set; } = runs;

        public TimeSpan? Reserve(CostClient client, double cost) => Left > 0 && Left-- > 0 ? null : TimeSpan.FromMilliseconds(5);

        public void Return(CostClient client, double cost)
        {
        }

        public CostBudgetStatus Status(CostClient client) => default;
    }

    private sealed class World
    {
        private int _units;

        public World(EngineOptions? options = null, ICostBudget? budget = null)
        {
            Services = new ServiceCollection().AddSingleton(this).AddScoped<Unit>().BuildServiceProvider();
            var schema = Run.Schema(
                "type Query { x: Int } type Subscription { ticks(from: Int = 0): Tick refused: Int none: Int guarded: Int } type Tick { n: Int unit: Int late: Int must: Int! }",
                ("Subscription.ticks", Run.Sync(c => (From: (int)c.Argument(0).Value!, N: (int)c.EventMessage!))),
                ("Tick.n", Run.Sync(c => ((int From, int N))c.Source! is var (from, n) ? from + n : 0)),
                ("Tick.unit", Run.Sync(c => c.Service<Unit>().Number)),
                ("Tick.late", Run.Async(async c =>
                {
                    await Task.Yield();
                    return ((ValueTuple<int, int>)c.Source!).Item2;
                })),
                ("Tick.must", Run.Sync(c => ((ValueTuple<int, int>)c.Source!).Item2 is var n && n == 13 ? throw new GraphQLException("unlucky") : n)));
            var fields = schema.SubscriptionType!.Fields;
            fields["ticks"].Subscribe = c =>
            {
                Aborted = c.RequestAborted;
                return new ValueTask<IAsyncEnumerable<object?>>(ReadAsync());
            };
            fields["refused"].Subscribe = c =>
            {
                Aborted = c.RequestAborted;
                throw new GraphQLException("no such topic");
            };
            fields["guarded"] = new OutputField("guarded", fields["guarded"].Type)
            {
                Authorize = [new AuthorizeRule(null, [])],
                Subscribe = _ => throw new InvalidOperationException("It must not come to this."),
            };
            Executor = Engine.Create(schema, options ?? EngineOptions.Reference, budget: budget);
        }

        public Channel<int> Events { get; } = Channel.CreateUnbounded<int>();

        public IServiceProvider Services { get; }

        public RequestExecutor Executor { get; }

        public CancellationToken? Aborted { get; private set; }

        public bool IsEnded { get; private set; }

        public int NextUnit() => ++_units;

        public void Send(params ReadOnlySpan<int> events)
        {
            foreach (var n in events)
            {
                Events.Writer.TryWrite(n);
            }
        }

        public async Task<ResponseStream> SubscribeAsync(string document, CancellationToken? cancellationToken = null) =>
            (ResponseStream)await Executor.ExecuteAsync(Run.Request(document, null, Services), cancellationToken ?? TestContext.Current.CancellationToken);

        private async IAsyncEnumerable<object?> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            try
            {
                await foreach (var n in Events.Reader.ReadAllAsync(cancellationToken))
                {
                    yield return n;
                }
            }
            finally
            {
                IsEnded = true;
            }
        }
    }
}
