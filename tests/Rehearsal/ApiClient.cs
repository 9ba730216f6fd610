using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Exams.Rehearsal;

/// <summary>Speaks to the service as any vendor's program would: GraphQL over HTTP, one token.</summary>
public sealed class ApiClient(Uri address, string? token = null) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };

    public string? Token => token;

    public async Task<JsonObject> AskAsync(string document, object? variables = null, CancellationToken ct = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = JsonContent.Create(new { query = document, variables }) };
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        Sign(request);
        using var response = await _http.SendAsync(request, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        return JsonNode.Parse(text)?.AsObject() ?? throw new RehearsalException($"No JSON came back: {text}");
    }

    /// <summary>The data of an answer that must have no errors.</summary>
    public async Task<JsonObject> DataAsync(string document, object? variables = null, CancellationToken ct = default)
    {
        var answer = await AskAsync(document, variables, ct);
        return answer["errors"] is null && answer["data"] is JsonObject data
            ? data
            : throw new RehearsalException($"Errors came back: {answer.ToJsonString()} for {document}");
    }

    /// <summary>The payload of a mutation with one field that must not be refused.</summary>
    public async Task<JsonObject> DoAsync(string document, object? input = null, CancellationToken ct = default)
    {
        var payload = await PayloadAsync(document, input, ct);
        return payload["errors"]!.AsArray().Count == 0
            ? payload
            : throw new RehearsalException($"Refused: {payload["errors"]!.ToJsonString()} for {document}");
    }

    /// <summary>The codes with which a mutation must be refused.</summary>
    public async Task<string> RefusalAsync(string document, object? input = null, CancellationToken ct = default)
    {
        var payload = await PayloadAsync(document, input, ct);
        return string.Join(",", payload["errors"]!.AsArray().Select(error => (string?)error!["code"]));
    }

    public async Task<HttpResponseMessage> GetAsync(string path, RangeHeaderValue? range = null, CancellationToken ct = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path.TrimStart('/'));
        request.Headers.Range = range;
        Sign(request);
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
    }

    /// <summary>Sends a file to be imported; gives back the answer, whatever it is.</summary>
    public async Task<HttpResponseMessage> SendFileAsync(HttpContent file, CancellationToken ct = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "files") { Content = file };
        Sign(request);
        return await _http.SendAsync(request, ct);
    }

    /// <summary>Sends a CSV file that must be taken, and gives back its id.</summary>
    public async Task<string> UploadAsync(string csv, CancellationToken ct = default)
    {
        using var content = new StringContent(csv, System.Text.Encoding.UTF8, "text/csv");
        using var response = await SendFileAsync(content, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        return response.IsSuccessStatusCode ? JsonNode.Parse(text)!["id"]!.GetValue<string>() : throw new RehearsalException($"The file was refused: {text}");
    }

    public async Task SaveAsync(string path, string file, CancellationToken ct = default)
    {
        using var response = await GetAsync(path, ct: ct);
        if (!response.IsSuccessStatusCode)
        {
            throw new RehearsalException($"{path} answered {(int)response.StatusCode}.");
        }

        await using var target = File.Create(file);
        await response.Content.CopyToAsync(target, ct);
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonObject> PayloadAsync(string document, object? input, CancellationToken ct) =>
        (await DataAsync(document, new { input }, ct)).Single().Value!.AsObject();

    private void Sign(HttpRequestMessage request)
    {
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }
}

/// <summary>The service did not do what it promises.</summary>
public sealed class RehearsalException(string message) : Exception(message);

/// <summary>Short ways into JSON.</summary>
public static class JsonPaths
{
    public static JsonNode At(this JsonNode node, string path) =>
        path.Split('.').Aggregate(node, (at, step) => at[step] ?? throw new RehearsalException($"'{path}' is missing in {node.ToJsonString()}"));

    public static string Text(this JsonNode node, string path) => node.At(path).GetValue<JsonElement>().ToString();

    public static int Number(this JsonNode node, string path) => node.At(path).GetValue<int>();
}
