using System.Threading.Channels;
using Exams.GraphQL.Authorization;
using Exams.GraphQL.Configuration;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Execution.Batches;
using Exams.GraphQL.Tests.Execution;
using Exams.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Tests.Surface;

/// <summary><c>@defer</c> and <c>@stream</c> over a schema of classes: streams of C#, services, data loaders, authorization.</summary>
public sealed class StreamedListTests
{
    [Fact]
    public async Task Items_of_a_stream_come_as_the_source_brings_them()
    {
        await using var server = Server();
        var source = server.Services.GetRequiredService<Source>();
        await using var scope = server.Services.CreateAsyncScope();
        source.Ticks.Writer.TryWrite(1);
        await using var parts = await InParts.AskAsync(await server.Executor(), "{ ticks @stream(initialCount: 1) }", null, scope.ServiceProvider);

        (await parts.NextAsync()).Should().Be("""{"data":{"ticks":[1]},"pending":[{"id":"0","path":["ticks"]}],"hasNext":true}""");
        var next = parts.NextAsync();
        next.IsCompleted.Should().BeFalse();
        source.Ticks.Writer.TryWrite(2);
        (await next).Should().Be("""{"hasNext":true,"incremental":[{"id":"0","items":[2]}]}""");
        source.Ticks.Writer.Complete();
        (await parts.NextAsync()).Should().Be("""{"hasNext":false,"completed":[{"id":"0"}]}""");
        source.Ended.Should().Be(1);
    }

    [Fact]
    public async Task A_source_that_nobody_reads_any_more_is_ended()
    {
        await using var server = Server();
        var source = server.Services.GetRequiredService<Source>();
        await using var scope = server.Services.CreateAsyncScope();
        await using (var parts = await InParts.AskAsync(await server.Executor(), "{ ticks @stream }", null, scope.ServiceProvider))
        {
            await parts.NextAsync();
        }

        source.Ended.Should().Be(0, "it was never begun");
        var again = await InParts.AskAsync(await server.Executor(), "{ ticks @stream }", null, scope.ServiceProvider);
        await again.NextAsync();
        source.Ticks.Writer.TryWrite(1);
        await again.NextAsync();
        await again.DisposeAsync();
        for (var i = 0; i < 100 && source.Ended == 0; i++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        source.Ended.Should().Be(1);
    }

    [Fact]
    public async Task A_source_that_breaks_ends_its_list_with_an_error()
    {
        await using var server = Server();
        var source = server.Services.GetRequiredService<Source>();
        source.Ticks.Writer.TryWrite(1);
        source.Ticks.Writer.Complete(new GraphQLException("The source broke."));
        await using var scope = server.Services.CreateAsyncScope();

        var all = await InParts.AllAsync(await server.Executor(), "{ ticks @stream }", null, scope.ServiceProvider);

        string.Concat(all).Should().Contain("\"items\":[1]").And.Contain("""{"id":"0","errors":[{"message":"The source broke.","locations":[{"line":1,"column":3}],"path":["ticks"]}]}""");
    }

    [Fact]
    public async Task Parts_of_one_level_make_one_batch_whatever_the_timing()
    {
        await using var server = Server();
        var executor = await server.Executor();
        for (var run = 0; run < 300; run++)
        {
            await using var scope = server.Services.CreateAsyncScope();
            var batches = server.Services.GetRequiredService<Source>().Batches;
            batches.Clear();
            var all = await InParts.AllAsync(executor, "{ people { ... @defer { friend { name } } } }", null, scope.ServiceProvider);

            batches.Should().Equal("1,2,3,4,5,6,7,8,9,10");
            string.Concat(all).Split("\"completed\"").Length.Should().BeGreaterThan(1);
        }
    }

    [Fact]
    public async Task Items_read_together_make_one_batch()
    {
        await using var server = Server();
        await using var scope = server.Services.CreateAsyncScope();

        await InParts.AllAsync(await server.Executor(), "{ people @stream(initialCount: 2) { friend { name } } }", null, scope.ServiceProvider);

        server.Services.GetRequiredService<Source>().Batches.Should().Equal("1,2", "3,4,5,6,7,8,9,10");
    }

    [Fact]
    public async Task A_slow_part_does_not_hold_back_the_batches_of_others()
    {
        await using var server = Server();
        await using var scope = server.Services.CreateAsyncScope();
        await using var parts = await InParts.AskAsync(
            await server.Executor(), "{ ... @defer { stuck } people @stream { friend { name } } }", null, scope.ServiceProvider);
        await parts.NextAsync();

        (await parts.NextAsync()).Should().Contain("\"items\":[");
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("officer", false)]
    public async Task What_is_put_off_is_guarded_like_anything_else(string? user, bool isRefused)
    {
        await using var server = Server();
        await using var scope = server.Services.CreateAsyncScope();
        var request = new OperationRequest
        {
            Document = System.Text.Encoding.UTF8.GetBytes("{ ... @defer { desk } }"),
            Services = scope.ServiceProvider,
            AllowIncremental = true,
            User = new(user is null ? new System.Security.Claims.ClaimsIdentity() : new([new(System.Security.Claims.ClaimTypes.Role, user)], "test")),
        };
        await using var parts = await InParts.AskAsync(await server.Executor(), request, TestContext.Current.CancellationToken);
        await parts.NextAsync();

        (await parts.NextAsync()).Should().Contain(isRefused ? "AUTH_NOT_AUTHENTICATED" : "\"data\":{\"desk\":\"desk\"}");
    }

    [Fact]
    public async Task Services_live_until_the_last_part_is_read()
    {
        await using var server = Server();
        await using var scope = server.Services.CreateAsyncScope();

        var all = await InParts.AllAsync(await server.Executor(), "{ a: unit ... @defer { b: unit } people @stream { c: unit } }", null, scope.ServiceProvider);

        string.Concat(all).Should().NotContain("gone").And.Contain("\"a\":\"alive\"").And.Contain("\"b\":\"alive\"").And.Contain("\"c\":\"alive\"");
        server.Services.GetRequiredService<Source>().Units.Should().Be(0);
    }

    private static TestServer Server() => new(
        services => services.AddSingleton<Source>().AddScoped<Unit>().AddAuthorization(),
        schema => schema.AddTypes(typeof(Query), typeof(PersonFields)).AddAuthorization().ModifyOptions(o => (o.EnableDefer, o.EnableStream) = (true, true)));

    [QueryType]
    public static class Query
    {
        public static async IAsyncEnumerable<int> GetTicks(Source source, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            try
            {
                await foreach (var tick in source.Ticks.Reader.ReadAllAsync(cancellationToken))
                {
                    yield return tick;
                }
            }
            finally
            {
                source.Ended++;
            }
        }

        public static IReadOnlyList<Person> GetPeople() => [.. Enumerable.Range(1, 10).Select(i => new Person(i, $"p{i}"))];

        public static async Task<string> GetStuck(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return "";
        }

        [Authorize(Roles = ["officer"])]
        public static string GetDesk() => "desk";

        public static Task<string> GetUnit(Unit unit) => unit.SayAsync();
    }

    [ExtendObjectType<Person>]
    public static class PersonFields
    {
        public static Task<Person?> GetFriendAsync([Parent] Person person, People people) => people.LoadAsync(person.Id);

        public static Task<string> GetUnit(Unit unit) => unit.SayAsync();
    }

    public sealed record Person(int Id, string Name);

    public sealed class People(IBatchScheduler scheduler, DataLoaderOptions options, Source source) : BatchDataLoader<int, Person>(scheduler, options)
    {
        protected override async Task<IReadOnlyDictionary<int, Person>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            source.Batches.Add(string.Join(',', keys.Order()));
            await Task.Yield();
            return keys.ToDictionary(k => k, k => new Person(k + 1, $"p{k + 1}"));
        }
    }

    public sealed class Source
    {
        public Channel<int> Ticks { get; } = Channel.CreateUnbounded<int>();

        public int Ended { get; set; }

        public List<string> Batches { get; } = [];

        private int _units;

        public int Units => _units;

        public void Count(int by) => Interlocked.Add(ref _units, by);
    }

    public sealed class Unit : IDisposable
    {
        private readonly Source _source;
        private bool _isGone;

        public Unit(Source source)
        {
            _source = source;
            source.Count(1);
        }

        public async Task<string> SayAsync()
        {
            await Task.Delay(2);
            return _isGone ? "gone" : "alive";
        }

        public void Dispose()
        {
            _isGone = true;
            _source.Count(-1);
        }
    }
}
