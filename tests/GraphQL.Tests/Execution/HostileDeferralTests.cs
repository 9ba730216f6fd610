using System.Diagnostics;
using System.Text;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>Documents that put off as much as they can: the process lives, and nobody waits long.</summary>
public sealed class HostileDeferralTests
{
    private const string Sdl = "type Query { a: Int q: Query! list: [Query!]! wide: [Query!]! }";

    // A tenth is enough where many changes to the engine are tried one after the other.
    private static readonly int Share = Environment.GetEnvironmentVariable("PROPERTY_RUNS") is null ? 1 : 10;

    public static TheoryData<string, string> Documents => new()
    {
        { "three thousand fragments at one object", $"{{ {Repeat(3_000 / Share, i => "...@defer{a}")} }}" },
        { "three thousand fragments with fields of their own", $"{{ {Repeat(2_000 / Share, i => $"...@defer{{a{i}:a}}")} }}" },
        { "fragments in fragments", Nested(90, "...@defer{", "a", "}") },
        { "fragments in fields in fragments", Nested(45, "...@defer{q{", "a", "}}") },
        { "one fragment put off a thousand times", $"{{ {Repeat(1_000 / Share, i => "...F@defer")} }} fragment F on Query {{ {Repeat(500 / Share, i => $"b{i}:a")} }}" },
        {
            "fragments that fan out, put off each time",
            $"{{ ...F0 }} {Repeat(12, i => $"fragment F{i} on Query {{ x:q{{...F{i + 1}@defer}} y:q{{...F{i + 1}@defer}} }}")} fragment F12 on Query {{ a }}"
        },
        { "a long chain of fragments", $"{{ ...F0@defer }} {Repeat(1_500 / Share, i => $"fragment F{i} on Query {{ ...F{i + 1}@defer a }}")} fragment F{1_500 / Share} on Query {{ a }}" },
        { "streams in streams in streams", Nested(6, "list@stream{...@defer{a}", "a", "}") },
        { "a wide list with a fragment at each item", "{ wide { ...@defer{a} ...@defer{b:a} } }" },
        { "a huge label", $"{{ ...@defer(label: \"{new string('x', 500_000)}\"){{a}} }}" },
        { "the same field in a hundred parts", $"{{ wide {{ a }} {Repeat(100 / Share, i => "...@defer{ wide { b:a } }")} }}" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Nothing_is_put_off_for_ever(string what, string document)
    {
        var clock = Stopwatch.StartNew();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var bytes = 0L;
        var executor = Executor(EngineOptions.Reference);
        switch (await executor.ExecuteAsync(InParts.Request(document), TestContext.Current.CancellationToken))
        {
            case Response response:
                using (response)
                {
                    bytes = response.Body.Length;
                    Encoding.UTF8.GetString(response.Body.Span).Should().NotContain("errors", what);
                }

                break;
            case ResponseStream stream:
                await foreach (var payload in stream.Responses)
                {
                    using (payload)
                    {
                        bytes += payload.Body.Length;
                    }
                }

                break;
        }

        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20), what);
        bytes.Should().BeLessThan(20_000_000, what);
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(200_000_000, what);
    }

    [Fact]
    public async Task Strangers_put_off_no_more_than_the_house_allows()
    {
        var document = $"{{ {Repeat(65, i => "...@defer{a}")} }}";
        using var response = (Response)await Executor(EngineOptions.Public).ExecuteAsync(InParts.Request(document), TestContext.Current.CancellationToken);

        Encoding.UTF8.GetString(response.Body.Span).Should().Contain("Too many @defer and @stream directives: 64 are the most.");
    }

    private static RequestExecutor Executor(EngineOptions options)
    {
        var objects = Enumerable.Repeat(new object(), 3).ToArray();
        var many = Enumerable.Repeat(new object(), 5_000 / Share).ToArray();
        return Engine.Create(
            SchemaBuilder.FromSdl(Sdl, new SdlOptions
            {
                IncrementalDelivery = true,
                Resolver = (_, field) => new MethodResolver(_ => field.Name switch { "a" => 1, "q" => objects[0], "list" => objects, _ => many }),
            }),
            options);
    }

    private static string Repeat(int count, Func<int, string> text) => string.Join(' ', Enumerable.Range(0, count).Select(text));

    private static string Nested(int depth, string open, string inside, string close) =>
        $"{{ {string.Concat(Enumerable.Repeat(open, depth))}{inside}{string.Concat(Enumerable.Repeat(close, depth))} }}";
}
