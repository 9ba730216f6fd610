using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Exams.GraphQL.Tests.Surface;

/// <summary>Asks recorded questions over HTTP.</summary>
internal sealed class RecordedExchange(HttpClient client)
{
    private static readonly string[] Compared = ["x-batches", "allow"];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public async Task<JsonObject> RunAsync(RecordedVector vector)
    {
        using var reset = await client.PostAsync("/reset", null, Now);
        return vector.Transport switch
        {
            "ws" => await new RecordedSocket(client.BaseAddress!, this).RunAsync(vector),
            "sse" => await StreamAsync(vector),
            _ => await AskAsync(vector),
        };
    }

    /// <summary>A request beside the one that is recorded.</summary>
    public async Task AsideAsync(JsonObject request)
    {
        var body = new JsonObject { ["query"] = request["query"]!.DeepClone(), ["variables"] = request["variables"]?.DeepClone() };
        using var message = new HttpRequestMessage(HttpMethod.Post, (string?)request["path"] ?? "/graphql") { Content = Json(body.ToJsonString()) };
        if ((string?)request["user"] is { } user)
        {
            message.Headers.Add("X-User", user);
        }

        using var response = await client.SendAsync(message, Now);
        response.EnsureSuccessStatusCode();
    }

    private async Task<JsonObject> AskAsync(RecordedVector vector)
    {
        using var request = vector.Transport == "http-get"
            ? new HttpRequestMessage(HttpMethod.Get, vector.Path + Query(vector.Request))
            : new HttpRequestMessage(HttpMethod.Post, vector.Path) { Content = Json(vector.RawBody ?? vector.Request.ToJsonString()) };

        // A missing header means application/json here: what was recorded is asked for.
        Address(request, vector, "application/graphql-response+json");
        using var response = await client.SendAsync(request, Now);
        var text = await response.Content.ReadAsStringAsync(Now);
        var answer = new JsonObject
        {
            ["status"] = (int)response.StatusCode,
            ["contentType"] = response.Content.Headers.TryGetValues("Content-Type", out var type) ? type.Single() : null,
        };
        var headers = new JsonObject();
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            if (Compared.Contains(name.ToLowerInvariant()))
            {
                headers[name.ToLowerInvariant()] = string.Join(", ", values);
            }
        }

        if (headers.Count > 0)
        {
            answer["headers"] = headers;
        }

        var body = Parse(text);
        if (body is not null)
        {
            answer["body"] = body;
        }

        if (body is null || vector.IsTextual)
        {
            answer["bodyText"] = text;
        }

        return answer;
    }

    private async Task<JsonObject> StreamAsync(RecordedVector vector)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, vector.Path) { Content = Json(vector.Request.ToJsonString()) };
        Address(request, vector, "text/event-stream");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Now);
        await using var stream = await response.Content.ReadAsStreamAsync(Now);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Now);
        patience.CancelAfter(vector.Patience);
        var aside = AsideAsync(vector.Then);
        var text = new StringBuilder();
        var hasEnded = false;
        try
        {
            var buffer = new byte[4096];
            while (!hasEnded && (vector.StopAfter is not { } most || Events(text.ToString()).Count < most))
            {
                var count = await stream.ReadAsync(buffer, patience.Token);
                text.Append(Encoding.UTF8.GetString(buffer, 0, count));
                hasEnded = count == 0;
            }
        }
        catch (OperationCanceledException) when (!Now.IsCancellationRequested)
        {
            // As long as it was listened to when it was recorded.
        }

        await aside;
        var answer = new JsonObject
        {
            ["status"] = (int)response.StatusCode,
            ["contentType"] = response.Content.Headers.ContentType?.ToString(),
            ["ended"] = hasEnded,
            ["events"] = Events(text.ToString()),
        };
        if (vector.KeepsStream)
        {
            answer["raw"] = text.ToString();
        }

        return answer;
    }

    private async Task AsideAsync(IEnumerable<JsonObject> requests)
    {
        foreach (var request in requests)
        {
            // The stream has to be open first, which nothing on the wire says.
            await Task.Delay(400, Now);
            await AsideAsync(request);
        }
    }

    private static JsonArray Events(string text)
    {
        var events = new JsonArray();
        foreach (var block in text.Split("\n\n").Select(b => b.Trim()).Where(b => b.Length > 0 && b[0] != ':'))
        {
            var lines = block.Split('\n');
            var one = new JsonObject { ["event"] = lines.FirstOrDefault(l => l.StartsWith("event:", StringComparison.Ordinal))?[6..].Trim() };
            var data = lines.Where(l => l.StartsWith("data:", StringComparison.Ordinal)).Select(l => l[5..].Trim()).ToList();
            if (data.Count > 0)
            {
                one["data"] = Parse(string.Join('\n', data)) ?? string.Join('\n', data);
            }

            events.Add(one);
        }

        return events;
    }

    private static void Address(HttpRequestMessage request, RecordedVector vector, string accept)
    {
        if (vector.User is { } user)
        {
            request.Headers.Add("X-User", user);
        }

        foreach (var (name, value) in vector.Headers)
        {
            if (!name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                request.Headers.TryAddWithoutValidation(name, (string?)value);
            }
            else if (request.Content is { } content)
            {
                content.Headers.Remove("Content-Type");
                content.Headers.TryAddWithoutValidation("Content-Type", (string?)value is { Length: > 0 } type ? type : null);
            }
        }

        if (!request.Headers.Contains("Accept"))
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }
    }

    private static string Query(JsonObject request) => request.Count == 0 ? "" : "?" + string.Join('&', request.Select(p =>
        $"{p.Key}={Uri.EscapeDataString(p.Value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? (string)text! : p.Value?.ToJsonString() ?? "null")}"));

    private static ByteArrayContent Json(string text) => new(Encoding.UTF8.GetBytes(text))
    {
        Headers = { { "Content-Type", "application/json" } },
    };

    internal static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
