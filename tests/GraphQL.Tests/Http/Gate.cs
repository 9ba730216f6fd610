using System.Security.Claims;
using System.Text.Json;
using Exams.GraphQL.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Tests.Http;

/// <summary>Lets in whoever names himself, and shows everybody out again.</summary>
internal sealed class Gate : IGraphQLSessionInterceptor, IDisposable
{
    private readonly CancellationTokenSource _ended = new();

    /// <summary>How long a session lasts, from when it is opened.</summary>
    public TimeSpan? Lifetime { get; init; }

    public bool IsBroken { get; init; }

    public int OpenLeases { get; private set; }

    public ValueTask<SessionStatus> OnConnectAsync(HttpContext context, JsonElement payload, CancellationToken cancellationToken)
    {
        if (IsBroken)
        {
            throw new InvalidOperationException("the gate broke");
        }

        var name = payload.ValueKind == JsonValueKind.Object
            ? payload.GetProperty("authorization").GetString()
            : context.Request.Headers.Authorization.ToString();
        if (name is null or "" or "stranger")
        {
            return new(SessionStatus.Reject("Nobody knows you"));
        }

        OpenLeases++;
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "Gate"));
        return new(SessionStatus.Accept(user, TimeProvider.System.GetUtcNow() + Lifetime, new Lease(this), _ended.Token));
    }

    public void End() => _ended.Cancel();

    public void Dispose() => _ended.Dispose();

    public Action<IServiceCollection> Register => services => services.AddSingleton<IGraphQLSessionInterceptor>(this);

    private sealed class Lease(Gate gate) : IDisposable
    {
        public void Dispose() => gate.OpenLeases--;
    }
}
