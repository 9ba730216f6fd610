using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Exams.World;

/// <summary>A vendor's server that webhooks deliver to: a real one on loopback, which can be told to misbehave, go away and come back.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<Received> _received = new();
    private readonly int _port;
    private WebApplication? _app;

    private Receiver(int port) => _port = port;

    /// <summary>How it answers; 200 unless a test says otherwise.</summary>
    public Func<Received, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What came, in the order in which it came.</summary>
    public IReadOnlyList<Received> Received => [.. _received];

    public string Url { get; private set; } = "";

    public static async Task<Receiver> StartAsync(int port = 0)
    {
        var receiver = new Receiver(port);
        await receiver.ComeBackAsync();
        return receiver;
    }

    public Task ComeBackAsync() => ListenAsync(Url.Length == 0 ? _port : new Uri(Url).Port);

    public async Task GoAwayAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _app = null;
    }

    /// <summary>Waits until so many came.</summary>
    public async Task<IReadOnlyList<Received>> WaitAsync(int count)
    {
        for (var i = 0; _received.Count < count; i++)
        {
            if (i > 600)
                throw new InvalidOperationException($"{_received.Count} of {count} deliveries came within 30 s.");
            await Task.Delay(50);
        }

        return Received;
    }

    /// <summary>The signatures that a secret makes of what came, put together as the documentation says and by nothing of ours.</summary>
    public static string SignatureOf(Received received, string secret)
    {
        var at = received.Header("Exams-Signature").Split(',')[0]["t=".Length..];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{at}.{received.Body}")));
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await GoAwayAsync();
    }

    private async Task ListenAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        _app = builder.Build();
        _app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var received = new Received(
                context.Request.Path, context.Request.Headers.ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.OrdinalIgnoreCase), await reader.ReadToEndAsync());
            _received.Enqueue(received);
            await Answer(received, context);
        });
        await _app.StartAsync();
        Url = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/hook";
    }
}

/// <summary>One request that came.</summary>
public sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Header(string name) => Headers[name];

    /// <summary>The signatures that it carries.</summary>
    public IReadOnlyList<string> Signatures => [.. Header("Exams-Signature").Split(',').Where(one => one.StartsWith("v1=", StringComparison.Ordinal)).Select(one => one[3..])];
}
