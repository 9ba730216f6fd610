using System.Collections.Concurrent;
using Exams.GraphQL.Configuration;
using Exams.GraphQL.Execution.Batches;
using Exams.GraphQL.Tests.Surface;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Relay;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>Loaders in every position in which they are known to split or stall elsewhere, a thousand timings each.</summary>
public sealed class BatchTimingTests
{
    private const int Timings = 1_000;

    [Fact]
    public Task Resolvers_that_hop_between_threads_before_and_after_asking_share_a_batch() => Try(
        "{ trees(count: 9) { hops } }",
        ["Leaf[1,2,3,4,5,6,7,8,9]"],
        text => text.Should().StartWith("""{"data":{"trees":[{"hops":"leaf 1"},{"hops":"leaf 2"},"""));

    [Fact]
    public Task Two_loaders_asked_at_once_and_two_asked_in_turn_make_one_batch_each() => Try(
        "{ trees(count: 5) { together inTurn } }",
        ["Leaf[1,2,3,4,5]", "Root[1,2,3,4,5]"],
        text => text.Should().Contain("""{"together":"leaf 2 root 2","inTurn":"leaf 2 root 2"}"""));

    [Fact]
    public Task The_second_of_two_in_turn_makes_one_batch_of_what_the_first_brought() => Try(
        "{ trees(count: 5) { chained } }",
        ["Leaf[1,2,3,4,5]", "Root[101,102,103,104,105]"],
        text => text.Should().Contain("""{"chained":"root 103"}"""));

    [Fact]
    public Task Loaders_that_ask_loaders_make_one_batch_on_each_floor() => Try(
        "{ trees(count: 5) { nested } }",
        ["Leaf[1,2,3,4,5]", "Nest[1,2,3,4,5]", "Root[1,2,3,4,5]"],
        text => text.Should().Contain("""{"nested":"leaf 4 over root 4"}"""));

    [Fact]
    public Task States_share_a_batch_when_they_are_equal_and_only_then() => Try(
        "{ trees(count: 4) { tall: marked(mark: \"t\") alike: marked(mark: \"t\") other: marked(mark: \"o\") } }",
        ["Marked o[1,2,3,4]", "Marked t[1,2,3,4]"],
        text => text.Should().Contain("""{"tall":"t2","alike":"t2","other":"o2"}"""));

    [Fact]
    public Task Nodes_that_are_asked_for_together_go_on_together() => Try(
        $$"""{ nodes(ids: [{{string.Join(' ', Enumerable.Range(1, 6).Select(i => $"\"{NodeId.Encode("Tree", i)}\""))}}]) { ... on Tree { number chained } } }""",
        ["Leaf[1,2,3,4,5,6]", "Root[101,102,103,104,105,106]", "Trees[1,2,3,4,5,6]"],
        text => text.Should().Contain("""{"number":6,"chained":"root 106"}"""));

    [Fact]
    public Task A_broken_batch_breaks_every_field_that_waits_for_it_and_no_other() => Try(
        "{ trees(count: 3) { broken hops } }",
        ["Broken[1,2,3]", "Leaf[1,2,3]"],
        text =>
        {
            text.Should().EndWith("""
                "data":{"trees":[{"broken":null,"hops":"leaf 1"},{"broken":null,"hops":"leaf 2"},{"broken":null,"hops":"leaf 3"}]}}
                """.TrimEnd());
            text.Split("\"message\"").Should().HaveCount(4);
        },
        timings: 100);

    [Fact]
    public Task A_key_that_breaks_leaves_the_others_whole() => Try(
        "{ trees(count: 3) { oddOnly } }",
        ["Odd[1,2,3]"],
        text => text.Should().EndWith(""""data":{"trees":[{"oddOnly":"odd 1"},{"oddOnly":null},{"oddOnly":"odd 3"}]}}""""),
        timings: 100);

    [Fact]
    public async Task A_batch_ends_with_its_request()
    {
        await using var forest = new Forest();
        using var gone = new CancellationTokenSource();
        var asked = forest.Ask("{ trees(count: 3) { endless } }", gone.Token);
        await forest.Notes.Endless.Task.WaitAsync(TestContext.Current.CancellationToken);
        await gone.CancelAsync();
        await FluentActions.Awaiting(() => asked).Should().ThrowAsync<OperationCanceledException>();
        (await forest.Notes.EndlessEnded.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).Should().BeTrue();
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_batch_to_the_others()
    {
        var notes = new Notes { Dice = new Random(1) };
        var loader = new LeafLoader(new PromptBatchScheduler(), new DataLoaderOptions(), notes);
        using var impatient = new CancellationTokenSource();
        var given = loader.LoadAsync(1, impatient.Token);
        var kept = loader.LoadAsync(1, TestContext.Current.CancellationToken);
        await impatient.CancelAsync();
        (await kept).Should().Be("leaf 1");
        await Task.WhenAny(given);
        notes.Batches.Should().ContainSingle();
    }

    private static async Task Try(string query, string[] batches, Action<string> check, int timings = Timings)
    {
        await using var forest = new Forest();
        for (var seed = 0; seed < timings; seed++)
        {
            forest.Notes.Dice = new Random(seed);
            forest.Notes.Batches.Clear();
            check(await forest.Ask(query, TestContext.Current.CancellationToken));
            forest.Notes.Batches.Order(StringComparer.Ordinal).Should().Equal(batches, $"seed {seed}");
        }
    }

    private sealed class Forest : IAsyncDisposable
    {
        private readonly TestServer _server;

        public Forest() => _server = new TestServer(
            s => s.AddSingleton(Notes),
            g => g.AddTypes(typeof(TreeType), typeof(TreeFields), typeof(ForestQueries)).AddGlobalObjectIdentification());

        public Notes Notes { get; } = new();

        public Task<string> Ask(string query, CancellationToken cancellationToken) => _server.AskUntil(query, null, null, cancellationToken);

        public ValueTask DisposeAsync() => _server.DisposeAsync();
    }
}

/// <summary>What the loaders were asked, and when they dawdle.</summary>
public sealed class Notes
{
    public Random Dice { get; set; } = new(0);

    public ConcurrentQueue<string> Batches { get; } = [];

    public TaskCompletionSource Endless { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource<bool> EndlessEnded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task Dawdle()
    {
        int roll;
        lock (this)
        {
            roll = Dice.Next(6);
        }

        switch (roll)
        {
            case 0: await Task.Yield(); break;
            case 1: await Task.Run(() => Thread.SpinWait(200)).ConfigureAwait(false); break;
            case 2: await Task.WhenAll(Task.Run(() => { }), Task.Run(() => Thread.SpinWait(50))); break;
        }
    }

    public async Task<IReadOnlyDictionary<int, string>> Batch(string name, IReadOnlyList<int> keys, Func<int, string> value)
    {
        Batches.Enqueue($"{name}[{string.Join(',', keys.Order())}]");
        await Dawdle();
        return keys.ToDictionary(k => k, value);
    }
}

public sealed record Tree(int Id)
{
    public int Number => Id;
}

[ObjectType<Tree>]
[Node]
public static class TreeType
{
    [NodeResolver]
    public static async Task<Tree?> FindAsync(int id, TreeLoader trees, Notes notes, CancellationToken ct)
    {
        await notes.Dawdle();
        return await trees.LoadAsync(id, ct);
    }
}

[ExtendObjectType<Tree>]
public static class TreeFields
{
    public static async Task<string?> HopsAsync([Parent] Tree tree, LeafLoader leaves, Notes notes)
    {
        await notes.Dawdle();
        await Task.Run(notes.Dawdle);
        var leaf = await leaves.LoadAsync(tree.Id);
        await notes.Dawdle();
        return leaf;
    }

    public static async Task<string> TogetherAsync([Parent] Tree tree, LeafLoader leaves, RootLoader roots, Notes notes)
    {
        await notes.Dawdle();
        var both = await Task.WhenAll(leaves.LoadAsync(tree.Id), roots.LoadAsync(tree.Id));
        return string.Join(' ', both);
    }

    public static async Task<string> InTurnAsync([Parent] Tree tree, LeafLoader leaves, RootLoader roots, Notes notes)
    {
        var leaf = await leaves.LoadAsync(tree.Id);
        await notes.Dawdle();
        return $"{leaf} {await roots.LoadAsync(tree.Id)}";
    }

    public static async Task<string?> ChainedAsync([Parent] Tree tree, LeafLoader leaves, RootLoader roots, Notes notes)
    {
        var leaf = await leaves.LoadAsync(tree.Id);
        await notes.Dawdle();
        return await roots.LoadAsync(100 + int.Parse(leaf![5..], System.Globalization.CultureInfo.InvariantCulture));
    }

    public static Task<string?> NestedAsync([Parent] Tree tree, NestLoader nests) => nests.LoadAsync(tree.Id);

    public static Task<string?> MarkedAsync([Parent] Tree tree, string mark, MarkedLoader marked) => marked.InState(mark).LoadAsync(tree.Id);

    public static async Task<string?> BrokenAsync([Parent] Tree tree, BrokenLoader broken, Notes notes)
    {
        await notes.Dawdle();
        return await broken.LoadAsync(tree.Id);
    }

    public static Task<string?> OddOnlyAsync([Parent] Tree tree, OddLoader odd) => odd.LoadAsync(tree.Id);

    public static Task<string?> EndlessAsync([Parent] Tree tree, EndlessLoader endless) => endless.LoadAsync(tree.Id);
}

[QueryType]
public static class ForestQueries
{
    public static async Task<List<Tree>> GetTreesAsync(int count, Notes notes)
    {
        await notes.Dawdle();
        return [.. Enumerable.Range(1, count).Select(i => new Tree(i))];
    }
}

public sealed class TreeLoader(IBatchScheduler scheduler, DataLoaderOptions options, Notes notes) : BatchDataLoader<int, Tree>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<int, Tree>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
        (await notes.Batch("Trees", keys, _ => "")).ToDictionary(k => k.Key, k => new Tree(k.Key));
}

public sealed class LeafLoader(IBatchScheduler scheduler, DataLoaderOptions options, Notes notes) : BatchDataLoader<int, string>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
        notes.Batch("Leaf", keys, k => $"leaf {k}");
}

public sealed class RootLoader(IBatchScheduler scheduler, DataLoaderOptions options, Notes notes) : BatchDataLoader<int, string>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
        notes.Batch("Root", keys, k => $"root {k}");
}

public sealed class NestLoader(IBatchScheduler scheduler, DataLoaderOptions options, Notes notes, LeafLoader leaves, RootLoader roots)
    : BatchDataLoader<int, string>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        var above = await leaves.LoadAsync(keys, cancellationToken);
        await notes.Dawdle();
        var below = await roots.LoadAsync(keys, cancellationToken);
        var places = keys.Select((k, i) => (k, i)).ToDictionary(p => p.k, p => p.i);
        return await notes.Batch("Nest", keys, k => $"{above[places[k]]} over {below[places[k]]}");
    }
}

public sealed class MarkedLoader(IBatchScheduler scheduler, DataLoaderOptions options, Notes notes)
    : StatefulBatchDataLoader<int, string>(scheduler, options)
{
    protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(
        IReadOnlyList<int> keys, DataLoaderFetchContext<string> context, CancellationToken cancellationToken) =>
        notes.Batch($"Marked {context.GetRequiredState<string>()}", keys, k => $"{context.GetState<string>()}{k}");
}

public sealed class BrokenLoader(IBatchScheduler scheduler, DataLoaderOptions options, Notes notes) : BatchDataLoader<int, string>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await notes.Batch("Broken", keys, _ => "");
        throw new InvalidOperationException("The store is down.");
    }
}

public sealed class OddLoader(IBatchScheduler scheduler, DataLoaderOptions options, Notes notes) : BatchDataLoader<int, string>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
        new Odd(await notes.Batch("Odd", keys, k => $"odd {k}"));

    // A dictionary that fails for some keys only.
    private sealed class Odd(IReadOnlyDictionary<int, string> inner) : Dictionary<int, string>(inner), IReadOnlyDictionary<int, string>
    {
        bool IReadOnlyDictionary<int, string>.TryGetValue(int key, out string value) =>
            key % 2 == 1 ? TryGetValue(key, out value!) : throw new InvalidOperationException($"{key} is even.");
    }
}

public sealed class EndlessLoader(IBatchScheduler scheduler, DataLoaderOptions options, Notes notes) : BatchDataLoader<int, string>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        notes.Endless.TrySetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            notes.EndlessEnded.TrySetResult(true);
        }

        return new Dictionary<int, string>();
    }
}
