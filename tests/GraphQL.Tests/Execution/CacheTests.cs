using System.Text;
using Exams.GraphQL.Execution;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>Documents kept ready: bounded, and never confused.</summary>
public sealed class CacheTests
{
    [Fact]
    public async Task The_cache_is_bounded_by_count_and_what_is_used_stays()
    {
        var executor = Executor(EngineOptions.Reference with { MaxCachedDocuments = 50 });
        for (var i = 0; i < 1_000; i++)
        {
            (await Run.TextAsync(executor, $"{{ a{i}: x }}")).Should().Be($"{{\"data\":{{\"a{i}\":1}}}}");
            (await Run.TextAsync(executor, "{ hot: x }")).Should().Be("""{"data":{"hot":1}}""");
            executor.Cache.Count.Should().BeLessThanOrEqualTo(50);
            executor.Cache.TryFind("{ hot: x }"u8, out _).Should().BeTrue();
        }
    }

    [Fact]
    public async Task The_cache_is_bounded_by_bytes_for_valid_and_invalid_documents_alike()
    {
        var executor = Executor(EngineOptions.Reference with { MaxCacheBytes = 1_000_000 });
        for (var i = 0; i < 500; i++)
        {
            await Run.TextAsync(executor, $"{{ nope{i}{new string('z', 300)} }}");
            await Run.TextAsync(executor, $"{{ {i} broken {new string('z', 300)}");
            await Run.TextAsync(executor, $"{{ ok{i}{new string('z', 300)}: x }}");
            executor.Cache.Bytes.Should().BeInRange(1, 1_000_000);
        }

        executor.Cache.Count.Should().BeGreaterThan(20);
        await Run.TextAsync(executor, $"{{ x }} #{new string('z', 100_000)}");
        executor.Cache.TryFind(Encoding.UTF8.GetBytes($"{{ x }} #{new string('z', 100_000)}"), out _).Should().BeFalse("it would push everything else out");
    }

    [Fact]
    public async Task Every_plan_of_a_document_counts()
    {
        var executor = Executor(EngineOptions.Reference);
        var names = Enumerable.Range(0, 6).Select(i => $"c{i}").ToList();
        var document = $"query({string.Join(' ', names.Select(n => $"${n}: Boolean!"))}) {{ x {string.Join(' ', names.Select(n => $"{n}: x @skip(if: ${n})"))} }}";
        long first = 0, last = 0;
        for (var outcome = 0; outcome < 64; outcome++)
        {
            await Run.TextAsync(executor, document, names.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => (outcome & (1 << p.i)) != 0));
            first = first == 0 ? executor.Cache.Bytes : first;
            last = executor.Cache.Bytes;
        }

        last.Should().Be(first + (31L * document.Length * 12), "thirty-two outcomes are kept, and no more");
    }

    [Fact]
    public async Task What_grows_stays_until_the_cache_is_more_than_full()
    {
        var executor = Executor(EngineOptions.Reference with { MaxCachedDocuments = 1, MaxCacheBytes = 1_000_000 });
        await Run.TextAsync(executor, "{ x }");
        executor.Cache.TryFind("{ x }"u8, out var document).Should().BeTrue();

        executor.Cache.Grow(document!, 1_000_000 - executor.Cache.Bytes);
        executor.Cache.TryFind("{ x }"u8, out _).Should().BeTrue();

        executor.Cache.Grow(document!, 1);
        executor.Cache.TryFind("{ x }"u8, out _).Should().BeFalse();
    }

    [Fact]
    public async Task What_was_asked_for_since_it_came_is_passed_over_once_and_the_next_goes()
    {
        var executor = Executor(EngineOptions.Reference with { MaxCachedDocuments = 2 });
        await Run.TextAsync(executor, "{ a: x }");
        await Run.TextAsync(executor, "{ b: x }");
        executor.Cache.TryFind("{ a: x }"u8, out _).Should().BeTrue();

        await Run.TextAsync(executor, "{ c: x }");

        executor.Cache.TryFind("{ b: x }"u8, out _).Should().BeFalse();
        executor.Cache.TryFind("{ a: x }"u8, out _).Should().BeTrue();
    }

    [Fact]
    public async Task What_a_caller_may_know_is_part_of_the_verdict()
    {
        var executor = Executor(EngineOptions.Public);
        foreach (var round in Enumerable.Range(0, 2))
        {
            foreach (var (introspection, suggestions) in new[] { (true, true), (false, false), (true, false), (false, true) })
            {
                (await AskAsync(executor, "{ __schema { queryType { name } } }", introspection, suggestions))
                    .Should().Be(introspection ? """{"data":{"__schema":{"queryType":{"name":"Query"}}}}""" : (await AskAsync(executor, "{ __schema { queryType { name } } }", false, suggestions)));
                (await AskAsync(executor, "{ __schema { queryType { name } } }", introspection, suggestions)).Contains("\"data\"", StringComparison.Ordinal).Should().Be(introspection);
                (await AskAsync(executor, "{ hello1 }", introspection, suggestions)).Contains("Did you mean", StringComparison.Ordinal).Should().Be(suggestions, $"round {round}");
            }
        }
    }

    [Fact]
    public async Task Introspection_is_answered_from_memory_and_equal_documents_get_one_answer()
    {
        var executor = Executor(EngineOptions.Public);
        var first = await executor.ExecuteAsync(Run.Request("{ __schema { types { name } } }"), TestContext.Current.CancellationToken);
        var second = await executor.ExecuteAsync(Run.Request("{ __schema { types { name } } }"), TestContext.Current.CancellationToken);
        second.Should().BeSameAs(first);
        ((Response)first).Dispose();
        ((Response)second).Body.Length.Should().BeGreaterThan(100);
        (await executor.ExecuteAsync(Run.Request("{ x }"), TestContext.Current.CancellationToken))
            .Should().NotBeSameAs(await executor.ExecuteAsync(Run.Request("{ x }"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Many_callers_at_once_get_their_own_answers()
    {
        var executor = Executor(EngineOptions.Public with { MaxCachedDocuments = 8 });
        await Parallel.ForAsync(0, 5_000, TestContext.Current.CancellationToken, async (i, _) =>
        {
            var condition = i % 2 == 0;
            (await Run.TextAsync(executor, $"query($c: Boolean!, $v: Int) {{ a{i % 20}: x(add: $v) b: x @skip(if: $c) }}", new { c = condition, v = i }))
                .Should().Be(condition ? $"{{\"data\":{{\"a{i % 20}\":{1 + i}}}}}" : $"{{\"data\":{{\"a{i % 20}\":{1 + i},\"b\":1}}}}");
        });
    }

    private static RequestExecutor Executor(EngineOptions options) => Engine.Create(
        Run.Schema("type Query { x(add: Int = 0): Int hello: Int }", ("Query.x", Run.Sync(c => 1 + (int)c.Argument(0).Value!))), options);

    private static Task<string> AskAsync(RequestExecutor executor, string document, bool introspection, bool suggestions) => Run.TextAsync(
        executor,
        new OperationRequest
        {
            Document = Encoding.UTF8.GetBytes(document),
            Services = Run.NoServices.Instance,
            AllowIntrospection = introspection,
            AllowSuggestions = suggestions,
        },
        TestContext.Current.CancellationToken);
}
