using Microsoft.EntityFrameworkCore;

namespace Exams.GraphQL.Bench.Data;

/// <summary>The least that EF takes: two queries compiled beforehand, known when the program was written, a fresh context for each as the
/// service has it, and the JSON by hand.</summary>
/// <param name="factory">Makes contexts.</param>
internal sealed class CompiledByHand(IDbContextFactory<Warehouse> factory)
{
    private readonly Answer _answer = new();

    private readonly Func<Warehouse, int, string, int, IAsyncEnumerable<Ware>> _page = EF.CompileAsyncQuery(
        (Warehouse db, int floor, string note, int limit) => db.Wares.AsNoTracking()
            .Where(w => w.Score >= floor && w.Note != note).OrderBy(w => w.Score).ThenBy(w => w.Id).Take(limit));

    private readonly Func<Warehouse, List<int>, IAsyncEnumerable<Shelf>> _shelves = EF.CompileAsyncQuery(
        (Warehouse db, List<int> keys) => db.Shelves.AsNoTracking().Where(s => keys.Contains(s.Id)));

    /// <summary>Asks and writes.</summary>
    /// <returns>The response's bytes; good until the next asking.</returns>
    public async Task<ReadOnlyMemory<byte>> AskAsync()
    {
        List<Ware> wares;
        await using (var db = await factory.CreateDbContextAsync())
        {
            wares = await _page(db, 500, "note 3", 51).ToListAsync();
        }

        var keys = wares.Take(50).Select(w => w.ShelfId).Distinct().ToList();
        await using (var db = await factory.CreateDbContextAsync())
        {
            return await _answer.WriteAsync(wares, await _shelves(db, keys).ToDictionaryAsync(s => s.Id, s => s.Name));
        }
    }
}
