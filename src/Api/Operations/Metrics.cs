using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Exams.Api.Operations;

/// <summary>The framework's own measurements in Prometheus' text format: requests, connections, memory. Loopback only, or with a token.</summary>
internal static class Metrics
{
    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Exams.GraphQL"];

    /// <summary><c>/metrics</c>.</summary>
    public static void MapMetrics(this WebApplication app, string? token)
    {
        var collector = new Collector();
        app.Lifetime.ApplicationStopped.Register(collector.Dispose);
        app.MapGet("/metrics", (HttpContext http) => May(http, token)
            ? HttpResults.Text(collector.Print(), "text/plain; version=0.0.4")
            : HttpResults.NotFound());
    }

    // What carries a forwarded address came through a proxy on this machine, from anywhere.
    private static bool May(HttpContext http, string? token) => token is null
        ? http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !http.Request.Headers.ContainsKey("X-Forwarded-For")
        : CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes($"Bearer {token}"));

    /// <summary>Adds up what the meters say. Series are bounded, because tags may come from outside.</summary>
    private sealed class Collector : IDisposable
    {
        private const int MostSeries = 500;
        private readonly ConcurrentDictionary<string, Sum> _sums = new(StringComparer.Ordinal);
        private readonly MeterListener _listener = new();

        public Collector()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (Meters.Contains(instrument.Meter.Name))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public string Print()
        {
            var text = new StringBuilder();
            foreach (var (name, sum) in _sums.OrderBy(one => one.Key, StringComparer.Ordinal))
            {
                var (count, total) = sum.Read();
                var brace = name.IndexOf('{', StringComparison.Ordinal);
                text.Append(CultureInfo.InvariantCulture, $"{name[..brace]}_count{name[brace..]} {count}\n");
                text.Append(CultureInfo.InvariantCulture, $"{name[..brace]}_sum{name[brace..]} {total:R}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"process_resident_memory_bytes {Environment.WorkingSet}\n");
            text.Append(CultureInfo.InvariantCulture, $"dotnet_gc_heap_bytes {GC.GetTotalMemory(forceFullCollection: false)}\n");
            return text.ToString();
        }

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var name = new StringBuilder(instrument.Name.Replace('.', '_')).Append('{');
            foreach (var (key, tag) in tags)
            {
                // Only what the server chose itself; routes and hosts of strangers would make a series each.
                if (key is "http.response.status_code" or "http.request.method" or "graphql.operation.type" or "graphql.response.kind" or "graphql.cache.result")
                {
                    name.Append(name[^1] == '{' ? "" : ",").Append(key.Replace('.', '_')).Append("=\"").Append(tag).Append('"');
                }
            }

            var series = name.Append('}').ToString();
            if (_sums.TryGetValue(series, out var sum) || (_sums.Count < MostSeries && (sum = _sums.GetOrAdd(series, _ => new Sum())) is not null))
            {
                sum.Add(value);
            }
        }
    }

    private sealed class Sum
    {
        private readonly Lock _lock = new();
        private long _count;
        private double _total;

        public void Add(double value)
        {
            lock (_lock)
            {
                _count++;
                _total += value;
            }
        }

        public (long Count, double Total) Read()
        {
            lock (_lock)
            {
                return (_count, _total);
            }
        }
    }
}
