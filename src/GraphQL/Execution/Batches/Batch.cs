using Exams.GraphQL.Execution.Completion;

namespace Exams.GraphQL.Execution.Batches;

/// <summary>Keys that are fetched together. Its values arrive where responses are written as one.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
internal sealed class Batch<TKey, TValue> : IFilling where TKey : notnull
{
    /// <summary>The value of each key.</summary>
    public List<Promise<TKey, TValue>> Promises { get; } = [];

    /// <summary>None: what runs the batch is told when it has run.</summary>
    public Branch? Branch => null;

    /// <inheritdoc/>
    public void Fill(Action<ResponseWriter>? filled)
    {
        foreach (var promise in Promises)
        {
            promise.Fill(filled);
        }
    }
}
