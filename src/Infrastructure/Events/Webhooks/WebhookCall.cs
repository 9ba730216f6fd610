using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Exams.Domain.Webhooks;

namespace Exams.Infrastructure.Events.Webhooks;

/// <summary>Posts one message to an address that somebody else chose: to public hosts alone, following nothing, within ten seconds, reading at most the
/// beginning of the answer.</summary>
internal sealed class WebhookCall : IDisposable
{
    private const int MostRead = 4_096;
    private const int MostKept = 1_000;

    private readonly HttpMessageInvoker _http;
    private readonly WebhookNetworks _networks;
    private readonly TimeSpan _timeout;

    public WebhookCall(WebhookOptions options)
    {
        _networks = new WebhookNetworks(options);
        _timeout = options.Timeout;
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            Credentials = null,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 16,
            MaxConnectionsPerServer = 4,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = ConnectAsync,
        });
    }

    /// <summary>Posts.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="body">JSON.</param>
    /// <param name="headers">Further headers.</param>
    /// <param name="ct">Ends with the service; what was sent by then may have arrived.</param>
    /// <returns>What came of it.</returns>
    public async Task<AttemptOutcome> PostAsync(string url, ReadOnlyMemory<byte> body, IEnumerable<(string Name, string Value)> headers, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(_timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.UserAgent.ParseAdd("Exams-Webhooks/1");
            foreach (var (name, value) in headers)
                request.Headers.Add(name, value);
            using var response = await _http.SendAsync(request, time.Token);
            var excerpt = await ExcerptAsync(response, time.Token);
            var status = (int)response.StatusCode;
            return new AttemptOutcome(Stopwatch.GetElapsedTime(began), status, status is >= 300 and <= 399 ? AttemptFault.Redirected : null, excerpt);
        }
        catch (Exception failed) when (!ct.IsCancellationRequested && FaultOf(failed, time.IsCancellationRequested) is { } fault)
        {
            return new AttemptOutcome(Stopwatch.GetElapsedTime(began), null, fault);
        }
    }

    public void Dispose() => _http.Dispose();

    private static AttemptFault? FaultOf(Exception failed, bool isTimeUp) => failed switch
    {
        _ when isTimeUp => AttemptFault.TimedOut,
        HttpRequestException { InnerException: AddressNotAllowedException } => AttemptFault.AddressNotAllowed,
        HttpRequestException { InnerException: AuthenticationException } => AttemptFault.NotTrusted,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } or HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound } }
            => AttemptFault.NameNotFound,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => AttemptFault.NotTrusted,
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.ResponseEnded }
            => AttemptFault.AnswerUnreadable,
        HttpRequestException or IOException or SocketException => AttemptFault.NotReached,
        _ => null,
    };

    // The address that is checked is the one that is connected to: nobody asks for the name a second time.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, ct);
        var allowed = found.Where(_networks.Allows).ToArray();
        if (allowed.Length == 0)
            throw new AddressNotAllowedException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<string?> ExcerptAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var bytes = new byte[MostRead];
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        var read = await body.ReadAtLeastAsync(bytes, MostRead, throwOnEndOfStream: false, ct);
        var text = Encoding.UTF8.GetString(bytes, 0, read);

        // The log is read by people: without control characters, which PostgreSQL would not take either.
        var plain = string.Concat(text.Where(one => !char.IsControl(one) || one is '\n' or '\t').Take(MostKept));
        return plain.Length == 0 ? null : char.IsHighSurrogate(plain[^1]) ? plain[..^1] : plain;
    }

    private sealed class AddressNotAllowedException() : IOException("The address may not be reached from here.");
}
