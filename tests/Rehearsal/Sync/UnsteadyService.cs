using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Exams.Rehearsal.Sync;

/// <summary>A service that is killed and started again while its clients work. They know nothing of it but that connections break.</summary>
internal sealed class UnsteadyService(ServiceHome home, int seed) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private const double LineBreaks = 0.15;
    private const double SentTwice = 0.1;

    private readonly Random _random = new(seed);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(2) };
    private ServiceProcess? _process;
    private volatile Uri? _address;

    /// <summary>How often a request had to be sent again.</summary>
    public int Repeated => _repeated;

    /// <summary>How often the client was told to wait.</summary>
    public int Throttled => _throttled;

    private int _repeated;
    private int _throttled;

    public async Task StartAsync()
    {
        _process = await ServiceProcess.StartAsync(home);
        _address = _process.Address;
    }

    public async Task KillAsync()
    {
        _address = null;
        await _process!.KillAsync();
        _process.Dispose();
        await StartAsync();
    }

    public Task StopAsync() => _process!.StopAsync();

    /// <summary>Sends a request again and again until it is answered; a writing one must have a key. Now and then two copies of the program send
    /// it at once, and the answers must be the same.</summary>
    public async Task<JsonObject> AskAsync(Func<Task<string?>> token, string document, object variables)
    {
        if (!document.Contains("@idempotent", StringComparison.Ordinal) || Chance() > SentTwice)
        {
            return await OnceAsync(token, document, variables);
        }

        var both = await Task.WhenAll(OnceAsync(token, document, variables), OnceAsync(token, document, variables));
        Check.Equal(both[1]["data"]!.ToJsonString(), both[0]["data"]!.ToJsonString(), "the answers to two copies of a request");
        return both[1];
    }

    private async Task<JsonObject> OnceAsync(Func<Task<string?>> token, string document, object variables)
    {
        for (var watch = Stopwatch.StartNew(); ; Interlocked.Increment(ref _repeated))
        {
            Check.That(watch.Elapsed < Patience, "no answer for five minutes");
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(await AddressAsync(), "graphql"))
                {
                    Content = JsonContent.Create(new { query = document, variables }),
                };
                request.Headers.Accept.ParseAdd("application/graphql-response+json");
                request.Headers.Authorization = await token() is { } given ? new AuthenticationHeaderValue("Bearer", given) : null;
                // Lines break, too, and nobody knows whether the work was done.
                using var patience = new CancellationTokenSource(Chance() < LineBreaks ? TimeSpan.FromMilliseconds(Chance() * 100) : Timeout.InfiniteTimeSpan);
                using var response = await _http.SendAsync(request, patience.Token);
                if (response.StatusCode == HttpStatusCode.TooManyRequests)
                {
                    Interlocked.Increment(ref _throttled);
                    await Task.Delay(response.Headers.RetryAfter?.Delta ?? Pause);
                    continue;
                }

                var text = await response.Content.ReadAsStringAsync();
                Check.That(text.StartsWith('{'), $"the service answered {(int)response.StatusCode} with '{text}'");
                var answer = JsonNode.Parse(text)!.AsObject();
                return answer["errors"] is null && answer["data"] is JsonObject
                    ? answer
                    : throw new RehearsalException($"Errors came back: {answer.ToJsonString()} for {document}");
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or TaskCanceledException)
            {
                await Task.Delay(Pause);
            }
        }
    }

    /// <summary>A client's token.</summary>
    public async Task<string> TokenAsync(string clientId, string secret)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(Pause))
        {
            Check.That(watch.Elapsed < Patience, "no token for five minutes");
            try
            {
                using var form = new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "client_credentials", ["client_id"] = clientId, ["client_secret"] = secret,
                });
                using var response = await _http.PostAsync(new Uri(await AddressAsync(), "oauth/token"), form);
                return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.Text("access_token");
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or TaskCanceledException)
            {
                Interlocked.Increment(ref _repeated);
            }
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _process?.Dispose();
    }

    private async Task<Uri> AddressAsync()
    {
        for (var tries = 0; ; tries++)
        {
            if (_address is { } address)
            {
                return address;
            }

            Check.That(tries < 2_000, "the service does not come back");
            await Task.Delay(Pause);
        }
    }

    private double Chance()
    {
        lock (_random)
        {
            return _random.NextDouble();
        }
    }
}
