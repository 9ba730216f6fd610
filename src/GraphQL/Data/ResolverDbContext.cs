using System.Linq.Expressions;
using System.Reflection;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Building;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Data;

/// <summary>The database context of one resolver scope; made when it is first asked for, disposed with the scope.</summary>
/// <typeparam name="T">The context's type.</typeparam>
/// <param name="factory">Makes it.</param>
/// <param name="given">Takes note of it.</param>
internal sealed class ResolverDbContext<T>(IDbContextFactory<T> factory, GivenContexts given) : IAsyncDisposable, IDisposable where T : DbContext
{
    private T? _context;

    /// <summary>The context.</summary>
    public T Context => _context ??= given.Note(factory.CreateDbContext());

    /// <inheritdoc/>
    public void Dispose() => _context?.Dispose();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _context?.DisposeAsync() ?? default;
}

/// <summary>The database contexts that were given to a resolver, so that it is known whose the query is that it gives back.</summary>
internal sealed class GivenContexts
{
    private readonly List<DbContext> _given = [];

    /// <summary>Takes note of a context.</summary>
    public T Note<T>(T context) where T : DbContext
    {
        _given.Add(context);
        return context;
    }

    /// <summary>The context that a query is of; null when it is none of those.</summary>
    public DbContext? Of(IQueryable query) => _given.Find(c => c.GetService<IAsyncQueryProvider>() == query.Provider);
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
