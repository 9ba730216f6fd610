using System.Diagnostics;
using System.Text.Json;
using Exams.Domain.Results;
using Exams.Domain.Vocabulary;
using Exams.GraphQL;
using Exams.GraphQL.Configuration;
using Exams.GraphQL.Data;
using Exams.GraphQL.Data.Filters;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Types;
using Exams.Infrastructure.Persistence;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Persistence;

/// <summary>A list query is compiled once for all who ask alike. Each still gets their own rows, at their own instant (rules 2 and 20,
/// traps T2 and T28).</summary>
public abstract class CompiledGateTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    private static readonly DateTimeOffset _release = Named.At("2026-08-10T05:00:00Z");
    private static readonly TimeSpan _tick = TimeSpan.FromMicroseconds(1);

    private ServiceProvider _services = null!;
    private Asking _asking = null!;
    private Caller[] _candidates = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var entered = (await World.EnterAsync(Us123, 2, "0580")).Concat(await World.EnterAsync(Uk12345, 2, "0580")).ToList();
        await World.GradeAsync(entered, "0580", "B");
        await World.SetReleaseAsync("IGCSE", Audience.Centre, _release);
        await World.SetReleaseAsync("IGCSE", Audience.Candidate, _release.AddHours(1));
        await World.ConfirmAllAsync(Us123, delayMinutes: 30);
        await World.ConfirmAllAsync(Uk12345);
        _candidates = [await World.SignedInAsync(entered[0]), await World.SignedInAsync(entered[1]), await World.SignedInAsync(entered[2])];

        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<IDbContextFactory<ExamsDb>>(_asking = new Asking(World.Source));
        services.AddGraphQLServer().AddTypes(typeof(GatedResultType), typeof(GatedResultFields), typeof(GatedFilter), typeof(GatedQueries))
            .RegisterDbContextFactory<ExamsDb>();
        _services = services.BuildServiceProvider();
    }

    [Fact]
    public async Task Callers_and_instants_of_one_shape_share_a_compiled_query_and_no_rows()
    {
        (Caller Caller, DateTimeOffset Release)[] askers =
        [
            (OfficerOf(Us123), _release), (OfficerOf(Uk12345), _release), (OfficerOf(Us123, Uk12345), _release),
            (_candidates[0], _release.AddMinutes(90)), (_candidates[1], _release.AddMinutes(90)), (_candidates[2], _release.AddHours(1)),
            (People.Board, DateTimeOffset.UnixEpoch), (Caller.Anonymous, DateTimeOffset.MaxValue),
        ];

        for (var turn = 0; turn < 3; turn++)
        {
            using var compilations = new Compilations();
            foreach (var (caller, release) in askers)
            {
                foreach (var instant in new[] { _release - _tick, _release, _release.AddMinutes(90) - _tick, _release.AddHours(1), _release.AddHours(2) })
                {
                    var seen = await AskAsync(caller, instant, version: 1 - (turn % 2));
                    var may = instant >= release ? await OfAsync(caller) : [];
                    seen.Should().Equal([.. may, $"{may.Count} in all"], $"of {caller} at {instant:O}");
                }
            }

            // Once for each gate and page that may be empty, and never again.
            compilations.Count.Should().Be(turn == 0 ? 4 : 0, $"in turn {turn}");
        }
    }

    // Whose results they are, by other means than the gate: the board reads them all and picks.
    private async Task<List<string>> OfAsync(Caller caller)
    {
        await using var db = World.Open(People.Board);
        var all = await db.Results.OrderBy(result => result.Id).ToListAsync();
        return [.. all.Where(result => caller switch
        {
            { MayReadUnreleased: true } => true,
            Caller.Officer officer => officer.Centres.Contains(result.Centre),
            Caller.Candidate candidate => candidate.CandidateId == result.CandidateId,
            _ => false,
        }).Select(result => $"{result.Centre}/{result.Candidate}")];
    }

    private async Task<List<string>> AskAsync(Caller caller, DateTimeOffset instant, int version)
    {
        _asking.Now = (caller, instant);
        await using var scope = _services.CreateAsyncScope();
        var executor = await _services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync();
        using var response = (Response)await executor.ExecuteAsync(new OperationRequest
        {
            Document = "query($v: Int) { results(first: 50, where: { version: { gte: $v } }) { nodes { whose } totalCount } }"u8.ToArray(),
            Variables = JsonSerializer.SerializeToElement(new { v = version }),
            Services = scope.ServiceProvider,
        });
        var results = JsonDocument.Parse(response.Body).RootElement.GetProperty("data").GetProperty("results");
        return
        [
            .. results.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("whose").GetString()!),
            $"{results.GetProperty("totalCount")} in all",
        ];
    }

    private sealed class Asking(ExamsDbSource source) : IDbContextFactory<ExamsDb>
    {
        public (Caller Caller, DateTimeOffset Instant) Now { get; set; }

        public ExamsDb CreateDbContext() => source.Open(Now.Caller, Now.Instant);
    }

    // Counts what the database's library compiles for pages, on behalf of this test alone: others run beside it.
    private sealed class Compilations : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly List<IDisposable> _subscriptions = [];
        private readonly AsyncLocal<bool> _isMine = new() { Value = true };
        private int _count;

        public Compilations() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public int Count => _count;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                _subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (_isMine.Value && value.Key == CoreEventId.QueryCompilationStarting.Name
                && value.Value?.ToString()?.Contains("PageRow", StringComparison.Ordinal) == true)
                Interlocked.Increment(ref _count);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
    }
}

public sealed class GatedResultType : ObjectType<Result>
{
    protected override void Configure(IObjectTypeDescriptor<Result> descriptor) => descriptor.BindFieldsExplicitly().Field(result => result.Id);
}

[ExtendObjectType<Result>]
public static class GatedResultFields
{
    public static string GetWhose([Parent] Result result) => $"{result.Centre}/{result.Candidate}";
}

public sealed class GatedFilter : FilterInputType<Result>
{
    protected override void Configure(IFilterInputTypeDescriptor<Result> descriptor) => descriptor.Field(result => result.Version);
}

[QueryType]
public static class GatedQueries
{
    [UsePaging(IncludeTotalCount = true, MaxPageSize = 50)]
    [UseFiltering]
    public static IQueryable<Result> GetResults(ExamsDb db) => db.Results.OrderBy(result => result.Id);
}

public sealed class CompiledGateOnSqliteTests() : CompiledGateTests(null);

public sealed class CompiledGateOnPostgresTests(PrivatePostgres postgres) : CompiledGateTests(postgres);
