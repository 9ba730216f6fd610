using System.Text;
using Exams.GraphQL.Execution;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>Reads responses that come in several payloads.</summary>
internal sealed class InParts(ResponseStream stream) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<Response> _payloads = stream.Responses.GetAsyncEnumerator(TestContext.Current.CancellationToken);

    /// <summary>Asks with leave to answer in parts.</summary>
    public static async Task<InParts> AskAsync(IRequestExecutor executor, OperationRequest request, CancellationToken cancellationToken = default) =>
        new((ResponseStream)await executor.ExecuteAsync(request, cancellationToken));

    /// <summary>Asks with leave to answer in parts.</summary>
    public static Task<InParts> AskAsync(IRequestExecutor executor, string document, object? variables = null, IServiceProvider? services = null) =>
        AskAsync(executor, Request(document, variables, services), TestContext.Current.CancellationToken);

    /// <summary>All payloads of a document.</summary>
    public static async Task<List<string>> AllAsync(IRequestExecutor executor, string document, object? variables = null, IServiceProvider? services = null)
    {
        await using var parts = await AskAsync(executor, document, variables, services);
        var all = new List<string>();
        while (await parts.NextAsync() is { } payload)
        {
            all.Add(payload);
        }

        return all;
    }

    public static OperationRequest Request(string document, object? variables = null, IServiceProvider? services = null, CostMode cost = CostMode.Silent) => new()
    {
        Document = Encoding.UTF8.GetBytes(document),
        Services = services ?? Run.NoServices.Instance,
        Variables = variables is null ? default : System.Text.Json.JsonSerializer.SerializeToElement(variables),
        AllowIncremental = true,
        Cost = cost,
    };

    /// <summary>The next payload; null at the end.</summary>
    public async Task<string?> NextAsync()
    {
        if (!await _payloads.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken))
        {
            return null;
        }

        using var response = _payloads.Current;
        return Encoding.UTF8.GetString(response.Body.Span);
    }

    public async ValueTask DisposeAsync()
    {
        await _payloads.DisposeAsync();
        await stream.DisposeAsync();
    }
}
