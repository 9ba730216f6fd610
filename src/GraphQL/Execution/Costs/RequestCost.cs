using Exams.GraphQL.Execution.Plans;
using Exams.GraphQL.Execution.Requests;
using Exams.GraphQL.Language;

namespace Exams.GraphQL.Execution.Costs;

/// <summary>The cost of one request while it runs: what it may cost, what it has cost so far, and who pays.</summary>
/// <param name="operation">What it may cost.</param>
/// <param name="options">What is allowed.</param>
/// <param name="budget">What clients may spend; null for no bounds.</param>
/// <param name="client">Who pays.</param>
/// <param name="reported">What to tell a client that wants to know; null when it does not.</param>
internal sealed class RequestCost(OperationCost operation, EngineOptions options, ICostBudget? budget, CostClient client, Cost? reported)
{
    // Even an operation without any weight keeps a thread busy.
    private const double Least = 1;

    // What is restored meanwhile is enough for many small events, which then need no timer each.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(20);
    private double _reserved;
    private double? _actual;

    /// <summary>Whether the client wants to know.</summary>
    public bool IsReported => reported is not null;

    /// <summary>Reserves what the operation may cost.</summary>
    /// <returns>Null when it may run; otherwise how long to wait.</returns>
    public TimeSpan? Reserve()
    {
        var most = Math.Max(Least, operation.Total.Fields);
        var wait = budget?.Reserve(client, most);
        _reserved = budget is not null && wait is null ? most : 0;
        return wait;
    }

    /// <summary>The same for another run of the operation, with nothing reserved yet.</summary>
    /// <returns>Its cost.</returns>
    public RequestCost Again() => new(operation, options, budget, client, reported);

    /// <summary>Counts an object that is written, what is put off of it included.</summary>
    /// <param name="plan">Its fields.</param>
    public void Add(ObjectPlan plan) => _actual = (_actual ?? 0) + operation.WeightOf(plan.Whole);

    /// <summary>Reserves what the operation may cost, and waits for it as long as it takes.</summary>
    /// <param name="turns">Of those of a client who wait only the first asks again and again.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends when the client goes.</param>
    public async ValueTask ReserveInTurnAsync(ClientTurns turns, TimeProvider time, CancellationToken cancellationToken)
    {
        using var turn = await turns.TakeAsync(client, Timeout.InfiniteTimeSpan, cancellationToken);
        while (Reserve() is { } wait)
        {
            await Task.Delay(wait > ShortestWait ? wait : ShortestWait, time, cancellationToken);
        }
    }

    /// <summary>Gives back what was reserved and not spent, and owes what was spent beyond it: lists without pages are as long as they are. Once.</summary>
    public void Settle()
    {
        var spent = Math.Max(Least, _actual ?? 0);
        if (_reserved > 0 && _reserved != spent)
        {
            budget!.Return(client, _reserved - spent);
        }

        _reserved = 0;
    }

    /// <summary>Why the client must wait.</summary>
    /// <param name="wait">How long.</param>
    /// <returns>The error.</returns>
    public GraphQLError Throttled(TimeSpan wait)
    {
        var status = budget!.Status(client);
        return new GraphQLError("Too much was asked for in too short a time.")
        {
            Extensions = new OrderedDictionary<string, object?>
            {
                ["code"] = "THROTTLED",
                ["fieldCost"] = operation.Total.Fields,
                ["currentlyAvailable"] = Math.Floor(status.CurrentlyAvailable),
                ["maximumAvailable"] = status.MaximumAvailable,
                ["restoreRate"] = status.RestoreRate,
                ["retryAfter"] = Math.Ceiling(wait.TotalSeconds),
            },
        };
    }

    /// <summary>Writes its member of <c>extensions</c>.</summary>
    /// <param name="json">Where to write.</param>
    public void Write(JsonBuffer json)
    {
        var total = reported ?? operation.Total;
        json.WriteRaw(options.CostReport == CostReport.Package ? "\"operationCost\":{\"fieldCost\":"u8 : "\"cost\":{\"fieldCost\":"u8);
        json.WriteNumber(total.Fields);
        Write(",\"typeCost\":"u8, total.Types, json);
        if (options.CostReport == CostReport.Full)
        {
            Write(",\"maxFieldCost\":"u8, options.MaxFieldCost, json);
            Write(",\"maxTypeCost\":"u8, options.MaxTypeCost, json);
            if (_actual is not null)
            {
                Write(",\"actualFieldCost\":"u8, _actual, json);
            }

            WriteStatus(json);
        }

        json.WriteRaw((byte)'}');
    }

    private void WriteStatus(JsonBuffer json)
    {
        if (budget?.Status(client) is { } status)
        {
            Write(",\"throttleStatus\":{\"maximumAvailable\":"u8, status.MaximumAvailable, json);
            Write(",\"currentlyAvailable\":"u8, Math.Floor(status.CurrentlyAvailable), json);
            Write(",\"restoreRate\":"u8, status.RestoreRate, json);
            json.WriteRaw((byte)'}');
        }
    }

    private static void Write(ReadOnlySpan<byte> name, double? number, JsonBuffer json)
    {
        json.WriteRaw(name);
        if (number is { } known)
        {
            json.WriteNumber(known);
        }
        else
        {
            json.WriteNull();
        }
    }
}
