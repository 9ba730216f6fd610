using System.Reflection;

namespace Exams.GraphQL.Types.Building;

/// <summary>How a method gives its value.</summary>
internal static class MethodShape
{
    /// <summary>Whether its resolver is priced as one that waits: promises, streams, queries, and methods that look at the selection.</summary>
    public static bool IsAwaited(MethodInfo method) =>
        Promise(method.ReturnType) is not null
        || IsDeferred(method.ReturnType)
        || method.GetParameters().Any(p => p.IsDefined(typeof(IsSelectedAttribute), inherit: false));

    /// <summary>What a task or value task promises; null for anything else.</summary>
    public static Type? Promise(Type type) =>
        TypeShape.ArgumentOf(type, typeof(Task<>)) ?? TypeShape.ArgumentOf(type, typeof(ValueTask<>));

    /// <summary>Whether a value still has to be fetched: a query or a stream.</summary>
    public static bool IsDeferred(Type type) =>
        typeof(IQueryable).IsAssignableFrom(type) || TypeShape.ArgumentOf(type, typeof(IAsyncEnumerable<>)) is not null;
}
