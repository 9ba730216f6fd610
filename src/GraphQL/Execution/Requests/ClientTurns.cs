using Exams.GraphQL.Execution.Costs;

namespace Exams.GraphQL.Execution.Requests;

/// <summary>One at a time of each client. Who writes through one writer waits behind everybody who came before: a client that sends many mutations at once
/// would have all others wait for all of them. Here it waits for itself first, and stands in the writer's queue once.</summary>
internal sealed class ClientTurns
{
    private readonly Dictionary<CostClient, Queue> _queues = [];
    private readonly Lock _lock = new();

    /// <summary>When whoever waited in vain may come again.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>Told to whoever waited in vain: nothing was done.</summary>
    public static GraphQLError TooMany => new("Mutations of one client run one after the other, and too many came at once.")
    {
        Extensions = new OrderedDictionary<string, object?> { ["code"] = "THROTTLED", ["retryAfter"] = RetryAfter.TotalSeconds },
    };

    /// <summary>How many clients have a turn or wait for one.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _queues.Count;
            }
        }
    }

    /// <summary>Waits for the client's turn.</summary>
    /// <param name="client">Whose.</param>
    /// <param name="longest">How long it waits at most.</param>
    /// <param name="cancellationToken">Ends when the client goes.</param>
    /// <returns>The turn, which ends when it is disposed; null when it did not come.</returns>
    public async ValueTask<IDisposable?> TakeAsync(CostClient client, TimeSpan longest, CancellationToken cancellationToken)
    {
        Queue queue;
        lock (_lock)
        {
            queue = _queues.TryGetValue(client, out var found) ? found : _queues[client] = new Queue(this, client);
            queue.Members++;
        }

        var hasTurn = false;
        try
        {
            hasTurn = await queue.Turn.WaitAsync(longest, cancellationToken);
            return hasTurn ? queue : null;
        }
        finally
        {
            if (!hasTurn)
            {
                Leave(queue);
            }
        }
    }

    private void Leave(Queue queue)
    {
        lock (_lock)
        {
            if (--queue.Members == 0)
            {
                _queues.Remove(queue.Client);
            }
        }
    }

    private sealed class Queue(ClientTurns turns, CostClient client) : IDisposable
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public CostClient Client { get; } = client;

        public int Members { get; set; }

        // Only whoever has the turn has this to dispose of.
        public void Dispose()
        {
            Turn.Release();
            turns.Leave(this);
        }
    }
}
