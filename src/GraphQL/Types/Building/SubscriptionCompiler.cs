using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Exams.GraphQL.Subscriptions;

namespace Exams.GraphQL.Types.Building;

/// <summary>Compiles where a subscription's events come from: a method of the class, or a topic.</summary>
internal static class SubscriptionCompiler
{
    /// <summary>The stream's maker.</summary>
    public static Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>> Compile(
        SchemaBuilding building, MethodInfo method, SubscribeAttribute subscribe, OutputField field) =>
        subscribe.With is { } with ? OfMethod(building, method, with, field) : OfTopic(method, field);

    private static Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>> OfMethod(
        SchemaBuilding building, MethodInfo method, string with, OutputField field)
    {
        var source = method.DeclaringType!.GetMethod(with, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            ?? throw new SchemaException($"{method.DeclaringType} has no static method {with}.");
        var context = Expression.Parameter(typeof(IResolverContext), "context");
        var call = building.Parameters.PlanWithin(source).Call(context, field.Arguments);
        var returned = source.ReturnType;
        var (name, type) = MethodShape.Promise(returned) is { } promised
            ? (returned.GetGenericTypeDefinition() == typeof(Task<>) ? nameof(OfTask) : nameof(OfValueTask), promised)
            : (nameof(OfStream), returned);
        var message = TypeShape.ArgumentOf(type, typeof(IAsyncEnumerable<>)) ?? TypeShape.ArgumentOf(type, typeof(ISourceStream<>))
            ?? throw new SchemaException($"{method.DeclaringType}.{with} must return a stream of events.");
        Type[] arguments = name == nameof(OfStream) ? [message] : [type, message];
        var body = Expression.Call(typeof(SubscriptionCompiler), name, arguments, call);
        return Expression.Lambda<Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>>>(body, context).Compile();
    }

    private static Func<IResolverContext, ValueTask<IAsyncEnumerable<object?>>> OfTopic(MethodInfo method, OutputField field)
    {
        var message = method.GetParameters().FirstOrDefault(p => p.IsDefined(typeof(EventMessageAttribute), inherit: false))
            ?? throw new SchemaException($"{method.DeclaringType}.{method.Name} has no [EventMessage] parameter.");
        var topic = new TopicName(method.GetCustomAttribute<TopicAttribute>()?.Name ?? method.Name, field);
        var subscribe = typeof(SubscriptionCompiler)
            .GetMethod(nameof(Subscribe), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(message.ParameterType)
            .CreateDelegate<Func<IResolverContext, string, ValueTask<IAsyncEnumerable<object?>>>>();
        return context => subscribe(context, topic.For(context));
    }

    private static async ValueTask<IAsyncEnumerable<object?>> Subscribe<T>(IResolverContext context, string topic)
    {
        var stream = await context.Service<ITopicEventReceiver>().SubscribeAsync<T>(topic, context.RequestAborted);
        return Box(stream);
    }

    private static ValueTask<IAsyncEnumerable<object?>> OfStream<T>(object stream) => new(stream switch
    {
        ISourceStream<T> source => Box(source),
        _ => Box((IAsyncEnumerable<T>)stream),
    });

    private static async ValueTask<IAsyncEnumerable<object?>> OfTask<TStream, T>(Task<TStream> stream) =>
        await OfStream<T>((await stream)!);

    private static async ValueTask<IAsyncEnumerable<object?>> OfValueTask<TStream, T>(ValueTask<TStream> stream) =>
        await OfStream<T>((await stream)!);

    private static async IAsyncEnumerable<object?> Box<T>(
        IAsyncEnumerable<T> events, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var message in events.WithCancellation(cancellationToken))
        {
            yield return message;
        }
    }

    private static async IAsyncEnumerable<object?> Box<T>(
        ISourceStream<T> events, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using (events)
        {
            await foreach (var message in events.ReadEventsAsync().WithCancellation(cancellationToken))
            {
                yield return message;
            }
        }
    }
}
