using System.Text.Json;
using Exams.GraphQL.Execution;

namespace Exams.GraphQL.Fuzz.Worlds;

/// <summary>Asks for responses in parts and reads them.</summary>
internal static class PartsReader
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Reads the payloads of a request.</summary>
    /// <param name="executor">Runs it.</param>
    /// <param name="request">The request.</param>
    /// <param name="most">How many to read before leaving.</param>
    /// <returns>What was read; null when the response came in one.</returns>
    public static Payloads? Read(IRequestExecutor executor, OperationRequest request, int most)
    {
        var running = executor.ExecuteAsync(request).AsTask();
        WrongException.Unless(running.Wait(Longest), "A request comes to its end");
        if (running.Result is not ResponseStream { IsIncremental: true } stream)
        {
            (running.Result as IDisposable)?.Dispose();
            return null;
        }

        return ReadAsync(stream, most).WaitAsync(Longest).GetAwaiter().GetResult();
    }

    private static async Task<Payloads> ReadAsync(ResponseStream stream, int most)
    {
        var payloads = new Payloads();
        await using (stream)
        {
            await foreach (var response in stream.Responses)
            {
                using (response)
                {
                    using var json = Json(response.Body);
                    payloads.Read(json.RootElement);
                }

                if (payloads.Count >= most)
                {
                    return payloads;
                }
            }
        }

        WrongException.Unless(payloads.IsOver, "The last payload says that it is the last");
        return payloads;
    }

    private static JsonDocument Json(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body.ToArray(), new JsonDocumentOptions { MaxDepth = 2_000 });
        }
        catch (JsonException)
        {
            throw new WrongException("A payload is JSON");
        }
    }
}
