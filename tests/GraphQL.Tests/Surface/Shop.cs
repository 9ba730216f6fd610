using System.Security.Claims;
using Exams.GraphQL.Authorization;
using Exams.GraphQL.Types;
using Exams.GraphQL.Types.Relay;
using Exams.GraphQL.Types.Scalars;

namespace Exams.GraphQL.Tests.Surface;

/// <summary>What is sold.</summary>
public class Article
{
    /// <summary>Its number.</summary>
    public int Id { get; set; }

    /// <summary>What it is called.</summary>
    public string Name { get; set; } = "";

    public string? Note { get; set; }

    public string PurchaseSecret { get; set; } = "";

    public Colour Colour { get; set; }
}

public enum Colour
{
    Red,

    /// <summary>Like grass.</summary>
    DarkGreen,
}

public sealed class ArticleType : ObjectType<Article>
{
    protected override void Configure(IObjectTypeDescriptor<Article> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Name).Description("The name.");
        descriptor.Field(a => a.Note).Name("remark").Deprecated("Use name.");
        descriptor.Field("twice").Type<NonNullType<StringType>>().Resolve(c => new ValueTask<object?>(c.Parent<Article>().Name + c.Parent<Article>().Name));
        descriptor.Field(a => a.Colour).Authorize(["clerk"]);
    }
}

[Node]
[ObjectType<Article>]
public static class ArticleNode
{
    [NodeResolver]
    public static Task<Article?> FindAsync(int id, Stock stock) =>
        Task.FromResult(stock.Articles.FirstOrDefault(a => a.Id == id));
}

[ExtendObjectType<Article>]
public static class ArticleExtras
{
    public static string Shout([Parent] Article article, int times = 1) => article.Name.ToUpperInvariant() + new string('!', times);
}

public sealed class Stock
{
    public List<Article> Articles { get; } =
    [
        new() { Id = 1, Name = "Lamp", PurchaseSecret = "s" },
        new() { Id = 2, Name = "Chair", Note = "Wood", Colour = Colour.DarkGreen },
    ];
}

/// <summary>What to add.</summary>
/// <param name="Name">The new name.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Note">A note.</param>
/// <param name="Sizes">Sizes.</param>
/// <param name="Count">How many.</param>
public record AddArticleInput(string Name, Colour? Colour, Optional<string?> Note, IReadOnlyList<int>? Sizes, int Count = 1);

[InterfaceType("UserError")]
public interface IShopError
{
    string Message { get; }
}

[ObjectType]
public record NameTaken(string Message, [property: ID<Article>] int ArticleId) : IShopError;

public record AddArticlePayload(Article? Article, IReadOnlyList<IShopError> Errors, string Seen);

[QueryType]
public static class ShopQueries
{
    /// <summary>One article.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="stock">Not an argument.</param>
    public static Article? GetArticle([ID<Article>] int id, Stock stock) => stock.Articles.FirstOrDefault(a => a.Id == id);

    [UsePaging(IncludeTotalCount = true, MaxPageSize = 3, DefaultPageSize = 2)]
    public static IEnumerable<Article> GetArticles(Stock stock) => stock.Articles;

    [Authorize]
    public static string Who(ClaimsPrincipal user) => user.Identity!.Name!;

    public static async Task<string?[]?> GetGapsAsync()
    {
        await Task.Yield();
        return ["a", null];
    }

    internal static string Hidden() => "";
}

[MutationType]
public static class ShopMutations
{
    public static AddArticlePayload AddArticle(AddArticleInput input, Stock stock)
    {
        if (stock.Articles.Find(a => a.Name == input.Name) is { } taken)
        {
            return new AddArticlePayload(null, [new NameTaken("Taken.", taken.Id)], "");
        }

        var article = new Article { Id = stock.Articles.Count + 1, Name = input.Name, Note = input.Note.Value };
        stock.Articles.Add(article);
        return new AddArticlePayload(article, [], $"{input.Colour}|{input.Note.HasValue}|{input.Sizes?.Sum()}|{input.Count}");
    }
}
