using System.Collections;
using System.Security.Claims;
using Exams.GraphQL.Types.Relay;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Types.Building;

/// <summary>Resolves <c>node</c> and <c>nodes</c>.</summary>
/// <param name="lookups">How nodes are fetched, by the names of their object types.</param>
internal sealed class NodeFetch(Dictionary<string, NodeLookup> lookups)
{
    /// <summary>One node.</summary>
    public async ValueTask<object?> One(IResolverContext context) => await Start(context, context.ArgumentValue<string>("id"));

    /// <summary>Several nodes, in the order of their ids, null where there is none.</summary>
    public async ValueTask<object?> Many(IResolverContext context)
    {
        var ids = ((IEnumerable)context.Argument(0).Value!).Cast<string>().ToArray();
        if (ids.Length > NodeTypes.MaxNodes)
        {
            throw new GraphQLException(ErrorBuilder.New()
                .SetMessage($"The maximum number of nodes that can be fetched at once is {NodeTypes.MaxNodes}. "
                    + $"This selection tried to fetch {ids.Length} nodes that exceeded the maximum allowed amount.")
                .SetCode("HC0076")
                .Build());
        }

        // Every id is read before the first is fetched; then all are fetched together, so that loaders make one batch.
        var keys = Array.ConvertAll(ids, Decode);
        var fetches = Array.ConvertAll(keys, k => context is ISideBySide several
            ? several.BesideAsync(() => Fetch(context, k.Lookup, k.Key))
            : Fetch(context, k.Lookup, k.Key));
        return await Task.WhenAll(fetches);
    }

    private Task<object?> Start(IResolverContext context, string id)
    {
        var (lookup, key) = Decode(id);
        return Fetch(context, lookup, key);
    }

    private (NodeLookup Lookup, object Key) Decode(string id)
    {
        var (typeName, bytes) = NodeId.Split(id);
        var lookup = lookups.GetValueOrDefault(typeName) ?? throw new GraphQLException(ErrorBuilder.New()
            .SetMessage($"No serializer registered for type `{typeName}`.")
            .SetExtension("typeName", typeName)
            .Build());
        return (lookup, lookup.Decode(bytes));
    }

    // A scope each: several may run at once, and what a scope holds may serve one only.
    private static async Task<object?> Fetch(IResolverContext context, NodeLookup lookup, object key)
    {
        await using var scope = context.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        return await lookup.Fetch(new NodeContext(context, scope.ServiceProvider, key));
    }
}

/// <summary>The context of one node's resolver: the field's, with a key and services of its own.</summary>
/// <param name="field">The context of <c>node</c> or <c>nodes</c>.</param>
/// <param name="services">The node's own scope.</param>
/// <param name="key">The node's key.</param>
internal sealed class NodeContext(IResolverContext field, IServiceProvider services, object key) : IResolverContext
{
    /// <summary>The node's key.</summary>
    public object Key { get; } = key;

    /// <summary>The context of <c>node</c> or <c>nodes</c>.</summary>
    public IResolverContext Inner { get; } = field;

    public OutputField Field => Inner.Field;

    public object? Source => Inner.Source;

    public object? EventMessage => Inner.EventMessage;

    public IServiceProvider Services { get; } = services;

    public ClaimsPrincipal User => Inner.User;

    public CancellationToken RequestAborted => Inner.RequestAborted;

    public IReadOnlyList<object> Path => Inner.Path;

    public int? InitialItems => Inner.InitialItems;

    public T Parent<T>() => Inner.Parent<T>();

    public InputFieldValue Argument(int index) => Inner.Argument(index);

    public T ArgumentValue<T>(string name) => Inner.ArgumentValue<T>(name);

    public T Service<T>() where T : notnull => Services.GetRequiredService<T>();

    public bool IsSelected(string fieldName) => Inner.IsSelected(fieldName);

    public void ReportError(IError error) => Inner.ReportError(error);

    public void Extend(string name, object? value) => Inner.Extend(name, value);
}
