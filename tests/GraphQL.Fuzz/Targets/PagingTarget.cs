using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Json;
using Exams.GraphQL.Configuration;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Fuzz.Inputs;
using Exams.GraphQL.Fuzz.Worlds;
using Exams.GraphQL.Types;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Fuzz.Targets;

/// <summary>Any filters, orders, page sizes and cursors over a database: what cannot be is refused in the application's words, the database
/// finds what memory finds, and pages put together are the whole list.</summary>
internal sealed class PagingTarget : ITarget, IDisposable
{
    private const string Variables = "query($first: Int, $after: String, $last: Int, $before: String, $where: BookFilterInput, $order: [BookSortInput!])";
    private const string Arguments = "(first: $first, after: $after, last: $last, before: $before, where: $where, order: $order)";
    private const string Document = $$"""
        {{Variables}} { books{{Arguments}} { ...All } booksInMemory{{Arguments}} { ...All } }
        fragment All on BooksConnection { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } } totalCount }
        """;

    // Lists are paged by place rather than by key.
    private const string Listed = $$"""
        {{Variables}} { books{{Arguments}} { ...All } booksListed{{Arguments}} { ...All } }
        fragment All on BooksConnection { pageInfo { hasNextPage hasPreviousPage } nodes { id } totalCount }
        """;

    // Every page asks for another statement where keys may be null; all of them together shall not look like one slow answer.
    private const int MostPages = 8;
    private static readonly string[] Members = ["first", "after", "last", "before", "where", "order"];
    private static readonly string[] CursorTexts = ["1", "0", "-1", "a", "", "null", "2026-01-01", "2147483648", "99999999999999999999", "NaN", "1E999", "True", "é", "\\u0000", "\\uD800"];
    private readonly SqliteConnection _keepAlive = new("Data Source=exams-fuzz;Mode=Memory;Cache=Shared");
    private readonly ServiceProvider _services;
    private readonly IRequestExecutor _executor;
    private readonly List<string> _cursors = [];
    private readonly ConcurrentQueue<Exception> _faults = new();

    /// <summary>A target with its database.</summary>
    public PagingTarget()
    {
        _keepAlive.Open();
        var services = new ServiceCollection();
        services.AddSingleton(_faults).AddSingleton(s => new Shelf([.. s.GetRequiredService<IDbContextFactory<ShelfContext>>().CreateDbContext().Books.Include(b => b.Author!.Books)]));
        services.AddLogging().AddPooledDbContextFactory<ShelfContext>(o => o.UseSqlite(_keepAlive.ConnectionString));
        services.AddGraphQLServer()
            .AddTypes(typeof(ShelfQueries), typeof(BookType), typeof(BookFilter), typeof(AuthorFilter), typeof(BookSort), typeof(AuthorSort))
            .RegisterDbContextFactory<ShelfContext>()
            .AddErrorFilter<Ear>();
        _services = services.BuildServiceProvider();
        using var db = _services.GetRequiredService<IDbContextFactory<ShelfContext>>().CreateDbContext();
        db.Database.EnsureCreated();
        ShelfContext.Fill(db);
        _executor = _services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync().AsTask().GetAwaiter().GetResult();
    }

    public string Name => "paging";

    public int Share => 4;

    public int Parts => Members.Length;

    public Case Make(Dice dice)
    {
        var values = new ValueGrammar(dice);
        var filter = (IInputType)_executor.Schema.Types["BookFilterInput"];
        var order = new ListType(new NonNullType(_executor.Schema.Types["BookSortInput"]));
        string Size() => dice.Chance(60) ? "" : dice.Of("0", "1", "2", "3", "10", "30", "31", "-1", "null", "2147483647");
        string Cursor() => dice.Chance(70) ? "" : $"\"{(_cursors.Count > 0 && dice.Chance(70) ? dice.In(_cursors) : Forged(dice))}\"";
        return Case.Of(
            Size(), Cursor(), Size(), Cursor(),
            dice.Chance(30) ? "" : values.Json(filter, 3),
            dice.Chance(40) ? "" : values.Json(order, 2));
    }

    public string Try(Case input)
    {
        var given = Members.Select((name, i) => (name, text: input.Text(i))).Where(m => m.text.Length > 0).Select(m => $"\"{m.name}\":{m.text}");
        using var variables = Json.TryParse(Encoding.UTF8.GetBytes($"{{{string.Join(',', given)}}}"));
        if (variables is null)
        {
            return "no variables";
        }

        using var answer = Ask(Document, variables.RootElement);
        using var listed = Ask(Listed, variables.RootElement);
        if (!answer.RootElement.TryGetProperty("data", out var data))
        {
            return Shape.Of(answer.RootElement.GetProperty("errors")[0].GetProperty("message").GetString()!);
        }

        var found = data.GetProperty("books");
        WrongException.Unless(found.GetRawText() == data.GetProperty("booksInMemory").GetRawText(), "The database finds what memory finds");
        if (found.ValueKind == JsonValueKind.Null)
        {
            return Shape.Of(answer.RootElement.GetProperty("errors")[0].GetProperty("message").GetString()!);
        }

        Walk(variables.RootElement, found);
        if (input.Parts[1].Length + input.Parts[3].Length == 0)
        {
            var page = listed.RootElement.GetProperty("data");
            WrongException.Unless(page.GetProperty("books").GetRawText() == page.GetProperty("booksListed").GetRawText(), "Lists are filtered, sorted and paged as queries are");
        }

        return $"{found.GetProperty("edges").GetArrayLength()} {found.GetProperty("totalCount")} {found.GetProperty("pageInfo").GetProperty("hasNextPage")}";
    }

    public void Dispose()
    {
        _services.Dispose();
        _keepAlive.Dispose();
    }

    // From the page on, page by page: nothing comes twice, and in the end everything has come.
    private void Walk(JsonElement variables, JsonElement page)
    {
        if (new[] { "last", "before" }.Any(n => variables.TryGetProperty(n, out var v) && v.ValueKind != JsonValueKind.Null))
        {
            Remember(page);
            return;
        }

        var isWhole = !variables.TryGetProperty("after", out var after) || after.ValueKind == JsonValueKind.Null;
        var seen = new HashSet<int>();
        var total = page.GetProperty("totalCount").GetInt32();
        var current = page.Clone();
        for (var i = 0; i < MostPages; i++)
        {
            Remember(current);
            foreach (var edge in current.GetProperty("edges").EnumerateArray())
            {
                WrongException.Unless(seen.Add(edge.GetProperty("node").GetProperty("id").GetInt32()), "No item comes twice");
            }

            if (!current.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                WrongException.Unless(!isWhole || seen.Count == total, "Pages put together are the whole list");
                return;
            }

            if (current.GetProperty("edges").GetArrayLength() == 0)
            {
                return;
            }

            var end = current.GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
            var dice = new Dice(total + (7 * variables.GetRawText().Length) + i);
            Behind(variables, Forged(end, dice)).Dispose();
            using var answer = Behind(variables, end);
            WrongException.Unless(!answer.RootElement.TryGetProperty("errors", out _), "A page's last cursor leads on");
            current = answer.RootElement.GetProperty("data").GetProperty("books").Clone();
        }
    }

    private JsonDocument Behind(JsonElement variables, string cursor)
    {
        var members = variables.EnumerateObject().Where(m => m.Name != "after").Select(m => $"\"{m.Name}\":{m.Value.GetRawText()}").Append($"\"after\":\"{cursor}\"");
        using var next = JsonDocument.Parse($"{{{string.Join(',', members)}}}");
        return Ask(Document, next.RootElement);
    }

    private void Remember(JsonElement page)
    {
        foreach (var edge in page.GetProperty("edges").EnumerateArray())
        {
            if (_cursors.Count > 200)
            {
                _cursors.RemoveAt(0);
            }

            _cursors.Add(edge.GetProperty("cursor").GetString()!);
        }
    }

    // A cursor of a real order with other values, or no cursor at all.
    private string Forged(Dice dice)
    {
        if (_cursors.Count == 0 || dice.Chance(20))
        {
            return dice.Of("", "a", "MA==", "W10", "bnVsbA", "WyIiXQ", new string('A', 3_000), "é", " ");
        }

        return Forged(dice.In(_cursors), dice);
    }

    private static string Forged(string cursor, Dice dice)
    {
        try
        {
            var values = JsonSerializer.Deserialize<string?[]>(Base64Url.DecodeFromChars(cursor))!;
            var texts = values.Select((v, i) => i == 0 || dice.Chance(40) ? (v is null ? "null" : $"\"{v}\"") : $"\"{dice.Of(CursorTexts)}\"");
            return Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"[{string.Join(',', dice.Chance(5) ? texts.Append("1") : texts)}]"));
        }
        catch (FormatException)
        {
            return "?";
        }
    }

    private JsonDocument Ask(string document, JsonElement variables)
    {
        _faults.Clear();
        using var scope = _services.CreateScope();
        var answer = Answers.Run(_executor, new OperationRequest
        {
            Document = Encoding.UTF8.GetBytes(document),
            Variables = variables,
            Services = scope.ServiceProvider,
        });
        return _faults.TryDequeue(out var fault) ? throw Rethrown(fault) : answer;
    }

    // With the place where it was thrown.
    private static Exception Rethrown(Exception fault)
    {
        ExceptionDispatchInfo.Throw(fault);
        return fault;
    }

    // Hears what the application did not say itself.
    private sealed class Ear(ConcurrentQueue<Exception> faults) : IErrorFilter
    {
        public IError OnError(IError error)
        {
            if (error.Exception is { } fault and not GraphQLException)
            {
                faults.Enqueue(fault);
            }

            return error;
        }
    }
}
