using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Types.Building;

/// <summary>What compiled resolvers call.</summary>
internal static class ResolverRuntime
{
    /// <summary>An argument in the parameter's type; its default when it was not given.</summary>
    public static T Argument<T>(IResolverContext context, int index) => context.Argument(index).Value is T value ? value : default!;

    /// <summary>A service that must be there.</summary>
    public static T Service<T>(IResolverContext context) where T : notnull => context.Services.GetRequiredService<T>();

    /// <summary>A service that may be missing.</summary>
    public static T? OptionalService<T>(IResolverContext context) where T : class => context.Services.GetService<T>();

    /// <summary>A task's value, without waiting when it is there.</summary>
    public static ValueTask<object?> OfTask<T>(Task<T> task)
    {
        return task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result)
            : task.AsyncState is IPromisedValue promised ? new ValueTask<object?>(promised, 0)
            : Wait(task);

        static async ValueTask<object?> Wait(Task<T> task) => await task;
    }

    /// <summary>A value task's value, without waiting when it is there.</summary>
    public static ValueTask<object?> OfValueTask<T>(ValueTask<T> task)
    {
        return task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : Wait(task);

        static async ValueTask<object?> Wait(ValueTask<T> task) => await task;
    }

    /// <summary>Everything a stream brings; or its first items, where the client wants the others later.</summary>
    public static async ValueTask<object?> OfStream<T>(IAsyncEnumerable<T>? stream, IResolverContext context) =>
        stream is null ? null
        : context.InitialItems is { } count ? await OpenList.ReadAsync(stream, count, context.RequestAborted)
        : await AllOf(stream, context);

    // Rows of a query are always read at once: a slow client must not keep a database reading.
    private static async ValueTask<object?> AllOf<T>(IAsyncEnumerable<T> stream, IResolverContext context)
    {
        var items = new List<T>();
        await foreach (var item in stream.WithCancellation(context.RequestAborted))
        {
            items.Add(item);
        }

        return items;
    }

    /// <summary>The rows of a query; read asynchronously where its provider can.</summary>
    public static ValueTask<object?> OfQuery<T>(IQueryable<T>? query, IResolverContext context) => query switch
    {
        null => default,
        IAsyncEnumerable<T> stream => AllOf(stream, context),
        _ => new ValueTask<object?>(query.ToList()),
    };

    /// <summary>Runs steps over a value, then reads a query that is left.</summary>
    public static async ValueTask<object?> Run<T>(ValueTask<object?> first, ResultStep[] steps, IResolverContext context)
    {
        var value = await first;
        foreach (var step in steps)
        {
            value = await step.ApplyAsync(context, value);
        }

        return value switch
        {
            IQueryable<T> query => await OfQuery(query, context),
            IAsyncEnumerable<T> stream => await OfStream(stream, context),
            _ => value,
        };
    }
}
