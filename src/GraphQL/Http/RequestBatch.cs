using System.Buffers;
using System.Globalization;
using System.Text;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Language;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Http;

/// <summary>Runs what came in one body: several requests, one request with several sets of variables, or both. One after the other,
/// each with services of its own; subscriptions have no place here.</summary>
/// <param name="call">The call.</param>
/// <param name="requests">The requests.</param>
/// <param name="isList">Whether they came as a list, be it of one.</param>
internal sealed class RequestBatch(GraphQLCall call, IReadOnlyList<RequestParameters> requests, bool isList)
{
    private readonly ISequenceFormat _format = SequenceFormats.For(call.Accept.Preferred, call.Options.ResponseStyle);
    private bool _isFirst = true;

    // In a JSON list of answers to a list of requests the place says which is which.
    private bool NumbersRequests => isList && (_format is not JsonListFormat || requests.Any(r => r.IsVariableBatch));

    /// <summary>Runs everything and writes the answers, in the order of the requests. Each part says by <c>requestIndex</c> and
    /// <c>variableIndex</c> what it answers.</summary>
    public async Task RunAsync()
    {
        if (_format is JsonListFormat)
        {
            var list = new JsonBuffer();
            _format.Begin(list);
            await RunAsync(list, static () => default);
            _format.End(list);
            await ResponseWriter.WriteAsync(call, list);
            return;
        }

        var writer = ResponseSequence.Open(call.Context, _format);
        await RunAsync(writer, async () => await writer.FlushAsync(call.Context.RequestAborted));
        _format.End(writer);
        await writer.FlushAsync(call.Context.RequestAborted);
    }

    private async ValueTask RunAsync(IBufferWriter<byte> writer, Func<ValueTask> flushAsync)
    {
        for (var i = 0; i < requests.Count; i++)
        {
            for (var run = 0; run < requests[i].Runs; run++)
            {
                await RunAsync(requests[i], i, run, writer);
                await flushAsync();
            }
        }
    }

    private async ValueTask RunAsync(RequestParameters request, int index, int run, IBufferWriter<byte> writer)
    {
        await using var scope = call.Context.RequestServices.CreateAsyncScope();
        var variables = request.IsVariableBatch ? request.Variables[run] : request.Variables;
        var result = await call.Executor.ExecuteAsync(
            call.Request(request, AllowedOperations.Query | AllowedOperations.Mutation, scope.ServiceProvider, variables),
            call.Context.RequestAborted);
        if (result is Response response)
        {
            using (response)
            {
                Write(request, index, run, response.Body.Span, writer);
            }

            return;
        }

        await ((ResponseStream)result).DisposeAsync();
        using var refusal = new JsonBuffer(256);
        Refusal.NotAcceptable.WriteTo(refusal);
        Write(request, index, run, refusal.Written.Span, writer);
    }

    private void Write(RequestParameters request, int index, int run, ReadOnlySpan<byte> json, IBufferWriter<byte> writer)
    {
        var numbers = new StringBuilder("{");
        if (NumbersRequests)
        {
            numbers.Append(CultureInfo.InvariantCulture, $"\"requestIndex\":{index},");
        }

        if (request.IsVariableBatch)
        {
            numbers.Append(CultureInfo.InvariantCulture, $"\"variableIndex\":{run},");
        }

        // A response is an object that is never empty, so that members can be put in front of the others.
        _format.Write(writer, [.. Encoding.ASCII.GetBytes(numbers.ToString()), .. json[1..]], _isFirst);
        _isFirst = false;
    }
}
