using System.Text.Json;

namespace Exams.GraphQL.Bench.Servers;

/// <summary>One request that every server gets.</summary>
/// <param name="Name">A word for it, which is also a file name.</param>
/// <param name="Query">The document.</param>
/// <param name="OverPeer">How many times the throughput of mercurius with graphql-jit is the goal.</param>
internal sealed record Workload(string Name, string Query, double OverPeer)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Workload> All { get; } =
    [
        new("typename", "{ __typename }", 1),
        new("greet", "{ greet }", 1),
        new("list", "{ items { id code title weight count active } }", 1.5),
        new("nested", "{ posts { id userId title user { id name email } } }", 3),
        new("introspection", Documents.Introspection, 10),
    ];

    /// <summary>The request's body.</summary>
    public string Body => JsonSerializer.Serialize(new { query = Query });
}
