using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Http;

/// <summary>The services of an HTTP request, whose scope is opened when one is asked for: most queries need none, because resolvers
/// have scopes of their own.</summary>
/// <param name="context">The request.</param>
internal sealed class CallServices(HttpContext context) : IKeyedServiceProvider, IDisposable
{
    // The server uses its object for the next request, which nobody may come upon by this way.
    private HttpContext? _context = context;

    private IServiceProvider Inner => (_context ?? throw new ObjectDisposedException(nameof(IServiceProvider), "The request is over.")).RequestServices;

    /// <inheritdoc/>
    public object? GetService(Type serviceType) =>
        serviceType == typeof(IServiceScopeFactory) && _context is DefaultHttpContext { ServiceScopeFactory: { } scopes } ? scopes
        : Inner.GetService(serviceType);

    /// <inheritdoc/>
    public object? GetKeyedService(Type serviceType, object? serviceKey) => (Inner as IKeyedServiceProvider)?.GetKeyedService(serviceType, serviceKey);

    /// <inheritdoc/>
    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) => Inner.GetRequiredKeyedService(serviceType, serviceKey);

    /// <inheritdoc/>
    public void Dispose() => _context = null;
}
