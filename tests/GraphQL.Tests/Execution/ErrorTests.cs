using Exams.GraphQL.Execution;
using Exams.GraphQL.Types;
using Microsoft.Extensions.Logging;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>What a client reads when a resolver fails, and what it does not.</summary>
public sealed class ErrorTests
{
    [Fact]
    public async Task A_bug_is_unexpected_to_strangers_and_whole_in_the_log()
    {
        var log = new LogBook();
        var executor = Engine.Create(Schema(() => throw new InvalidOperationException("Password of db is 12345")), EngineOptions.Public, log: log);
        var text = await Run.TextAsync(executor, "{ x }");
        text.Should().MatchRegex("""^\{"errors":\[\{"message":"Unexpected error","locations":\[\{"line":1,"column":3\}\],"path":\["x"\],"extensions":\{"traceId":"[0-9a-f]{32}"\}\}\],"data":\{"x":null\}\}$""");
        log.Lines.Should().ContainSingle().Which.Should().Contain("12345").And.Contain(text.Split("traceId\":\"")[1][..32]);
    }

    [Fact]
    public async Task What_a_resolver_says_on_purpose_is_kept()
    {
        var spoken = new GraphQLException(
            ErrorBuilder.New().SetMessage("Closed").SetCode("ENTRIES_CLOSED").SetExtension("deadline", "2026-03-01").SetExtension("rows", new[] { 1, 2 }).Build(),
            ErrorBuilder.New().SetMessage("Also").Build());
        (await Run.TextAsync(Engine.Create(Schema(() => throw spoken), EngineOptions.Public), "{ x }")).Should().Be(
            """{"errors":[{"message":"Closed","locations":[{"line":1,"column":3}],"path":["x"],"extensions":{"code":"ENTRIES_CLOSED","deadline":"2026-03-01","rows":[1,2]}},{"message":"Also","locations":[{"line":1,"column":3}],"path":["x"]}],"data":{"x":null}}""");
    }

    [Fact]
    public async Task Several_failures_in_one_are_several_errors()
    {
        var failed = new AggregateException(new GraphQLException("one"), new AggregateException(new GraphQLException("two")), new CoercionException("three"));
        (await Run.TextAsync(Engine.Create(Schema(() => throw failed), EngineOptions.Public), "{ x }"))
            .Should().Contain("\"one\"").And.Contain("\"two\"").And.Contain("\"three\"");
    }

    [Fact]
    public async Task A_failure_that_holds_none_is_one_all_the_same()
    {
        foreach (var failed in new Exception[] { new AggregateException(), new GraphQLException(Array.Empty<IError>()) })
        {
            (await Run.TextAsync(Engine.Create(Schema(() => throw failed), EngineOptions.Public), "{ x }"))
                .Should().StartWith("{\"errors\":[{\"message\":\"Unexpected error\"").And.EndWith("\"data\":{\"x\":null}}");
        }
    }

    [Fact]
    public async Task Filters_see_every_error_and_have_the_last_word()
    {
        var filter = new Filter();
        var executor = Engine.Create(Schema(() => throw new TimeoutException("db")), EngineOptions.Public, [filter]);
        (await Run.TextAsync(executor, "{ x must }")).Should().Contain("\"code\":\"SEEN\"");
        await Run.TextAsync(executor, "query($a: Int!) { x(a: $a) }");
        filter.Seen.Should().Equal("Unexpected error/TimeoutException", "Cannot return null for non-nullable field Query.must./", "Variable \"$a\" of required type \"Int!\" was not provided./");
    }

    [Fact]
    public async Task A_resolver_may_report_errors_and_still_give_a_value()
    {
        var schema = Run.Schema("type Query { x: [Int] }", ("Query.x", Run.Async(async c =>
        {
            c.ReportError(new GraphQLError("first"));
            await Task.Yield();
            c.ReportError(ErrorBuilder.New().SetMessage("second").SetCode("C").Build());
            return new[] { 1 };
        })));
        (await Run.TextAsync(Engine.Create(schema, EngineOptions.Public), "{ y: x }")).Should().Be(
            """{"errors":[{"message":"first","locations":[{"line":1,"column":3}],"path":["y"]},{"message":"second","locations":[{"line":1,"column":3}],"path":["y"],"extensions":{"code":"C"}}],"data":{"y":[1]}}""");
    }

    [Fact]
    public async Task A_flood_of_errors_is_dammed_for_strangers()
    {
        var schema = Run.Schema("type Query { x: [Int] }", ("Query.x", Run.Sync(_ => Enumerable.Repeat((object)"no number", 5_000))));
        (await Run.TextAsync(Engine.Create(schema, EngineOptions.Public), "{ x }")).Split("\"message\"").Should().HaveCount(201);
        (await Run.TextAsync(Engine.Create(schema, EngineOptions.Reference), "{ x }")).Split("\"message\"").Should().HaveCount(5_001);
    }

    [Fact]
    public async Task Quoted_variables_are_cut_and_their_errors_counted()
    {
        var schema = Run.Schema("type Query { x(a: [Int!]): Int }", ("Query.x", Run.Sync(_ => 1)));
        var variables = new { a = Enumerable.Repeat(new string('z', 10_000), 1_000).ToArray() };
        var text = await Run.TextAsync(Engine.Create(schema, EngineOptions.Public), "query($a: [Int!]) { x(a: $a) }", variables);
        text.Length.Should().BeLessThan(4_000);
        text.Should().Contain("Too many errors processing variables").And.NotContain("data");
        (await Run.TextAsync(Engine.Create(schema, EngineOptions.Reference), "query($a: [Int!]) { x(a: $a) }", variables)).Split("\"message\"").Should().HaveCount(52);
    }

    [Fact]
    public async Task A_message_is_never_longer_than_anybody_reads()
    {
        var executor = Engine.Create(Schema(() => throw new GraphQLException(new string('x', 1_000_000))), EngineOptions.Public);
        (await Run.TextAsync(executor, "{ x }")).Length.Should().BeLessThan(2_200);
    }

    [Fact]
    public async Task A_list_that_breaks_off_is_null_and_says_why()
    {
        static IEnumerable<int> Broken()
        {
            yield return 1;
            throw new GraphQLException("torn");
        }

        var schema = Run.Schema("type Query { x: [Int!] }", ("Query.x", Run.Sync(_ => Broken())));
        (await Run.TextAsync(Engine.Create(schema, EngineOptions.Public), "{ x }")).Should().Be(
            """{"errors":[{"message":"torn","locations":[{"line":1,"column":3}],"path":["x"]}],"data":{"x":null}}""");
    }

    [Fact]
    public async Task What_is_given_up_because_the_client_has_gone_is_no_failure_to_log()
    {
        using var gone = new CancellationTokenSource();
        var log = new LogBook();
        var schema = Run.Schema("type Query { x: Int }", ("Query.x", Run.Async(async context =>
        {
            await gone.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
            return 1;
        })));

        // Nobody reads it.
        (await Run.TextAsync(Engine.Create(schema, EngineOptions.Public, log: log), Run.Request("{ x }"), gone.Token)).Should().Contain("The request was ended.");

        log.Lines.Should().BeEmpty();
    }

    private static Schema Schema(Func<object?> call) =>
        Run.Schema("type Query { x(a: Int): Int must: Int! }", ("Query.x", Run.Sync(_ => call())), ("Query.must", Run.Sync(_ => null)));

    private sealed class Filter : IErrorFilter
    {
        public List<string> Seen { get; } = [];

        public IError OnError(IError error)
        {
            Seen.Add($"{error.Message}/{error.Exception?.GetType().Name}");
            return error.WithCode("SEEN");
        }
    }

    private sealed class LogBook : ILogger<RequestExecutor>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{formatter(state, exception)} {exception}");
    }
}
