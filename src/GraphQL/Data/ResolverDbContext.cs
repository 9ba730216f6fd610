using System.Linq.Expressions;
using System.Reflection;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Data;

/// <summary>The database context of one resolver scope; made when it is first asked for, disposed with the scope.</summary>
/// <typeparam name="T">The context's type.</typeparam>
/// <param name="factory">Makes it.</param>
internal sealed class ResolverDbContext<T>(IDbContextFactory<T> factory) : IAsyncDisposable, IDisposable where T : DbContext
{
    private T? _context;

    /// <summary>The context.</summary>
    public T Context => _context ??= factory.CreateDbContext();

    /// <inheritdoc/>
    public void Dispose() => _context?.Dispose();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _context?.DisposeAsync() ?? default;
}

/// <summary>Gives resolvers their database context.</summary>
/// <typeparam name="T">The context's type.</typeparam>
internal sealed class DbContextBinder<T> : IParameterBinder where T : DbContext
{
    /// <inheritdoc/>
    public Expression? Bind(ParameterInfo parameter, Expression context) => parameter.ParameterType == typeof(T)
        ? Expression.Call(typeof(DbContextBinder<T>), nameof(Current), null, context)
        : null;

    private static T Current(IResolverContext context) => context.Services.GetRequiredService<ResolverDbContext<T>>().Context;
}
