using System.Collections.Concurrent;
using System.Text.Json;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;

namespace Exams.GraphQL.Host;

/// <summary>Runs one case against a schema that comes with it: <c>{sdl, root, query, variables, operationName}</c> → the result.</summary>
/// <remarks>Fields read their member of the JSON parent. A member <c>{"$error":"m"}</c> throws m, <c>{"$args":1}</c> gives the coerced
/// arguments as canonical JSON text, and <c>__typename</c> names the type of an object.</remarks>
internal sealed class DiffEndpoint(TimeProvider clock, ILogger<RequestExecutor> log)
{
    private const int MostSchemas = 64;
    private readonly ConcurrentDictionary<string, RequestExecutor> _executors = new(StringComparer.Ordinal);

    public async Task HandleAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, new JsonDocumentOptions { MaxDepth = 128 }, context.RequestAborted);
        var given = body.RootElement;
        var executor = Executor(given.GetProperty("sdl").GetString()!);
        var result = (Response)await executor.ExecuteAsync(
            new OperationRequest
            {
                Document = LooseText.Utf8(given.GetProperty("query")),
                OperationName = given.TryGetProperty("operationName", out var name) ? name.GetString() : null,
                Variables = given.TryGetProperty("variables", out var variables) ? variables : default,
                RootValue = given.TryGetProperty("root", out var root) && root.ValueKind == JsonValueKind.Object ? root : null,
                Services = context.RequestServices,
                Allowed = AllowedOperations.Query | AllowedOperations.Mutation,
            },
            context.RequestAborted);
        using (result)
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.Body.WriteAsync(result.Body, context.RequestAborted);
        }
    }

    private RequestExecutor Executor(string sdl)
    {
        if (_executors.TryGetValue(sdl, out var executor))
        {
            return executor;
        }

        if (_executors.Count >= MostSchemas)
        {
            _executors.Clear();
        }

        var schema = SchemaBuilder.FromSdl(sdl, new SdlOptions { Resolver = static (_, field) => Resolver(field.Name) });
        return _executors.GetOrAdd(sdl, Engine.Create(schema, EngineOptions.Reference, time: clock, log: log));
    }

    private static MethodResolver Resolver(string name) => new(context =>
    {
        var value = MemberResolver.Read(context.Source, name);
        if (value is not JsonElement { ValueKind: JsonValueKind.Object } member)
        {
            return value;
        }

        return member.TryGetProperty("$error", out var message) ? throw new GraphQLException(message.GetString()!)
            : member.TryGetProperty("$args", out _) ? Canonical.Arguments(context)
            : value;
    });
}
