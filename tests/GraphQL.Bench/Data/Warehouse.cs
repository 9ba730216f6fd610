using Exams.GraphQL.Data;
using Exams.GraphQL.Data.Filters;
using Exams.GraphQL.Data.Sorting;
using Exams.GraphQL.Execution.Batches;
using Exams.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Exams.GraphQL.Bench.Data;

/// <summary>A thing on a shelf.</summary>
public sealed class Ware
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string? Note { get; set; }

    public int Score { get; set; }

    public double Price { get; set; }

    public int ShelfId { get; set; }
}

/// <summary>A shelf.</summary>
public sealed class Shelf
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

/// <summary>Ten thousand wares on two hundred shelves.</summary>
public sealed class Warehouse(DbContextOptions<Warehouse> options) : DbContext(options)
{
    public DbSet<Ware> Wares => Set<Ware>();

    public DbSet<Shelf> Shelves => Set<Shelf>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Ware>().HasIndex(w => new { w.Score, w.Id });

    /// <summary>Makes and fills it.</summary>
    public void Stock()
    {
        Database.EnsureCreated();
        Shelves.AddRange(Enumerable.Range(1, 200).Select(i => new Shelf { Id = i, Name = $"Shelf {i}" }));
        Wares.AddRange(Enumerable.Range(1, 10_000).Select(i => new Ware
        {
            Id = i,
            Name = $"Ware number {i}",
            Note = i % 3 == 0 ? null : $"note {i % 17}",
            Score = i * 7919 % 1000,
            Price = i / 8.0,
            ShelfId = (i * 31 % 200) + 1,
        }));
        SaveChanges();
    }
}

/// <summary>Shelves by number, one statement for all that are asked for together.</summary>
public sealed class ShelfByIdDataLoader(IDbContextFactory<Warehouse> factory, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<int, Shelf>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<int, Shelf>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Shelves.AsNoTracking().Where(s => keys.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellationToken);
    }
}

[ExtendObjectType<Ware>]
public static class WareFields
{
    public static Task<Shelf?> GetShelfAsync([Parent(nameof(Ware.ShelfId))] Ware ware, ShelfByIdDataLoader shelves, CancellationToken ct) =>
        shelves.LoadAsync(ware.ShelfId, ct);
}

public sealed class WareFilter : FilterInputType<Ware>
{
    protected override void Configure(IFilterInputTypeDescriptor<Ware> descriptor)
    {
        descriptor.Field(w => w.Score);
        descriptor.Field(w => w.Note);
    }
}

public sealed class WareSort : SortInputType<Ware>
{
    protected override void Configure(ISortInputTypeDescriptor<Ware> descriptor)
    {
        descriptor.Field(w => w.Score);
        descriptor.Field(w => w.Name);
    }
}

[QueryType]
public static class WarehouseQueries
{
    [UsePaging(MaxPageSize = 100)]
    [UseProjection]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Ware> GetWares(Warehouse db) => db.Wares.AsNoTracking();
}
