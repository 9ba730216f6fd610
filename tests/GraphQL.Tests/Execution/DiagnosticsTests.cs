using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Execution.Batches;
using Exams.GraphQL.Execution.Diagnostics;
using Exams.GraphQL.Tests.Http;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>Tests of what the process as a whole is told run alone.</summary>
[CollectionDefinition(nameof(Diagnostics), DisableParallelization = true)]
public class Diagnostics;

/// <summary>Spans and numbers, for those who listen.</summary>
[Collection(nameof(Diagnostics))]
public sealed class DiagnosticsTests
{
    private const string Asked = "query Heroes($secret: String) { hero(name: $secret) { id name friends } }";

    [Fact]
    public async Task A_request_is_a_span_with_one_for_each_thing_that_is_done()
    {
        using var heard = new Spans();
        await Run.TextAsync(Executor(), Asked, new { secret = "pa55word" });

        heard.Names.Should().Equal("graphql.parse", "graphql.validate", "graphql.compile", "graphql.execute", "graphql.request");
        var request = heard.All[^1];
        heard.All.SkipLast(1).Select(span => span.ParentId).Should().OnlyContain(parent => parent == request.Id);
        request.DisplayName.Should().Be("query");
        request.Status.Should().Be(ActivityStatusCode.Unset);
        request.TagObjects.Should().BeEquivalentTo(new Dictionary<string, object?>
        {
            ["graphql.operation.type"] = "query",
            ["graphql.operation.name"] = "Heroes",
            ["graphql.document.hash"] = "sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Asked))),
            ["graphql.response.kind"] = "Executed",
            ["graphql.error.count"] = 0,
        });
    }

    [Fact]
    public async Task What_was_done_before_is_not_done_again()
    {
        var executor = Executor();
        await Run.TextAsync(executor, Asked);
        using var heard = new Spans();
        await Run.TextAsync(executor, Asked);
        heard.Names.Should().Equal("graphql.execute", "graphql.request");
    }

    [Fact]
    public async Task A_response_in_several_pieces_is_a_stream_without_errors()
    {
        var executor = Engine.Create(
            SchemaBuilder.FromSdl("type Query { a: String }", new SdlOptions { IncrementalDelivery = true, Resolver = (_, _) => Run.Sync(_ => "a") }), EngineOptions.Public);
        using var heard = new Spans();
        using var numbers = new Numbers();
        await InParts.AllAsync(executor, "query Q { a ... @defer { b: a } }");

        var request = heard.All.Single(span => span.OperationName == "graphql.request");
        request.Status.Should().Be(ActivityStatusCode.Unset);
        request.GetTagItem("graphql.response.kind").Should().Be("Stream");
        request.GetTagItem("graphql.error.count").Should().Be(0);
        numbers.Of("graphql.errors").Should().BeEmpty();
        var execution = heard.All.Single(span => span.OperationName == "graphql.execute");
        execution.GetTagItem("graphql.operation.type").Should().Be("query");
        execution.GetTagItem("graphql.error.count").Should().Be(0);
    }

    [Fact]
    public async Task A_request_of_which_nothing_came_says_why()
    {
        var executor = Engine.Create(Run.Schema("type Query { never: String }", ("Query.never", Run.Async(async c =>
        {
            await Task.Delay(Timeout.Infinite, c.RequestAborted);
            return null;
        }))), EngineOptions.Public);
        using var heard = new Spans();
        using var numbers = new Numbers();
        using var client = new CancellationTokenSource();
        var asking = executor.ExecuteAsync(Run.Request("{ never }"), client.Token);
        await client.CancelAsync();
        await FluentActions.Awaiting(() => asking.AsTask()).Should().ThrowAsync<OperationCanceledException>();

        var request = heard.All.Single(span => span.OperationName == "graphql.request");
        request.Status.Should().Be(ActivityStatusCode.Error);
        request.GetTagItem("error.type").Should().Be(typeof(OperationCanceledException).FullName);
        numbers.Of("graphql.request.duration").Should().ContainSingle().Which.Tags["graphql.response.kind"].Should().BeNull();
    }

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    public async Task The_name_of_an_operation_is_told_up_to_a_hundred_characters(int length)
    {
        using var heard = new Spans();
        await Run.TextAsync(Executor(), $"query {new string('n', length)} {{ hero {{ id }} }}");

        heard.All[^1].GetTagItem("graphql.operation.name").Should().Be(new string('n', Math.Min(length, 100)));
    }

    [Fact]
    public async Task Kinds_of_operations_are_told_in_the_words_of_the_specification()
    {
        var executor = Engine.Create(
            Run.Schema("type Query { a: String } type Mutation { a: String }", ("Query.a", Run.Sync(_ => "a")), ("Mutation.a", Run.Sync(_ => "a"))), EngineOptions.Public);
        using var heard = new Spans();
        await Run.TextAsync(executor, "mutation { a }");
        await Run.TextAsync(executor, "query A { a } query B { a }");

        heard.All.Where(span => span.OperationName == "graphql.execute").Select(span => span.GetTagItem("graphql.operation.type")).Should().Equal("mutation");
        heard.All.Where(span => span.OperationName == "graphql.request").Select(span => span.DisplayName).Should().Equal("mutation", "graphql.request");
    }

    [Theory]
    [InlineData("{ nope(password: \"pa55word\") }", "RequestError", 1)]
    [InlineData("{ \"pa55word\"", "SyntaxError", 1)]
    [InlineData("{ a: boom b: boom }", "Executed", 2)]
    public async Task What_went_wrong_is_counted_and_nothing_of_it_is_told(string document, string kind, int errors)
    {
        using var heard = new Spans();
        using var numbers = new Numbers();
        await Run.TextAsync(Executor(), document, new { secret = "pa55word" });

        var request = heard.All[^1];
        request.GetTagItem("graphql.response.kind").Should().Be(kind);
        request.GetTagItem("graphql.error.count").Should().Be(errors);
        request.Status.Should().Be(ActivityStatusCode.Error);
        numbers.Sum("graphql.errors").Should().Be(errors);
        string.Join('\n', heard.All.Select(Told)).Should().NotContain("pa55word").And.NotContain("nope").And.NotContain("secret words");
    }

    [Fact]
    public async Task A_batch_is_a_span_below_the_execution_and_its_keys_are_counted()
    {
        var services = new ServiceCollection().BuildServiceProvider();
        using var heard = new Spans();
        using var numbers = new Numbers();
        await Run.TextAsync(Executor(), "{ a: loaded(id: 1) b: loaded(id: 2) c: loaded(id: 1) }", services: services);

        var batch = heard.All.Single(span => span.OperationName == "graphql.batch");
        batch.ParentId.Should().Be(heard.All.Single(span => span.OperationName == "graphql.execute").Id);
        batch.GetTagItem("graphql.batch.loader").Should().Be(nameof(Doubles));
        batch.GetTagItem("graphql.batch.size").Should().Be(2);
        numbers.Sum("graphql.batch.size").Should().Be(2);
    }

    [Fact]
    public async Task Durations_and_documents_are_counted()
    {
        using var numbers = new Numbers();
        var executor = Executor();
        for (var i = 0; i < 3; i++)
        {
            await Run.TextAsync(executor, Asked);
        }

        numbers.Of("graphql.request.duration").Should().HaveCount(3).And.OnlyContain(one => one.Tags["graphql.operation.type"]!.Equals("query"));
        numbers.Of("graphql.documents").Select(one => one.Tags["graphql.cache.result"]).Should().Equal("miss", "hit", "hit");
    }

    [Fact]
    public async Task Subscriptions_and_sockets_are_counted_while_they_last()
    {
        using var numbers = new Numbers();
        await using var served = await ServedSchema.StartAsync();
        using (var client = await SocketClient.ReadyAsync(served))
        {
            await client.SubscribeAsync("1", "subscription { events }");
            await served.Listening.Task.WaitAsync(TestContext.Current.CancellationToken);
            (numbers.Sum("graphql.sockets.active"), numbers.Sum("graphql.subscriptions.active")).Should().Be((1, 1));
        }

        for (var i = 0; i < 100 && (numbers.Sum("graphql.sockets.active"), numbers.Sum("graphql.subscriptions.active")) != (0, 0); i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        (numbers.Sum("graphql.sockets.active"), numbers.Sum("graphql.subscriptions.active")).Should().Be((0, 0));
    }

    [Fact]
    public async Task A_subscription_that_does_not_open_is_not_counted()
    {
        using var numbers = new Numbers();
        var schema = Run.Schema("type Query { x: Int } type Subscription { closed: Int }");

        (await Run.TextAsync(Engine.Create(schema, EngineOptions.Reference), "subscription { closed }")).Should().Contain("must return Async Iterable");

        numbers.Of("graphql.subscriptions.active").Should().BeEmpty();
    }

    [Fact]
    public void Nobody_pays_while_nobody_listens()
    {
        var executor = Executor();
        var request = Run.Request("{ hero { id name friends } }");
        void Ask(int times)
        {
            for (var i = 0; i < times; i++)
            {
                var running = executor.ExecuteAsync(request);
                using var response = (Response)(running.IsCompletedSuccessfully ? running.Result : throw new InvalidOperationException("It waits."));
            }
        }

        long Allocated()
        {
            Ask(2_000);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Ask(1_000);
            return (GC.GetAllocatedBytesForCurrentThread() - before) / 1_000;
        }

        Allocated().Should().BeLessThanOrEqualTo(200);
        using (new Spans())
        {
            Allocated().Should().BeGreaterThan(200, "the same with a listener, which shows that this test can tell");
        }

        Allocated().Should().BeLessThanOrEqualTo(200);
    }

    private static string Told(Activity span) => $"{span.OperationName} {span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {span.Events.Count()}";

    private static RequestExecutor Executor()
    {
        var hero = new Hero("1", "Ann", "Ben");
        return Engine.Create(
            Run.Schema(
                "type Query { hero(name: String): Hero boom: Int loaded(id: Int!): Int } type Hero { id: ID name: String friends: String }",
                ("Query.hero", new PropertyResolver(_ => hero)),
                ("Hero.id", new PropertyResolver(h => ((Hero)h).Id)),
                ("Hero.name", new PropertyResolver(h => ((Hero)h).Name)),
                ("Hero.friends", new PropertyResolver(h => ((Hero)h).Friends)),
                ("Query.boom", Run.Sync(_ => throw new InvalidOperationException("secret words"))),
                ("Query.loaded", Run.Async(async c => await c.Service<Doubles>().LoadAsync((int)c.Argument(0).Value!)))),
            EngineOptions.Public);
    }

    private sealed record Hero(string Id, string Name, string Friends);

    private sealed class Doubles(IBatchScheduler scheduler) : BatchDataLoader<int, int>(scheduler, new DataLoaderOptions())
    {
        protected override Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<int, int>>(keys.ToDictionary(key => key, key => key * 2));
    }

    /// <summary>Hears all spans of the engine.</summary>
    private sealed class Spans : IDisposable
    {
        private readonly ActivityListener _listener;

        public Spans()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == EngineDiagnostics.Name,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = span =>
                {
                    lock (All)
                    {
                        All.Add(span);
                    }
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public List<Activity> All { get; } = [];

        public IEnumerable<string> Names => All.Select(span => span.OperationName);

        public void Dispose() => _listener.Dispose();
    }

    /// <summary>Hears all numbers of the engine.</summary>
    private sealed class Numbers : IDisposable
    {
        private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> _heard = new();
        private readonly MeterListener _listener = new();

        public Numbers()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == EngineDiagnostics.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<double>(Hear);
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, state) => Hear(instrument, value, tags, state));
            _listener.SetMeasurementEventCallback<int>((instrument, value, tags, state) => Hear(instrument, value, tags, state));
            _listener.Start();
        }

        public IEnumerable<(string Name, double Value, Dictionary<string, object?> Tags)> Of(string name) => _heard.Where(one => one.Name == name);

        public double Sum(string name) => Of(name).Sum(one => one.Value);

        public void Dispose() => _listener.Dispose();

        private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
            _heard.Enqueue((instrument.Name, value, new Dictionary<string, object?>(tags.ToArray())));
    }
}
