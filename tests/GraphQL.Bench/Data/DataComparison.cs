using System.Text;
using System.Text.Json;
using Exams.GraphQL.Configuration;
using Exams.GraphQL.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Bench.Data;

/// <summary>A list from the database with filter, sort, page and nested batch, beside the same statements by hand and beside EF alone at its
/// best, in one process, interleaved.</summary>
/// <param name="folder">Where the database lies.</param>
/// <param name="rounds">How often both are measured in turn.</param>
/// <param name="asked">Requests of each in a round.</param>
/// <param name="output">Gets the table.</param>
internal sealed class DataComparison(string folder, int rounds, int asked, TextWriter output)
{
    private const double Goal = 1.5;

    private static readonly byte[] _document = Encoding.UTF8.GetBytes("""
        query($floor: Int, $after: String) {
          wares(first: 50, after: $after, where: { score: { gte: $floor }, note: { neq: "note 3" } }, order: [{ score: ASC }]) {
            nodes { id name note score price shelf { name } }
            pageInfo { hasNextPage }
          }
        }
        """);

    private static readonly JsonElement _variables = JsonDocument.Parse("""{ "floor": 500 }""").RootElement;

    /// <summary>Measures and prints.</summary>
    /// <exception cref="BenchException">The two do not answer alike.</exception>
    public async Task RunAsync()
    {
        var source = $"Data Source={Path.Combine(folder, "warehouse.db")}";
        var (page, shelves, expected) = await ListenAsync(source);
        var byHand = new ByHand(source, page, shelves);
        await using var services = Services(new Source(source, null));
        var compiled = new CompiledByHand(services.GetRequiredService<IDbContextFactory<Warehouse>>());
        var executor = await services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync();
        Alike(expected, await Ask(executor, services));
        Alike(expected, Encoding.UTF8.GetString((await byHand.AskAsync()).Span));
        Alike(expected, Encoding.UTF8.GetString((await compiled.AskAsync()).Span));

        Func<Task>[] ways = [async () => await byHand.AskAsync(), async () => await compiled.AskAsync(), async () => await Answer(executor, services)];
        var times = ways.Select(_ => new List<double>()).ToList();

        // Long enough that what runs often has been compiled for good.
        for (var i = 0; i < 3_000; i++)
        {
            foreach (var way in ways)
            {
                await way();
            }
        }

        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < ways.Length; i++)
            {
                times[i].Add(await Time(ways[i]));
            }
        }

        output.WriteLine(page.Text);
        output.WriteLine(shelves.Text);
        output.WriteLine(FormattableString.Invariant($"50 of 10,000 rows, filtered, sorted, with their shelves; processor time of a request, medians of {rounds} rounds of {asked}"));
        output.WriteLine(FormattableString.Invariant($"  ADO.NET by hand           {Median(times[0]),8:F1} µs"));
        output.WriteLine(FormattableString.Invariant($"  EF compiled by hand       {Median(times[1]),8:F1} µs   ratio {Ratio(times[1], times[0]):F2}"));
        var ratio = Ratio(times[2], times[0]);
        output.WriteLine(FormattableString.Invariant($"  engine and EF             {Median(times[2]),8:F1} µs   ratio {ratio:F2}   goal {Goal}: {(ratio <= Goal ? "met" : "missed")}"));
        output.WriteLine(FormattableString.Invariant($"  engine over EF compiled                 ratio {Ratio(times[2], times[1]):F2}"));
    }

    // The database and one answer, with the statements that made it.
    private static async Task<(Statement Page, Statement Shelves, string Answer)> ListenAsync(string source)
    {
        var ear = new Ear();
        await using var services = Services(new Source(source, ear));
        await using (var db = await services.GetRequiredService<IDbContextFactory<Warehouse>>().CreateDbContextAsync())
        {
            db.Stock();
        }

        var executor = await services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync();
        ear.Heard = [];
        var answer = await Ask(executor, services);
        return ear.Heard is [var page, var shelves] ? (page, shelves, answer) : throw new BenchException($"{ear.Heard.Count} statements instead of 2.");
    }

    private static ServiceProvider Services(Source source)
    {
        var collection = new ServiceCollection().AddLogging().AddSingleton<IDbContextFactory<Warehouse>>(source);
        collection.AddGraphQLServer()
            .AddTypes(typeof(WareFields), typeof(WareFilter), typeof(WareSort), typeof(WarehouseQueries))
            .RegisterDbContextFactory<Warehouse>();
        return collection.BuildServiceProvider();
    }

    private static double Ratio(List<double> one, List<double> other) => Median([.. one.Zip(other, (o, h) => o / h)]);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    // Processor time, because nothing here waits for anything: a machine with other work to do counts alike.
    private async Task<double> Time(Func<Task> ask)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < asked; i++)
        {
            await ask();
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / asked;
    }

    private static async Task<string> Ask(IRequestExecutor executor, IServiceProvider services)
    {
        using var response = await Response(executor, services);
        return Encoding.UTF8.GetString(response.Body.Span);
    }

    private static async Task Answer(IRequestExecutor executor, IServiceProvider services) => (await Response(executor, services)).Dispose();

    private static async Task<Response> Response(IRequestExecutor executor, IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return (Response)await executor.ExecuteAsync(new OperationRequest { Document = _document, Variables = _variables, Services = scope.ServiceProvider });
    }

    private static void Alike(string one, string other)
    {
        if (!JsonElement.DeepEquals(JsonDocument.Parse(one).RootElement, JsonDocument.Parse(other).RootElement))
        {
            throw new BenchException($"The answers differ:\n{one}\n{other}");
        }
    }

    // Options made once and a plain constructor, as the service opens its own.
    private sealed class Source(string source, Ear? ear) : IDbContextFactory<Warehouse>
    {
        private readonly DbContextOptions<Warehouse> _options = Options(source, ear);

        public Warehouse CreateDbContext() => new(_options);

        private static DbContextOptions<Warehouse> Options(string source, Ear? ear)
        {
            var options = new DbContextOptionsBuilder<Warehouse>()
                .UseSqlite(source, s => s.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));
            return (ear is null ? options : options.AddInterceptors(ear)).Options;
        }
    }
}
