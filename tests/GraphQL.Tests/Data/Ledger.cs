using Exams.GraphQL.Data;
using Exams.GraphQL.Data.Filters;
using Exams.GraphQL.Data.Paging;
using Exams.GraphQL.Data.Sorting;
using Exams.GraphQL.Language;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Pagination;
using Microsoft.EntityFrameworkCore;

namespace Exams.GraphQL.Tests.Data;

/// <summary>A code kept as text in the database and as a value of its own in the code.</summary>
public readonly record struct Code(string Text)
{
    public static bool TryParse(string? text, out Code code)
    {
        code = new Code(text ?? "");
        return text is { Length: 3 };
    }

    public override string ToString() => Text;
}

public sealed class CodeType : ScalarType<Code, StringValueNode>
{
    public CodeType() : base("Code", BindingBehavior.Implicit)
    {
    }

    protected override Code ParseLiteral(StringValueNode valueSyntax) =>
        Code.TryParse(valueSyntax.Value, out var code) ? code : throw new SerializationException("A code has three letters.", this);

    protected override StringValueNode ParseValue(Code runtimeValue) => new(runtimeValue.Text);

    public override bool TrySerialize(object? runtimeValue, out object? resultValue)
    {
        resultValue = (runtimeValue as Code?)?.Text;
        return runtimeValue is null or Code;
    }
}

public enum Kind
{
    Small,
    Middle,
    Large,
}

/// <summary>A line of the ledger, with every kind of column that can be sorted or filtered by.</summary>
public class Line
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string? Note { get; set; }

    public int? Score { get; set; }

    public Kind Kind { get; set; }

    public Code Code { get; set; } = new("AAA");

    public DateOnly Day { get; set; }

    [IsProjected]
    public bool Open { get; set; }

    public int? OwnerId { get; set; }

    public Owner? Owner { get; set; }

    /// <summary>Computed; the database does not know it.</summary>
    public string Label => $"{Code}-{Name}-{Score}";

    public override string ToString() => FormattableString.Invariant($"{Id}:{Name}/{Note}/{Score}/{Kind}/{Code}/{Day:O}/{Open}/{OwnerId}");
}

public class Owner
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public List<Line> Lines { get; set; } = [];
}

public class LedgerContext(DbContextOptions<LedgerContext> options) : DbContext(options)
{
    public DbSet<Line> Lines => Set<Line>();

    public DbSet<Owner> Owners => Set<Owner>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Line>().Property(l => l.Code).HasConversion(c => c.Text, t => new Code(t));
        modelBuilder.Entity<Line>().Property(l => l.Kind).HasConversion<string>();
    }
}

public sealed class LineType : ObjectType<Line>
{
    protected override void Configure(IObjectTypeDescriptor<Line> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(l => l.Id);
        descriptor.Field(l => l.Code);
    }
}

public sealed class OwnerType : ObjectType<Owner>
{
    protected override void Configure(IObjectTypeDescriptor<Owner> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(o => o.Id);
    }
}

public sealed class NameOperations : StringOperationFilterInputType
{
    protected override void Configure(IFilterInputTypeDescriptor descriptor)
    {
        descriptor.Operation(DefaultFilterOperations.Equals);
        descriptor.Operation(DefaultFilterOperations.EqualsIgnoreCase);
        descriptor.Operation(DefaultFilterOperations.ContainsIgnoreCase);
    }
}

public sealed class LineFilter : FilterInputType<Line>
{
    protected override void Configure(IFilterInputTypeDescriptor<Line> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(l => l.Id);
        descriptor.Field(l => l.Name);
        descriptor.Field(l => l.Name).Name("loose").Type<NameOperations>();
        descriptor.Field(l => l.Note);
        descriptor.Field(l => l.Score);
        descriptor.Field(l => l.Kind);
        descriptor.Field(l => l.Code);
        descriptor.Field(l => l.Day);
        descriptor.Field(l => l.Open);
        descriptor.Field(l => l.Owner);
    }
}

public sealed class OwnerFilter : FilterInputType<Owner>
{
    protected override void Configure(IFilterInputTypeDescriptor<Owner> descriptor)
    {
        descriptor.Field(o => o.Name);
        descriptor.Field(o => o.Lines);
    }
}

public sealed class LineSort : SortInputType<Line>
{
    protected override void Configure(ISortInputTypeDescriptor<Line> descriptor)
    {
        descriptor.Field(l => l.Id);
        descriptor.Field(l => l.Name);
        descriptor.Field(l => l.Note);
        descriptor.Field(l => l.Score);
        descriptor.Field(l => l.Kind);
        descriptor.Field(l => l.Code);
        descriptor.Field(l => l.Day);
        descriptor.Field(l => l.Open);
        descriptor.Field(l => l.Owner);
    }
}

public sealed class OwnerSort : SortInputType<Owner>
{
    protected override void Configure(ISortInputTypeDescriptor<Owner> descriptor) => descriptor.Field(o => o.Name);
}

[QueryType]
public static class LedgerQueries
{
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 2, MaxPageSize = 1000)]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Line> GetLines(LedgerContext db) => db.Lines.AsNoTracking();

    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 2, MaxPageSize = 1000, ConnectionName = "Lines")]
    [UseProjection]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Line> GetLinesProjected(LedgerContext db) => db.Lines.AsNoTracking();

    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 2, MaxPageSize = 1000, ConnectionName = "Lines")]
    [UseFiltering]
    [UseSorting]
    public static async Task<IQueryable<Line>> GetLinesQueriedInMemoryAsync(LedgerContext db, CancellationToken cancellationToken) =>
        (await db.Lines.AsNoTracking().Include(l => l.Owner).ToListAsync(cancellationToken)).AsQueryable();

    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 2, MaxPageSize = 1000, ConnectionName = "LinesByScore")]
    public static IQueryable<Line> GetLinesByScore(LedgerContext db) => db.Lines.AsNoTracking().Where(l => l.Id > 0).OrderByDescending(l => l.Score);

    [UsePaging(RequirePagingBoundaries = true, DefaultPageSize = 3, MaxPageSize = 5, ConnectionName = "Bounded")]
    public static IQueryable<Line> GetBounded(LedgerContext db) => db.Lines.AsNoTracking();

    [UsePaging(AllowBackwardPagination = false, DefaultPageSize = 9, MaxPageSize = 4, ConnectionName = "Forward")]
    public static IQueryable<Line> GetForward(LedgerContext db) => db.Lines.AsNoTracking();

    [UsePaging(ConnectionName = "Plain")]
    public static IQueryable<Line> GetPlain(LedgerContext db) => db.Lines.AsNoTracking();

    [UsePaging(ConnectionName = "ByHand", IncludeTotalCount = true)]
    public static async Task<Connection<Line>> GetByHandAsync(PagingArguments paging, LedgerContext db, CancellationToken cancellationToken) =>
        (await db.Lines.AsNoTracking().ToPageAsync(paging, cancellationToken)).ToConnection();

    [UsePaging(ConnectionName = "Names")]
    public static IQueryable<string> GetNames(LedgerContext db) => db.Lines.OrderBy(l => l.Id).Select(l => l.Name);

    [UseFiltering]
    [UseSorting]
    public static async Task<List<Line>> GetLinesInMemoryAsync(LedgerContext db, CancellationToken cancellationToken) =>
        await db.Lines.AsNoTracking().Include(l => l.Owner).OrderBy(l => l.Id).ToListAsync(cancellationToken);

    [UseProjection]
    [UseFiltering]
    public static IQueryable<Owner> GetOwners(LedgerContext db) => db.Owners.AsNoTracking().OrderBy(o => o.Id);
}
