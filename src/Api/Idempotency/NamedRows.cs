using System.Linq.Expressions;
using System.Reflection;

namespace Exams.Api.Idempotency;

/// <summary>The rows that an answer names.</summary>
internal sealed class NamedRows
{
    private static readonly MethodInfo _fetch = typeof(NamedRows).GetMethod(nameof(FetchAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly Dictionary<Type, HashSet<long>> _named = [];
    private readonly Dictionary<(Type, long), object> _found = [];

    /// <summary>A thing by its row; at first reading only noted.</summary>
    /// <param name="type">What it is.</param>
    /// <param name="id">Its row.</param>
    /// <returns>Null before it was fetched, and for what the caller may not read.</returns>
    public object? Find(Type type, long id)
    {
        (_named.TryGetValue(type, out var ids) ? ids : _named[type] = []).Add(id);
        return _found.GetValueOrDefault((type, id));
    }

    /// <summary>Fetches all that were named, one statement for each kind.</summary>
    /// <param name="reads">The data as the caller may read them.</param>
    /// <param name="ct">Cancels.</param>
    public async Task FetchAsync(GatedReads reads, CancellationToken ct)
    {
        await using var db = reads.Open();
        foreach (var (type, ids) in _named)
        {
            foreach (var (id, row) in await (Task<Dictionary<long, object>>)_fetch.MakeGenericMethod(type).Invoke(null, [db, ids.ToList(), ct])!)
            {
                _found[(type, id)] = row;
            }
        }
    }

    private static async Task<Dictionary<long, object>> FetchAsync<T>(DbContext db, List<long> ids, CancellationToken ct)
        where T : class
    {
        var row = Expression.Parameter(typeof(T));
        var id = Expression.Property(row, RowConverters.Key);
        var keyOf = Expression.Lambda<Func<T, long>>(id, row).Compile();
        var isNamed = Expression.Lambda<Func<T, bool>>(
            Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)], Expression.Property(Expression.Constant(new Named(ids)), nameof(Named.Ids)), id), row);
        return (await db.Set<T>().Where(isNamed).ToListAsync(ct)).ToDictionary(keyOf, one => (object)one);
    }

    // A list that is read through a member becomes a parameter of the statement.
    private sealed record Named(List<long> Ids);
}
