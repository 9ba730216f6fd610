using System.Collections.Concurrent;
using System.Text;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>Operations as a whole: which runs, in which order, with which services, and how they end early.</summary>
public sealed class OperationTests
{
    [Fact]
    public async Task Mutations_run_one_after_the_other_to_the_last_value_below()
    {
        var log = new ConcurrentQueue<string>();
        var schema = Run.Schema(
            "type Query { x: Int } type Mutation { step(n: Int!, fail: Boolean): Step must(n: Int!): Int! } type Step { after: Int }",
            ("Mutation.step", Run.Async(async c =>
            {
                log.Enqueue($"begin {c.Argument(0).Value}");
                await Task.Delay(3);
                log.Enqueue($"end {c.Argument(0).Value}");
                return c.Argument(1).Value is true ? throw new InvalidOperationException("no") : c.Argument(0).Value;
            })),
            ("Mutation.must", Run.Async(async c =>
            {
                log.Enqueue($"must {c.Argument(0).Value}");
                await Task.Yield();
                return (int)c.Argument(0).Value! > 1 ? null : c.Argument(0).Value;
            })),
            ("Step.after", Run.Async(async c =>
            {
                await Task.Delay(3);
                log.Enqueue($"below {c.Source}");
                return c.Source;
            })));
        var executor = Engine.Create(schema, EngineOptions.Reference);
        (await Run.TextAsync(executor, "mutation { a: step(n: 1) { after } b: step(n: 2, fail: true) { after } c: step(n: 3) { after } __typename }")).Should().Be(
            """{"errors":[{"message":"no","locations":[{"line":1,"column":36}],"path":["b"]}],"data":{"a":{"after":1},"b":null,"c":{"after":3},"__typename":"Mutation"}}""");
        log.Should().Equal("begin 1", "end 1", "below 1", "begin 2", "end 2", "begin 3", "end 3", "below 3");

        log.Clear();
        (await Run.TextAsync(executor, "mutation { a: must(n: 1) b: must(n: 2) c: must(n: 3) }")).Should().EndWith("\"data\":null}");
        log.Should().Equal("must 1", "must 2");
    }

    [Theory]
    [InlineData("query A { x } query B { y: x }", "B", """{"data":{"y":1}}""")]
    [InlineData("query A { x } query B { y: x }", null, """{"errors":[{"message":"Must provide operation name if query contains multiple operations."}]}""")]
    [InlineData("query A { x }", "C", """{"errors":[{"message":"Unknown operation named \"C\"."}]}""")]
    [InlineData("fragment F on Query { x }", null, """{"errors":[{"message":"Fragment \"F\" is never used.","locations":[{"line":1,"column":1}]}]}""")]
    [InlineData("{ x", null, """{"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":4}]}]}""")]
    [InlineData("mutation { x }", null, """{"errors":[{"message":"Schema is not configured to execute mutation operation.","locations":[{"line":1,"column":1}]}],"data":null}""")]
    public async Task The_operation_is_found_by_its_name(string document, string? name, string expected)
    {
        var executor = Engine.Create(Run.Schema("type Query { x: Int }", ("Query.x", Run.Sync(_ => 1))), EngineOptions.Reference);
        var request = new OperationRequest { Document = Encoding.UTF8.GetBytes(document), OperationName = name, Services = Run.NoServices.Instance };
        (await Run.TextAsync(executor, request, TestContext.Current.CancellationToken)).Should().Be(expected);
        (await Run.TextAsync(executor, request, TestContext.Current.CancellationToken)).Should().Be(expected, "the second answer comes from the cache");
    }

    [Fact]
    public async Task A_transport_may_refuse_kinds_of_operations()
    {
        var ran = false;
        var executor = Engine.Create(Run.Schema("type Query { x: Int } type Mutation { y: Int }", ("Mutation.y", Run.Sync(_ => ran = true))), EngineOptions.Reference);
        using var response = (Response)await executor.ExecuteAsync(
            new OperationRequest { Document = "mutation { y }"u8.ToArray(), Services = Run.NoServices.Instance, Allowed = AllowedOperations.Query },
            TestContext.Current.CancellationToken);
        response.Kind.Should().Be(ResponseKind.OperationNotAllowed);
        ran.Should().BeFalse();
    }

    [Fact]
    public async Task A_cancelled_request_stops_within_a_tenth_of_a_second()
    {
        using var gone = new CancellationTokenSource();
        var noticed = new TaskCompletionSource();
        var schema = Run.Schema("type Query { polite: Int deaf: Int }",
            ("Query.polite", Run.Async(async c =>
            {
                c.RequestAborted.Register(noticed.SetResult);
                await Task.Delay(Timeout.Infinite, c.RequestAborted);
                return 1;
            })),
            ("Query.deaf", Run.Async(async _ =>
            {
                await Task.Delay(10_000, CancellationToken.None);
                return 1;
            })));
        var running = Engine.Create(schema, EngineOptions.Reference).ExecuteAsync(Run.Request("{ polite deaf }"), gone.Token).AsTask();
        await Task.Delay(20, TestContext.Current.CancellationToken);
        var since = TimeProvider.System.GetTimestamp();
        await gone.CancelAsync();
        await running.Invoking(async r => await r).Should().ThrowAsync<OperationCanceledException>();
        await noticed.Task;
        TimeProvider.System.GetElapsedTime(since).Should().BeLessThan(TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public async Task A_request_whose_time_is_up_says_so()
    {
        var schema = Run.Schema("type Query { x: Int }", ("Query.x", Run.Async(async _ =>
        {
            await Task.Delay(10_000);
            return 1;
        })));
        var executor = Engine.Create(schema, EngineOptions.Reference with { ExecutionTimeout = TimeSpan.FromMilliseconds(30) });
        (await Run.TextAsync(executor, "{ x }")).Should().Be(
            """{"errors":[{"message":"The request exceeded the configured timeout of `00:00:00.0300000`.","extensions":{"code":"HC0045"}}],"data":null}""");
    }

    [Fact]
    public async Task A_long_list_notices_that_nobody_waits()
    {
        using var gone = new CancellationTokenSource();
        static IEnumerable<int> Endless(CancellationTokenSource gone)
        {
            for (var i = 0; ; i++)
            {
                if (i == 1_000)
                {
                    gone.Cancel();
                }

                yield return i;
            }
        }

        var schema = Run.Schema("type Query { all: [Int] }", ("Query.all", Run.Sync(_ => Endless(gone))));
        var executor = Engine.Create(schema, EngineOptions.Reference);
        await executor.Invoking(async e => await e.ExecuteAsync(Run.Request("{ all }"), gone.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Each_field_of_a_query_has_services_of_its_own_and_a_mutation_those_of_the_request()
    {
        var services = new ServiceCollection().AddScoped<Unit>().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var seen = new ConcurrentBag<Unit>();
        FieldResolver Take() => Run.Sync(c =>
        {
            seen.Add(c.Service<Unit>());
            c.Service<Unit>().Should().BeSameAs(c.Service<Unit>());
            return 1;
        });
        var schema = Run.Schema("type Query { a: Int none: Int } type Mutation { a: Int }", ("Query.a", Take()), ("Mutation.a", Take()), ("Query.none", Run.Sync(_ => 1)));
        var executor = Engine.Create(schema, EngineOptions.Reference);

        await Run.TextAsync(executor, "{ a b: a none }", null, scope.ServiceProvider);
        seen.Distinct().Should().HaveCount(2).And.OnlyContain(u => u.IsDisposed);

        seen.Clear();
        await Run.TextAsync(executor, "mutation { a b: a }", null, scope.ServiceProvider);
        seen.Distinct().Should().ContainSingle().Which.Should().BeSameAs(scope.ServiceProvider.GetRequiredService<Unit>());
        seen.Should().OnlyContain(u => !u.IsDisposed);
    }

    [Fact]
    public async Task A_context_is_of_no_use_when_the_response_is_finished()
    {
        IResolverContext? kept = null;
        var schema = Run.Schema("type Query { x: Int }", ("Query.x", Run.Sync(c =>
        {
            kept = c;
            c.Path.Should().Equal("y");
            return 1;
        })));
        await Run.TextAsync(Engine.Create(schema, EngineOptions.Reference), "{ y: x }");
        kept.Invoking(c => c!.User).Should().Throw<ObjectDisposedException>();
        kept.Invoking(c => c!.Services).Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public async Task A_resolver_learns_what_is_selected_below_it()
    {
        var schema = Run.Schema("type Query { page: Page } type Page { total: Int items: [Int] }",
            ("Query.page", Run.Sync(c => new Dictionary<string, object?> { ["total"] = c.IsSelected("total") ? 1 : 0, ["items"] = c.IsSelected("items") ? new[] { 1 } : null })));
        var executor = Engine.Create(schema, EngineOptions.Reference);
        (await Run.TextAsync(executor, "{ page { t: total } }")).Should().Be("""{"data":{"page":{"t":1}}}""");
        (await Run.TextAsync(executor, "{ page { ...F } } fragment F on Page { ... { items total @skip(if: true) } }")).Should().Be("""{"data":{"page":{"items":[1]}}}""");
        (await Run.TextAsync(executor, "query($s: Boolean!) { page { total @skip(if: $s) __typename } }", new { s = true })).Should().Be("""{"data":{"page":{"__typename":"Page"}}}""");
        (await Run.TextAsync(executor, "query($s: Boolean!) { page { total @skip(if: $s) __typename } }", new { s = false })).Should().Be("""{"data":{"page":{"total":1,"__typename":"Page"}}}""");
    }

    private sealed class Unit : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
