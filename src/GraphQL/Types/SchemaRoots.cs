using Exams.GraphQL.Language;

namespace Exams.GraphQL.Types;

/// <summary>The types that a schema names as its roots, whatever their kind: validation, not construction, refuses wrong ones.</summary>
/// <param name="Query">The type named for queries.</param>
/// <param name="Mutation">The type named for mutations.</param>
/// <param name="Subscription">The type named for subscriptions.</param>
internal sealed record SchemaRoots(NamedType? Query, NamedType? Mutation, NamedType? Subscription)
{
    /// <summary>The type named for an operation.</summary>
    public NamedType? Of(OperationType operation) => operation switch
    {
        OperationType.Query => Query,
        OperationType.Mutation => Mutation,
        _ => Subscription,
    };

    /// <summary>The same roots but for one.</summary>
    public SchemaRoots With(OperationType operation, NamedType? type) => operation switch
    {
        OperationType.Query => this with { Query = type },
        OperationType.Mutation => this with { Mutation = type },
        _ => this with { Subscription = type },
    };
}
