using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Exams.GraphQL.Execution.Diagnostics;

/// <summary>What the engine tells of its work: spans of an <see cref="ActivitySource"/> and numbers of a <see cref="Meter"/>, both called
/// <see cref="Name"/>. Names follow OpenTelemetry's conventions for GraphQL where there are any. Documents go by their hash; variables,
/// literals and messages are never told. Costs nothing while nobody listens.</summary>
public static class EngineDiagnostics
{
    /// <summary>The name of source and meter.</summary>
    public const string Name = "Exams.GraphQL";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "graphql.request.duration", "s", "From the engine's request to its response, or to the first event of a stream.");
    private static readonly Counter<long> Errors = Meter.CreateCounter<long>("graphql.errors", "{error}", "Errors in responses.");
    private static readonly Counter<long> Documents = Meter.CreateCounter<long>(
        "graphql.documents", "{document}", "Documents asked for, by whether they were found ready.");
    private static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>("graphql.batch.size", "{key}", "Keys in a batch of a data loader.");
    private static readonly UpDownCounter<int> Subscriptions = Meter.CreateUpDownCounter<int>(
        "graphql.subscriptions.active", "{subscription}", "Subscriptions that listen.");
    private static readonly UpDownCounter<int> Sockets = Meter.CreateUpDownCounter<int>("graphql.sockets.active", "{socket}", "Sockets that are open.");

    /// <summary>Whether anybody wants to know of requests.</summary>
    internal static bool IsWatched => Source.HasListeners() || Duration.Enabled || Errors.Enabled;

    /// <summary>Whether anybody wants spans.</summary>
    internal static bool IsTraced => Source.HasListeners();

    /// <summary>Begins a span; it ends when it is disposed.</summary>
    /// <param name="name">What is done.</param>
    /// <returns>The span; null when nobody wants it.</returns>
    internal static Activity? Begin(string name) => Source.HasListeners() ? Source.StartActivity(name) : null;

    /// <summary>Begins the span of a batch and counts its keys.</summary>
    /// <param name="loader">Whose batch it is.</param>
    /// <param name="keys">How many keys it has.</param>
    /// <returns>The span; null when nobody wants it.</returns>
    internal static Activity? BeginBatch(string loader, int keys)
    {
        if (BatchSize.Enabled)
        {
            BatchSize.Record(keys, new KeyValuePair<string, object?>("graphql.batch.loader", loader));
        }

        return Begin("graphql.batch")?.SetTag("graphql.batch.loader", loader).SetTag("graphql.batch.size", keys);
    }

    /// <summary>Notes how long a request took and what came of it.</summary>
    /// <param name="seconds">How long.</param>
    /// <param name="operation">The kind of operation; null when there is none.</param>
    /// <param name="kind">How far it came; null when it failed altogether.</param>
    internal static void Finish(double seconds, string? operation, string? kind) => Duration.Record(
        seconds,
        new KeyValuePair<string, object?>("graphql.operation.type", operation),
        new KeyValuePair<string, object?>("graphql.response.kind", kind));

    /// <summary>Counts errors.</summary>
    /// <param name="count">How many.</param>
    /// <param name="operation">The kind of operation; null when there is none.</param>
    internal static void Err(int count, string? operation)
    {
        if (count > 0)
        {
            Errors.Add(count, new KeyValuePair<string, object?>("graphql.operation.type", operation));
        }
    }

    /// <summary>Counts a document.</summary>
    /// <param name="isReady">Whether it was found ready.</param>
    internal static void CountDocument(bool isReady)
    {
        if (Documents.Enabled)
        {
            Documents.Add(1, new KeyValuePair<string, object?>("graphql.cache.result", isReady ? "hit" : "miss"));
        }
    }

    /// <summary>Counts subscriptions that begin or end.</summary>
    /// <param name="change">1 or -1.</param>
    internal static void CountSubscription(int change) => Subscriptions.Add(change);

    /// <summary>Counts sockets that open or close.</summary>
    /// <param name="change">1 or -1.</param>
    internal static void CountSocket(int change) => Sockets.Add(change);
}
