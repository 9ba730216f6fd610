using System.Text;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Execution.Batches;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>A request that ends early leaves resolvers behind that still work: what they work with must not be taken from under them. A database connection
/// that is closed while somebody reads from it goes to the next request with the rest of his answer in it.</summary>
public sealed class AbortedScopeTests
{
    [Theory]
    [InlineData("{ slow }", false)]
    [InlineData("{ slow }", true)]
    [InlineData("{ loaded }", false)]
    [InlineData("{ loaded }", true)]
    [InlineData("mutation { write { slow } }", false)]
    public async Task Services_end_after_those_who_use_them_when_the_client_goes_or_the_time_is_up(string document, bool isTimeUp)
    {
        var world = new World(isTimeUp ? TimeSpan.FromMilliseconds(50) : TimeSpan.FromSeconds(30));
        using var gone = new CancellationTokenSource();
        var asking = world.AskAsync(document, gone.Token);
        await world.Working.Task.WaitAsync(TestContext.Current.CancellationToken);
        if (isTimeUp)
        {
            (await asking).Should().Contain("HC0045", "the answer does not wait for whoever does not listen");
        }
        else
        {
            await gone.CancelAsync();
            await FluentActions.Awaiting(() => asking).Should().ThrowAsync<OperationCanceledException>();
        }

        world.Tool!.IsEnded.Should().BeFalse("it is in use");
        world.GoOn.SetResult();
        await world.Done.Task.WaitAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < 500 && !world.Tool.IsEnded; i++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        world.Tool.IsEnded.Should().BeTrue();
        world.Tool.WasTaken.Should().BeFalse();
    }

    private sealed class World
    {
        private readonly RequestExecutor _executor;
        private readonly ServiceProvider _services;

        public World(TimeSpan timeout)
        {
            _services = new ServiceCollection().AddScoped<Tool>().AddSingleton(this).BuildServiceProvider();
            var schema = Run.Schema(
                "type Query { slow: Int loaded: Int } type Mutation { write: Made } type Made { slow: Int }",
                ("Query.slow", Run.Async(context => WorkAsync(context.Service<Tool>()))),
                ("Query.loaded", Run.Async(async context => (object?)await context.Service<SlowLoader>().LoadAsync(1, context.RequestAborted))),
                ("Mutation.write", Run.Sync(_ => new object())),
                ("Made.slow", Run.Async(context => WorkAsync(context.Service<Tool>()))));
            _executor = Engine.Create(schema, EngineOptions.Public with { ExecutionTimeout = timeout });
        }

        public TaskCompletionSource Working { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource GoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Tool? Tool { get; private set; }

        public async Task<object?> WorkAsync(Tool tool)
        {
            Tool = tool;
            using (tool.Use())
            {
                Working.SetResult();
                await GoOn.Task;
            }

            Done.SetResult();
            return 1;
        }

        public Task<string> AskAsync(string document, CancellationToken cancellationToken) => Run.TextAsync(
            _executor, new OperationRequest { Document = Encoding.UTF8.GetBytes(document), Services = _services }, cancellationToken);
    }

    private sealed class SlowLoader(IBatchScheduler scheduler, DataLoaderOptions options, World world, Tool tool) : BatchDataLoader<int, int>(scheduler, options)
    {
        protected override async Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await world.WorkAsync(tool);
            return keys.ToDictionary(key => key);
        }
    }

    private sealed class Tool : IAsyncDisposable
    {
        private bool _isInUse;

        public bool IsEnded { get; private set; }

        public bool WasTaken { get; private set; }

        public Using Use()
        {
            _isInUse = true;
            return new Using(() => _isInUse = false);
        }

        public ValueTask DisposeAsync()
        {
            (IsEnded, WasTaken) = (true, _isInUse);
            return default;
        }
    }

    private sealed class Using(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
