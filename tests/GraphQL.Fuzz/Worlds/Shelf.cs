using Exams.GraphQL.Data;
using Exams.GraphQL.Data.Filters;
using Exams.GraphQL.Data.Sorting;
using Exams.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Exams.GraphQL.Fuzz.Worlds;

/// <summary>A kind of book.</summary>
public enum Genre
{
    Novel,
    Play,
    Verse,
}

/// <summary>A book, with every kind of column that can be sorted or filtered by.</summary>
public sealed class Book
{
    public int Id { get; set; }

    public string Title { get; set; } = "";

    public string? Note { get; set; }

    public int? Pages { get; set; }

    public long Copies { get; set; }

    public double Weight { get; set; }

    public Genre Genre { get; set; }

    public DateOnly Day { get; set; }

    public bool IsLent { get; set; }

    public Guid Code { get; set; }

    public int? AuthorId { get; set; }

    public Author? Author { get; set; }
}

/// <summary>Somebody who wrote books.</summary>
public sealed class Author
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public List<Book> Books { get; set; } = [];
}

/// <summary>The books in a database.</summary>
public sealed class ShelfContext(DbContextOptions<ShelfContext> options) : DbContext(options)
{
    public DbSet<Book> Books => Set<Book>();

    /// <summary>A few books that have much in common, so that orders have ties and filters find some.</summary>
    public static void Fill(ShelfContext db)
    {
        string[] texts = ["", "a", "A", "Ann", "ann", "é", "😀", "100%", "a_b", "B"];
        db.AddRange(Enumerable.Range(1, 3).Select(i => new Author { Id = i, Name = texts[i + 1] }));
        db.AddRange(Enumerable.Range(1, 23).Select(i => new Book
        {
            Id = i,
            Title = texts[i * 7 % texts.Length],
            Note = i % 3 == 0 ? null : texts[i % texts.Length],
            Pages = i % 4 == 0 ? null : i % 5,
            Copies = i % 2 == 0 ? i : long.MaxValue - i,
            Weight = (i % 7) / 4.0,
            Genre = (Genre)(i % 3),
            Day = new DateOnly(2026, 1 + (i % 3), 1),
            IsLent = i % 2 == 0,
            Code = new Guid(i % 5, 0, 0, new byte[8]),
            AuthorId = i % 4 == 3 ? null : 1 + (i % 3),
        }));
        db.SaveChanges();
    }
}

/// <summary>The books in memory.</summary>
/// <param name="Books">All of them, with their authors.</param>
public sealed record Shelf(IReadOnlyList<Book> Books);

/// <summary>The filter over books.</summary>
public sealed class BookFilter : FilterInputType<Book>
{
    protected override void Configure(IFilterInputTypeDescriptor<Book> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(b => b.Id);
        descriptor.Field(b => b.Title);
        descriptor.Field(b => b.Note);
        descriptor.Field(b => b.Pages);
        descriptor.Field(b => b.Copies);
        descriptor.Field(b => b.Weight);
        descriptor.Field(b => b.Genre);
        descriptor.Field(b => b.Day);
        descriptor.Field(b => b.IsLent);
        descriptor.Field(b => b.Code);
        descriptor.Field(b => b.Author);
    }
}

/// <summary>The filter over authors.</summary>
public sealed class AuthorFilter : FilterInputType<Author>
{
    protected override void Configure(IFilterInputTypeDescriptor<Author> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Name);
        descriptor.Field(a => a.Books);
    }
}

/// <summary>The order of books.</summary>
public sealed class BookSort : SortInputType<Book>
{
    protected override void Configure(ISortInputTypeDescriptor<Book> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(b => b.Id);
        descriptor.Field(b => b.Title);
        descriptor.Field(b => b.Note);
        descriptor.Field(b => b.Pages);
        descriptor.Field(b => b.Copies);
        descriptor.Field(b => b.Weight);
        descriptor.Field(b => b.Genre);
        descriptor.Field(b => b.Day);
        descriptor.Field(b => b.IsLent);
        descriptor.Field(b => b.Author);
    }
}

/// <summary>The order of authors.</summary>
public sealed class AuthorSort : SortInputType<Author>
{
    protected override void Configure(ISortInputTypeDescriptor<Author> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Name);
    }
}

/// <summary>The books of the database, and the same ones in memory.</summary>
[QueryType]
public static class ShelfQueries
{
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 4, MaxPageSize = 30)]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Book> GetBooks(ShelfContext db) => db.Books.AsNoTracking();

    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 4, MaxPageSize = 30, ConnectionName = "Books")]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Book> GetBooksInMemory(Shelf shelf) => shelf.Books.AsQueryable();

    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 4, MaxPageSize = 30, ConnectionName = "Books")]
    [UseFiltering]
    [UseSorting]
    public static IEnumerable<Book> GetBooksListed(Shelf shelf) => shelf.Books;
}

/// <summary>What of a book is told.</summary>
public sealed class BookType : ObjectType<Book>
{
    protected override void Configure(IObjectTypeDescriptor<Book> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(b => b.Id);
    }
}
