using Exams.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Exams.World;

/// <summary>Counts rows of any entity through the gate.</summary>
public static class Rows
{
    public static Task<int> CountAsync(ExamsDb db, Type entity) =>
        (Task<int>)typeof(Rows).GetMethod(nameof(Count), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(entity).Invoke(null, [db])!;

    private static Task<int> Count<T>(ExamsDb db)
        where T : class => db.Set<T>().CountAsync();
}
