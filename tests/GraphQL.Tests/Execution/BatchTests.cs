using System.Collections.Concurrent;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Execution.Batches;
using Exams.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Tests.Execution;

public sealed class BatchTests
{
    private const string Sdl = """
        type Query { people(n: Int!): [Person!]! person(id: Int!): Person required(id: Int!): String! both(id: Int!): Int }
        type Person { id: Int! friend: Person careless: Person friends: [Person!]! city: City boss: Person! age: Int! }
        type City { id: Int! mayor: Person }
        type Mutation { touch(id: Int!): Person }
        """;

    /// <summary>What a resolver gives for a loader's promise.</summary>
    public enum Manner
    {
        /// <summary>A task of its own, that awaits it.</summary>
        Awaited,

        /// <summary>The promise itself.</summary>
        Direct,

        /// <summary>Now one, now the other.</summary>
        Mixed,
    }

    [Theory]
    [InlineData(Manner.Awaited)]
    [InlineData(Manner.Direct)]
    [InlineData(Manner.Mixed)]
    public async Task Every_level_makes_one_batch_whatever_the_timing(Manner manner)
    {
        var executor = Engine.Create(Schema(manner), EngineOptions.Reference);
        var several = new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForAsync(0, 1_000, several, async (seed, _) =>
        {
            var world = new World(new Random(seed));
            var text = await Run.TextAsync(executor, "{ people(n: 12) { id friend { friend { city { mayor { id } } } } city { id } friends { id city { id } } } }", null, world.Services);
            text.Should().StartWith("""{"data":{"people":[{"id":0,"friend":{"friend":{"city":{"mayor":{"id":102}}}},"city":{"id":0},"friends":[{"id":0,"city":{"id":0}},""");

            // What is known already makes no batch, so with each level less is left to ask for.
            world.Batches.Select(b => $"{b.Loader}[{b.Keys}]").Order(StringComparer.Ordinal).Should().Equal(Expected, $"seed {seed}");
        });
    }

    [Fact]
    public async Task A_key_is_asked_for_once()
    {
        var world = new World(new Random(1));
        await Run.TextAsync(Executor(), "{ a: person(id: 1) { id } b: person(id: 1) { id } c: person(id: 2) { id } }", null, world.Services);
        world.Batches.Should().ContainSingle().Which.Keys.Should().Be("1,2");
    }

    [Fact]
    public async Task A_missing_key_is_null_and_a_required_one_is_an_error()
    {
        var world = new World(new Random(1));
        (await Run.TextAsync(Executor(), "{ person(id: 999) { id } }", null, world.Services)).Should().Be("""{"data":{"person":null}}""");
        (await Run.TextAsync(Executor(), "{ required(id: 999) }", null, world.Services)).Should().Contain("\"data\":null").And.Contain("999");
    }

    [Theory]
    [InlineData(Manner.Awaited)]
    [InlineData(Manner.Direct)]
    public async Task A_failed_batch_is_an_error_on_every_waiting_field(Manner manner)
    {
        var world = new World(new Random(1)) { Fails = true };
        var text = await Run.TextAsync(Executor(manner), "{ a: person(id: 1) { id } b: person(id: 2) { id } }", null, world.Services);
        text.Should().EndWith(""""data":{"a":null,"b":null}}"""");
        text.Should().Contain("""{"message":"The store is down.","locations":[{"line":1,"column":3}],"path":["a"]}""");
        text.Should().Contain("""{"message":"The store is down.","locations":[{"line":1,"column":27}],"path":["b"]}""");
    }

    [Fact]
    public async Task Loaders_may_be_used_inside_batches_and_two_in_turn_make_two_batches()
    {
        var world = new World(new Random(3));
        var text = await Run.TextAsync(Executor(), "{ a: both(id: 1) b: both(id: 2) c: both(id: 3) }", null, world.Services);
        text.Should().Be("""{"data":{"a":13,"b":25,"c":37}}""");
        world.Batches.Select(b => $"{b.Loader}[{b.Keys}]").Should().BeEquivalentTo("Sum[1,2,3]", "People[1,2,3]", "Cities[2,3,4]");
    }

    [Fact]
    public async Task A_promised_null_goes_up_as_far_as_it_must()
    {
        var world = new World(new Random(1));
        var text = await Run.TextAsync(Executor(Manner.Direct), "{ people(n: 3) { id boss { id } } }", null, world.Services);
        text.Should().EndWith("\"data\":null}");
        text.Should().Contain("\"path\":[\"people\",2,\"boss\"]");
        world.Batches.Should().ContainSingle();
    }

    [Fact]
    public async Task A_promised_number_is_written_wherever_it_was_asked_for()
    {
        var world = new World(new Random(1));
        var text = await Run.TextAsync(Executor(Manner.Direct), "{ people(n: 4) { age again: age } }", null, world.Services);
        text.Should().Be("""{"data":{"people":[{"age":0,"again":0},{"age":10,"again":10},{"age":20,"again":20},{"age":30,"again":30}]}}""");
        world.Batches.Should().ContainSingle().Which.Keys.Should().Be("0,1,2,3");
    }

    [Fact]
    public async Task What_resolvers_leave_behind_holds_nobody_up()
    {
        var executor = Executor(Manner.Mixed);
        var several = new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForAsync(0, 300, several, async (seed, _) =>
        {
            var world = new World(new Random(seed));
            var text = await Run.TextAsync(executor, "{ people(n: 5) { careless { friend { id } } friend { id } } }", null, world.Services);
            text.Should().StartWith("""{"data":{"people":[{"careless":{"friend":{"id":2}},"friend":{"id":1}},{"careless":{"friend":{"id":3}},"friend":{"id":2}},""");
        });
    }

    [Fact]
    public async Task Each_request_asks_anew()
    {
        var world = new World(new Random(1));
        var executor = Executor();
        await Run.TextAsync(executor, "{ person(id: 1) { id } }", null, world.Services);
        await Run.TextAsync(executor, "{ person(id: 1) { id } }", null, world.Services);
        world.Batches.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_mutation_loads_in_batches_too()
    {
        var world = new World(new Random(1));
        var text = await Run.TextAsync(Executor(), "mutation { a: touch(id: 1) { friend { id } } b: touch(id: 2) { friend { id } } }", null, world.Services);
        text.Should().Be("""{"data":{"a":{"friend":{"id":2}},"b":{"friend":{"id":3}}}}""");
    }

    [Fact]
    public async Task What_was_loaded_before_a_write_is_not_believed_after_it()
    {
        var world = new World(new Random(1));
        await Run.TextAsync(Executor(), "mutation { a: touch(id: 1) { id } b: touch(id: 1) { id } }", null, world.Services);
        world.Batches.Select(b => b.Keys).Should().Equal("1", "1");
    }

    [Fact]
    public async Task Outside_a_request_a_batch_runs_promptly()
    {
        var world = new World(new Random(1));
        var loader = new People(new PromptBatchScheduler(), new DataLoaderOptions(), world);
        (await loader.LoadAsync(4, TestContext.Current.CancellationToken))!.Id.Should().Be(4);
        (await loader.LoadAsync([4, 5, 900], TestContext.Current.CancellationToken)).Select(p => p?.Id).Should().Equal(4, 5, null);
    }

    private static readonly string[] Expected =
    [
        "Cities[0,1,2,3,4,5,6,7,8,9,10,11]",
        "Cities[12]",
        "Cities[13]",
        "Friends[0,1,2,3,4,5,6,7,8,9,10,11]",
        "People[1,2,3,4,5,6,7,8,9,10,11,12]",
        "People[112]",
        "People[113]",
        "People[13,102,103,104,105,106,107,108,109,110,111]",
    ];

    private static RequestExecutor Executor(Manner manner = Manner.Awaited) => Engine.Create(Schema(manner), EngineOptions.Reference);

    private static Schema Schema(Manner manner) => Run.Schema(
        Sdl,
        ("Query.people", Run.Async(async c =>
        {
            await c.Service<World>().PauseAsync();
            return Enumerable.Range(0, (int)c.Argument(0).Value!).Select(i => new Person(i)).ToList();
        })),
        ("Query.person", Loads<People, Person>(manner, c => (int)c.Argument(0).Value!)),
        ("Query.required", Run.Async(async c => $"{await c.Service<People>().LoadRequiredAsync((int)c.Argument(0).Value!)}")),
        ("Query.both", Loads<Sum, object>(manner, c => (int)c.Argument(0).Value!)),
        ("Mutation.touch", Loads<People, Person>(manner, c => (int)c.Argument(0).Value!)),
        ("Person.id", new PropertyResolver(p => ((Person)p).Id)),
        ("Person.friend", Loads<People, Person>(manner, c => c.Parent<Person>().Id + 1)),
        ("Person.city", Loads<Cities, City>(manner, c => c.Parent<Person>().Id)),
        ("Person.boss", Loads<People, Person>(manner, c => c.Parent<Person>().Id == 2 ? 999 : 1)),
        ("Person.age", Loads<Ages, int>(manner, c => c.Parent<Person>().Id)),
        ("Person.careless", TaskResolver.Of(c =>
        {
            var (people, key) = (c.Service<People>(), c.Parent<Person>().Id + 1);
            _ = Task.Run(async () =>
            {
                await people.LoadAsync(key + 500);
                await Task.Yield();
                await people.LoadAsync(key + 600);
            });
            return people.LoadAsync(key);
        })),
        ("Person.friends", Run.Async(async c =>
        {
            await c.Service<World>().PauseAsync();
            return await c.Service<Friends>().LoadAsync(c.Parent<Person>().Id);
        })),
        ("City.id", new PropertyResolver(p => ((City)p).Id)),
        ("City.mayor", Loads<People, Person>(manner, c => c.Parent<City>().Id + 100)));

    private static TaskResolver Loads<TLoader, TValue>(Manner manner, Func<IResolverContext, int> key)
        where TLoader : class, IDataLoader<int, TValue>
    {
        return TaskResolver.Of(c => manner == Manner.Direct || (manner == Manner.Mixed && c.Service<World>().Tosses())
            ? c.Service<TLoader>().LoadAsync(key(c), c.RequestAborted)
            : AwaitedAsync(c));

        async Task<TValue?> AwaitedAsync(IResolverContext c)
        {
            await c.Service<World>().PauseAsync();
            return await c.Service<TLoader>().LoadAsync(key(c), c.RequestAborted);
        }
    }

    private sealed record Person(int Id);

    private sealed record City(int Id);

    private sealed record Batch(string Loader, string Keys);

    private sealed class World
    {
        private readonly Random _dice;

        public World(Random dice)
        {
            _dice = dice;
            Services = new ServiceCollection().AddSingleton(this).BuildServiceProvider();
        }

        public IServiceProvider Services { get; }

        public ConcurrentQueue<Batch> Batches { get; } = [];

        public bool Fails { get; init; }

        public bool Tosses() => Roll(2) == 0;

        public async Task PauseAsync()
        {
            switch (Roll(5))
            {
                case 0: await Task.Yield(); break;
                case 1: await Task.Delay(1).ConfigureAwait(false); break;
                case 2: await Task.Run(() => Thread.SpinWait(500)).ConfigureAwait(false); break;
            }
        }

        private int Roll(int sides)
        {
            lock (_dice)
            {
                return _dice.Next(sides);
            }
        }

        public async Task NoteAsync(string loader, IEnumerable<int> keys)
        {
            Batches.Enqueue(new Batch(loader, string.Join(',', keys.Order())));
            await PauseAsync();
            if (Fails)
            {
                throw new InvalidOperationException("The store is down.");
            }
        }
    }

    private sealed class People(IBatchScheduler scheduler, DataLoaderOptions options, World world) : BatchDataLoader<int, Person>(scheduler, options)
    {
        protected override async Task<IReadOnlyDictionary<int, Person>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await world.NoteAsync("People", keys);
            return keys.Where(k => k < 900).ToDictionary(k => k, k => new Person(k));
        }
    }

    private sealed class Ages(IBatchScheduler scheduler, DataLoaderOptions options, World world) : BatchDataLoader<int, int>(scheduler, options)
    {
        protected override async Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await world.NoteAsync("Ages", keys);
            return keys.ToDictionary(k => k, k => k * 10);
        }
    }

    private sealed class Cities(IBatchScheduler scheduler, DataLoaderOptions options, World world) : BatchDataLoader<int, City>(scheduler, options)
    {
        protected override async Task<IReadOnlyDictionary<int, City>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await world.NoteAsync("Cities", keys);
            return keys.ToDictionary(k => k, k => new City(k));
        }
    }

    private sealed class Friends(IBatchScheduler scheduler, DataLoaderOptions options, World world) : GroupedDataLoader<int, Person>(scheduler, options)
    {
        protected override async Task<ILookup<int, Person>> LoadGroupedBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await world.NoteAsync("Friends", keys);
            return keys.SelectMany(k => new[] { k, k + 1 }.Select(f => (Key: k, Friend: f))).ToLookup(p => p.Key, p => new Person(p.Friend));
        }
    }

    private sealed class Sum(IBatchScheduler scheduler, DataLoaderOptions options, World world, People people, Cities cities)
        : BatchDataLoader<int, object>(scheduler, options)
    {
        protected override async Task<IReadOnlyDictionary<int, object>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await world.NoteAsync("Sum", keys);
            var found = await people.LoadAsync(keys, cancellationToken);
            await world.PauseAsync();
            var lived = await cities.LoadAsync([.. found.Select(p => p!.Id + 1)], cancellationToken);
            return keys.Zip(found, lived).ToDictionary(t => t.First, t => (object)((t.Second!.Id * 11) + t.Third!.Id));
        }
    }
}
