using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Exams.GraphQL.Bench.Servers;
using Exams.GraphQL.Execution;

namespace Exams.GraphQL.Bench.Soaks;

/// <summary>Hours in minutes: a steady stream of requests with so many different documents, while memory is watched.</summary>
/// <param name="host">The engine's host (a .dll).</param>
/// <param name="distinct">How many different documents.</param>
/// <param name="length">How long.</param>
/// <param name="rate">Requests per second.</param>
/// <param name="output">Where to write.</param>
internal sealed class Soak(string host, int distinct, TimeSpan length, int rate, TextWriter output) : IDisposable
{
    private const int Workers = 16;
    private const double Flat = 0.05;
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly HttpClient _client = new(new SocketsHttpHandler { MaxConnectionsPerServer = Workers + 1 });
    private readonly Stopwatch _clock = new();
    private long _sent;
    private long _answered;

    /// <summary>Runs and judges.</summary>
    /// <exception cref="BenchException">A promise is broken.</exception>
    public async Task RunAsync()
    {
        var port = ServerProcess.FreePort();
        using var server = await ServerProcess.StartAsync(
            "the engine's host", null, port, _ => "/graphql", new Dictionary<string, string>(), "dotnet", host, "--urls", $"http://127.0.0.1:{port}");
        var address = server.Address(Workload.All[0]);
        var samples = new List<SoakSample>();
        _clock.Start();
        var work = Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(address)));
        while (_clock.Elapsed < length && !work.IsFaulted)
        {
            await Task.WhenAny(Task.Delay(Pause), work);
            var counters = await HostCounters.ReadAsync(_client, address);
            samples.Add(new SoakSample(
                _clock.Elapsed, Interlocked.Read(ref _answered), server.ResidentMemory, counters.Documents, counters.DocumentBytes));
        }

        await work;
        Judge(samples);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    // Each request has its moment; whoever is free sends it then, or at once when it is late.
    private async Task WorkAsync(Uri address)
    {
        while (_clock.Elapsed < length)
        {
            var number = Interlocked.Increment(ref _sent) - 1;
            var early = TimeSpan.FromSeconds((double)number / rate) - _clock.Elapsed;
            if (early > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(early);
            }

            using var body = new ByteArrayContent(SoakDocuments.Body((int)(number % distinct)));
            body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await _client.PostAsync(address, body);
            var text = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode || !text.StartsWith("{\"data\":{", StringComparison.Ordinal))
            {
                throw new BenchException($"Document {number % distinct} was answered {(int)answer.StatusCode}: {text[..Math.Min(200, text.Length)]}");
            }

            Interlocked.Increment(ref _answered);
        }
    }

    private void Judge(List<SoakSample> samples)
    {
        var warmUp = length / 5 < LongestWarmUp ? length / 5 : LongestWarmUp;
        var warm = samples.FindAll(s => s.At >= warmUp);
        foreach (var sample in samples.Where((_, i) => i % Math.Max(1, samples.Count / 20) == 0))
        {
            output.WriteLine(Text(
                $"{sample.At:mm\\:ss}  {sample.Requests,9:N0} requests  {Megabytes(sample.Resident):F1} MB resident  {sample.Documents} documents kept, {Megabytes(sample.DocumentBytes):F1} MB"));
        }

        // Single moments depend on when the collector ran last, so fifths are compared.
        var fifth = Math.Max(1, warm.Count / 5);
        var means = Enumerable.Range(0, 5).Select(i => warm.Skip(i * fifth).Take(fifth).Average(s => s.Resident)).ToArray();
        var growth = means.Max(m => m / means[0]) - 1;
        var (documents, bytes) = (samples.Max(s => s.Documents), samples.Max(s => s.DocumentBytes));
        var perSecond = samples[^1].Requests / samples[^1].At.TotalSeconds;
        var verdict = Text(
            $"{distinct:N0} documents, {perSecond:N0} requests/s for {length.TotalMinutes:0.#} min: resident {string.Join(" → ", means.Select(m => Text($"{Megabytes(m):F1}")))} MB by fifths ({growth:+0.0 %;-0.0 %} at most), at most {documents} documents and {Megabytes(bytes):F1} MB kept");
        output.WriteLine(verdict);
        var options = EngineOptions.Public;
        if (documents > options.MaxCachedDocuments || bytes > options.MaxCacheBytes)
        {
            throw new BenchException(Text($"more than {options.MaxCachedDocuments} documents or {Megabytes(options.MaxCacheBytes):F0} MB are kept: {verdict}"));
        }

        if (growth > Flat)
        {
            throw new BenchException($"memory grows: {verdict}");
        }
    }

    private static double Megabytes(double bytes) => bytes / 1_048_576;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
