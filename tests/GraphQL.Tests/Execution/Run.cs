using System.Text;
using System.Text.Json;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Sdl;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>Runs documents in process and hands back their responses as text.</summary>
public static class Run
{
    public static RequestExecutor Unvalidated(Schema schema, EngineOptions? options = null) =>
        new(schema, (_, _, _) => [], options ?? EngineOptions.Reference);

    public static async Task<string> TextAsync(IRequestExecutor executor, OperationRequest request, CancellationToken cancellationToken = default)
    {
        using var response = (Response)await executor.ExecuteAsync(request, cancellationToken);
        return Encoding.UTF8.GetString(response.Body.Span);
    }

    public static async Task<string> TextAsync(IRequestExecutor executor, string document, object? variables = null, IServiceProvider? services = null) =>
        await TextAsync(executor, Request(document, variables, services), TestContext.Current.CancellationToken);

    public static OperationRequest Request(string document, object? variables = null, IServiceProvider? services = null) => new()
    {
        Document = Encoding.UTF8.GetBytes(document),
        Services = services ?? NoServices.Instance,
        Variables = variables is null ? default : JsonSerializer.SerializeToElement(variables),
    };

    /// <summary>A schema from SDL with resolvers of its own, by coordinate; other fields read their parent.</summary>
    public static Schema Schema(string sdl, params (string Coordinate, FieldResolver Resolver)[] resolvers)
    {
        var byCoordinate = resolvers.ToDictionary(r => r.Coordinate, r => r.Resolver);
        return SchemaBuilder.FromSdl(sdl, new SdlOptions
        {
            AssumeValid = true,
            Resolver = (type, field) => byCoordinate.GetValueOrDefault($"{type.Name}.{field.Name}") ?? MemberResolver.Of(field.Name),
        });
    }

    public static FieldResolver Sync(Func<IResolverContext, object?> call) => new MethodResolver(call);

    public static FieldResolver Async(Func<IResolverContext, Task<object?>> call) => new TaskResolver(context => new ValueTask<object?>(call(context)));

    public sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
