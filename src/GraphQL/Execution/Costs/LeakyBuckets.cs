namespace Exams.GraphQL.Execution.Costs;

/// <summary>A bucket for each client, in memory: it holds a capacity, and what was taken comes back at a steady rate. Forgets whose
/// bucket is full again.</summary>
/// <remarks>What costs more than a whole bucket may run when the bucket is full; the client then waits until the debt is paid.</remarks>
/// <param name="options">How much clients may spend.</param>
/// <param name="time">The clock.</param>
public sealed class LeakyBuckets(LeakyBucketOptions options, TimeProvider time) : ICostBudget
{
    private static readonly TimeSpan SweepAtMostEvery = TimeSpan.FromSeconds(1);
    private const double LongestWait = 86_400;
    private static readonly CostClient Crowd = new("", true);
    private readonly Dictionary<CostClient, Bucket> _buckets = [];
    private readonly Lock _lock = new();
    private long? _swept;

    /// <summary>How many clients are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _buckets.Count;
            }
        }
    }

    /// <inheritdoc/>
    public TimeSpan? Reserve(CostClient client, double cost)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var (payer, bucket) = Find(client, now);
            var available = Available(payer, bucket, now);
            var missing = Math.Min(cost, Capacity(payer)) - available;
            if (missing > 0)
            {
                return TimeSpan.FromSeconds(Math.Min(missing / RestoreRate(payer), LongestWait));
            }

            (bucket.Available, bucket.At) = (available - cost, now);
            return null;
        }
    }

    /// <inheritdoc/>
    public void Return(CostClient client, double cost)
    {
        lock (_lock)
        {
            var payer = _buckets.ContainsKey(client) ? client : Crowd;
            if (_buckets.TryGetValue(payer, out var bucket))
            {
                var now = time.GetTimestamp();
                (bucket.Available, bucket.At) = (Math.Min(Capacity(payer), Available(payer, bucket, now) + cost), now);
            }
        }
    }

    /// <inheritdoc/>
    public CostBudgetStatus Status(CostClient client)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var available = _buckets.TryGetValue(client, out var bucket) ? Available(client, bucket, now) : Capacity(client);
            return new CostBudgetStatus(Capacity(client), available, RestoreRate(client));
        }
    }

    private (CostClient Payer, Bucket Bucket) Find(CostClient client, long now)
    {
        if (_buckets.TryGetValue(client, out var bucket))
        {
            return (client, bucket);
        }

        if (_buckets.Count >= options.MaxClients)
        {
            Sweep(now);
            client = _buckets.Count >= options.MaxClients ? Crowd : client;
            if (_buckets.TryGetValue(client, out bucket))
            {
                return (client, bucket);
            }
        }

        _buckets.Add(client, bucket = new Bucket { Available = Capacity(client), At = now });
        return (client, bucket);
    }

    // A full bucket is as good as none.
    private void Sweep(long now)
    {
        if (_swept is { } last && time.GetElapsedTime(last, now) < SweepAtMostEvery)
        {
            return;
        }

        _swept = now;
        foreach (var (client, bucket) in _buckets)
        {
            if (Available(client, bucket, now) >= Capacity(client))
            {
                _buckets.Remove(client);
            }
        }
    }

    private double Available(CostClient client, Bucket bucket, long now) =>
        Math.Min(Capacity(client), bucket.Available + (time.GetElapsedTime(bucket.At, now).TotalSeconds * RestoreRate(client)));

    private double Capacity(CostClient client) => options.Capacity * (client.IsShared ? options.SharedFactor : 1);

    private double RestoreRate(CostClient client) => options.RestoreRate * (client.IsShared ? options.SharedFactor : 1);

    private sealed class Bucket
    {
        public double Available { get; set; }

        public long At { get; set; }
    }
}
