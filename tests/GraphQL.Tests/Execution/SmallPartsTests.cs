using Exams.GraphQL.Execution;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>Parts that larger tests pass by.</summary>
public sealed class SmallPartsTests
{
    [Fact]
    public async Task Objects_nest_as_deeply_as_documents_may()
    {
        var schema = Run.Schema("type Query { t: T } type T { t: T n: Int! }", ("Query.t", Run.Sync(_ => 1)), ("T.t", Run.Sync(_ => 1)), ("T.n", Run.Sync(_ => null)));
        var opened = string.Concat(Enumerable.Repeat("{ t ", 60));

        var text = await Run.TextAsync(Engine.Create(schema, EngineOptions.Reference), $"{opened}{{ n }}{new string('}', 60)}");

        text.Should().EndWith($"\"data\":{string.Concat(Enumerable.Repeat("{\"t\":", 60))}null{new string('}', 60)}}}");
    }

    [Fact]
    public async Task An_answer_waits_for_what_its_services_still_have_to_do()
    {
        var slow = new Slow();
        await using var services = new ServiceCollection().AddScoped(_ => slow).BuildServiceProvider();
        var schema = Run.Schema("type Query { x: Int }", ("Query.x", Run.Sync(c => c.Service<Slow>().One)));

        var text = await Run.TextAsync(Engine.Create(schema, EngineOptions.Public), "{ x }", null, services);

        text.Should().Be("""{"data":{"x":1}}""");
        slow.IsDisposed.Should().BeTrue();
    }

    [Fact]
    public async Task Asking_for_a_cost_is_no_error_and_being_refused_for_it_is_one()
    {
        var schema = Run.Schema("type Query { x: T } type T { y: Int }", ("Query.x", Run.Sync(_ => 1)), ("T.y", Run.Sync(_ => 1)));
        var executor = Engine.Create(schema, EngineOptions.Public with { MaxFieldCost = 0.5 });

        using var asked = (Response)await Engine.Create(schema, EngineOptions.Public).ExecuteAsync(Costing(CostMode.Validate), TestContext.Current.CancellationToken);
        using var refused = (Response)await executor.ExecuteAsync(Costing(CostMode.Silent), TestContext.Current.CancellationToken);

        asked.HasErrors.Should().BeFalse();
        refused.HasErrors.Should().BeTrue();
    }

    [Fact]
    public async Task What_grows_after_it_was_pushed_out_of_the_cache_is_not_counted()
    {
        var executor = Engine.Create(Run.Schema("type Query { x: Int }", ("Query.x", Run.Sync(_ => 1))), EngineOptions.Reference with { MaxCachedDocuments = 1 });
        await Run.TextAsync(executor, "{ a: x }");
        executor.Cache.TryFind("{ a: x }"u8, out var first).Should().BeTrue();
        await Run.TextAsync(executor, "{ b: x }");
        await Run.TextAsync(executor, "{ c: x }");
        executor.Cache.TryFind("{ a: x }"u8, out _).Should().BeFalse();
        var before = executor.Cache.Bytes;

        executor.Cache.Grow(first!, 500_000);

        executor.Cache.Bytes.Should().Be(before);
    }

    [Fact]
    public async Task A_scalar_that_parses_carelessly_is_not_quoted_to_clients()
    {
        var schema = SchemaBuilder.FromSdl("scalar Day type Query { x(on: Day): Int }", new SdlOptions { Scalars = new Dictionary<string, ScalarType> { ["Day"] = new CarelessType() } });

        var text = await Run.TextAsync(Engine.Create(schema, EngineOptions.Reference), """{ x(on: "soon") }""");

        text.Should().Be("""{"errors":[{"message":"Expected value of type \"Day\", found \"soon\".","locations":[{"line":1,"column":9}]}]}""");
    }

    private static OperationRequest Costing(CostMode mode) =>
        new() { Document = "{ x { y } }"u8.ToArray(), Services = Run.NoServices.Instance, Cost = mode };

    private sealed class Slow : IAsyncDisposable
    {
        public int One { get; } = 1;

        public bool IsDisposed { get; private set; }

        public async ValueTask DisposeAsync()
        {
            await Task.Delay(50);
            IsDisposed = true;
        }
    }

    private sealed class CarelessType() : ScalarType("Day")
    {
        public override object? CoerceLiteral(IValueNode literal) => DateOnly.Parse(((StringValueNode)literal).Value, System.Globalization.CultureInfo.InvariantCulture);

        public override object? CoerceVariable(System.Text.Json.JsonElement value) => null;

        public override void WriteResult(object value, JsonBuffer json) => json.WriteNull();

        public override IValueNode ParseResult(object? resultValue) => NullValueNode.Default;
    }
}
