using System.Globalization;
using System.Text;
using System.Text.Json;
using Exams.GraphQL.Execution;

namespace Exams.GraphQL.Fuzz.Worlds;

/// <summary>Runs requests and checks the form that every response must have (specification, "Response Format").</summary>
internal static class Answers
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Runs a request to its end; of a stream, to the end of its first few responses.</summary>
    public static JsonDocument Run(IRequestExecutor executor, OperationRequest request)
    {
        var running = executor.ExecuteAsync(request).AsTask();
        WrongException.Unless(running.Wait(Longest), "A request comes to its end");
        switch (running.Result)
        {
            case Response response:
                using (response)
                {
                    return Check(response.Body);
                }

            case ResponseStream stream:
                return FirstAsync(stream).WaitAsync(Longest).GetAwaiter().GetResult();
            default:
                throw new WrongException("A request is answered with a response or a stream");
        }
    }

    /// <summary>A value as canonical text: numbers by their worth, members in order.</summary>
    public static string Canonical(JsonElement value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    private static async Task<JsonDocument> FirstAsync(ResponseStream stream)
    {
        await using (stream)
        {
            await foreach (var response in stream.Responses)
            {
                using (response)
                {
                    return Check(response.Body);
                }
            }
        }

        return JsonDocument.Parse("""{"data":null}""");
    }

    private static JsonDocument Check(ReadOnlyMemory<byte> body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body.ToArray(), new JsonDocumentOptions { MaxDepth = 2_000 });
        }
        catch (JsonException wrong)
        {
            throw new WrongException("A response is JSON: " + wrong.Message.Split('.')[0]);
        }

        var root = document.RootElement;
        WrongException.Unless(root.ValueKind == JsonValueKind.Object, "A response is an object");
        WrongException.Unless(root.EnumerateObject().All(m => m.Name is "data" or "errors" or "extensions"), "A response has data, errors and extensions, and nothing else");
        WrongException.Unless(root.EnumerateObject().Select(m => m.Name).Distinct().Count() == root.EnumerateObject().Count(), "No member of a response stands twice");
        if (root.TryGetProperty("errors", out var errors))
        {
            WrongException.Unless(errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0, "Errors are a list with something in it");
            var paths = new HashSet<string>();
            foreach (var error in errors.EnumerateArray())
            {
                Check(error, root);
                WrongException.Unless(!error.TryGetProperty("path", out var path) || paths.Add(path.GetRawText()), "No two errors are those of one field");
            }
        }
        else
        {
            WrongException.Unless(root.TryGetProperty("data", out _), "A response without errors has data");
        }

        return document;
    }

    private static void Check(JsonElement error, JsonElement root)
    {
        WrongException.Unless(error.GetProperty("message").ValueKind == JsonValueKind.String, "An error has a message");
        var hasData = root.TryGetProperty("data", out var at);
        if (!error.TryGetProperty("path", out var path))
        {
            return;
        }

        if (!hasData)
        {
            WrongException.Unless(path.GetArrayLength() == 1, "Without data, only the field that a subscription begins with has a path");
            return;
        }

        foreach (var step in path.EnumerateArray())
        {
            if (at.ValueKind == JsonValueKind.Null)
            {
                return;
            }

            if (step.ValueKind == JsonValueKind.String)
            {
                WrongException.Unless(at.ValueKind == JsonValueKind.Object && at.TryGetProperty(step.GetString()!, out at), "A path leads through the data");
            }
            else
            {
                WrongException.Unless(at.ValueKind == JsonValueKind.Array && step.GetInt32() < at.GetArrayLength(), "A path leads through the data");
                at = at[step.GetInt32()];
            }
        }

        WrongException.Unless(at.ValueKind == JsonValueKind.Null, "An error's path ends at a null");
    }

    private static void Write(JsonElement value, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var member in value.EnumerateObject())
                {
                    text.Append(member.Name).Append(':');
                    Write(member.Value, text);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in value.EnumerateArray())
                {
                    Write(item, text);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case JsonValueKind.Number:
                text.Append(value.GetDouble().ToString("R", CultureInfo.InvariantCulture));
                break;
            case JsonValueKind.String:
                text.Append('"').Append(value.GetString()).Append('"');
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }
}
