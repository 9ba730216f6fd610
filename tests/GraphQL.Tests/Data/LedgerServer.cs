using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using Exams.GraphQL.Configuration;
using Exams.GraphQL.Tests.Surface;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Tests.Data;

/// <summary>The ledger in a real database, with an ear on its statements.</summary>
public sealed class LedgerServer : IAsyncDisposable
{
    private readonly SqliteConnection? _keepAlive;
    private readonly TestServer _server;
    private readonly Statements _statements = new();

    /// <summary>An empty ledger.</summary>
    /// <param name="postgres">The PostgreSQL database it is kept in; null for SQLite.</param>
    public LedgerServer(string? postgres = null)
    {
        var source = $"Data Source={Path.GetRandomFileName()};Mode=Memory;Cache=Shared";
        if (postgres is null)
        {
            _keepAlive = new SqliteConnection(source);
            _keepAlive.Open();
        }

        _server = new TestServer(
            s => s.AddDbContextFactory<LedgerContext>(o =>
                (postgres is null ? o.UseSqlite(source) : o.UseNpgsql(postgres)).AddInterceptors(_statements)),
            g => g.AddTypes(
                    typeof(CodeType), typeof(LineType), typeof(OwnerType), typeof(LineFilter), typeof(OwnerFilter), typeof(LineSort), typeof(OwnerSort),
                    typeof(LedgerQueries), typeof(OwnerLines), typeof(LineOwner))
                .RegisterDbContextFactory<LedgerContext>());
        using var db = Open();
        db.Database.EnsureCreated();
    }

    /// <summary>Statements since the last asking began.</summary>
    public IReadOnlyCollection<string> Asked => _statements.Seen;

    /// <summary>Opens the ledger, its statements noted.</summary>
    public IDbContextFactory<LedgerContext> Factory => _server.Services.GetRequiredService<IDbContextFactory<LedgerContext>>();

    /// <summary>Forgets the statements so far.</summary>
    public void Forget() => _statements.Seen.Clear();

    public LedgerContext Open() => Factory.CreateDbContext();

    /// <summary>Puts other lines in the place of those that are there.</summary>
    public void Fill(IEnumerable<Line> lines)
    {
        using var db = Open();
        db.Lines.ExecuteDelete();
        db.Owners.ExecuteDelete();
        db.Owners.AddRange(new Owner { Id = 1, Name = "Ann" }, new Owner { Id = 2, Name = "Bob" }, new Owner { Id = 3, Name = "ann" });
        db.Lines.AddRange(lines);
        db.SaveChanges();
    }

    /// <summary>The lines, their owners loaded.</summary>
    public List<Line> Lines()
    {
        using var db = Open();
        return [.. db.Lines.AsNoTracking().Include(l => l.Owner)];
    }

    /// <summary>The owners.</summary>
    public List<Owner> Owners()
    {
        using var db = Open();
        return [.. db.Owners.AsNoTracking()];
    }

    public async Task<JsonElement> Ask(string query, object? variables = null)
    {
        _statements.Seen.Clear();
        var text = await _server.Ask(query, variables);
        return JsonDocument.Parse(text).RootElement.Clone();
    }

    /// <summary>A field of the answer's data; fails with the whole answer when there are errors.</summary>
    public async Task<JsonElement> Data(string query, object? variables = null)
    {
        var answer = await Ask(query, variables);
        answer.TryGetProperty("errors", out _).Should().BeFalse(answer.ToString());
        return answer.GetProperty("data").EnumerateObject().First().Value;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await (_keepAlive?.DisposeAsync() ?? default);
    }

    private sealed class Statements : DbCommandInterceptor
    {
        public ConcurrentQueue<string> Seen { get; } = new();

        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Seen.Enqueue(command.CommandText);
            return result;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Seen.Enqueue(command.CommandText);
            return new(result);
        }
    }
}
