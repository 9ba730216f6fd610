using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Exams.GraphQL.Configuration;
using Exams.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Tests.Surface;

/// <summary>A schema made of some classes, and questions to it.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public TestServer(Action<IServiceCollection> services, Action<IRequestExecutorBuilder> schema)
    {
        var collection = new ServiceCollection().AddLogging();
        services(collection);
        schema(collection.AddGraphQLServer().UseProfile(EngineProfile.Reference).ModifyRequestOptions(o => o.IncludeExceptionDetails = false));
        _services = collection.BuildServiceProvider(validateScopes: true);
    }

    public IServiceProvider Services => _services;

    public async Task<IRequestExecutor> Executor() =>
        await _services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync();

    /// <summary>The response's JSON text.</summary>
    public async Task<string> Ask(string query, object? variables = null, string? user = null) => await AskUntil(query, variables, user, CancellationToken.None);

    /// <summary>The response's JSON text, unless the client goes before it comes.</summary>
    public async Task<string> AskUntil(string query, object? variables, string? user, CancellationToken gone)
    {
        await using var scope = _services.CreateAsyncScope();
        using var response = (Response)await (await Executor()).ExecuteAsync(Request(query, variables, user, scope.ServiceProvider), gone);
        return Encoding.UTF8.GetString(response.Body.Span);
    }

    /// <summary>The first responses of a subscription.</summary>
    public async Task<List<string>> Listen(string query, int count, Func<Task>? then = null)
    {
        await using var scope = _services.CreateAsyncScope();
        var result = await (await Executor()).ExecuteAsync(Request(query, null, null, scope.ServiceProvider), TestContext.Current.CancellationToken);
        var texts = new List<string>();
        await using var responses = ((ResponseStream)result).Responses.GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var next = responses.MoveNextAsync();
        await (then?.Invoke() ?? Task.CompletedTask);
        while (await next)
        {
            using var response = responses.Current;
            texts.Add(Encoding.UTF8.GetString(response.Body.Span));
            if (texts.Count == count)
            {
                break;
            }

            next = responses.MoveNextAsync();
        }

        return texts;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static OperationRequest Request(string query, object? variables, string? user, IServiceProvider services) => new()
    {
        Document = Encoding.UTF8.GetBytes(query),
        Variables = variables is null ? default : JsonSerializer.SerializeToElement(variables),
        Services = services,
        User = new ClaimsPrincipal(user is null ? new ClaimsIdentity() : new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, user), new Claim(ClaimTypes.Role, user)], "test")),
    };
}
