using System.Text;
using System.Text.Json;
using Exams.GraphQL.Configuration;
using Exams.GraphQL.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Bench.Data;

/// <summary>A list from the database with filter, sort, page and nested batch, beside the same statements by hand, in one process,
/// interleaved.</summary>
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
        var ear = new Ear();
        var collection = new ServiceCollection().AddLogging()
            .AddDbContextFactory<Warehouse>(o => o.UseSqlite(source, s => s.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).AddInterceptors(ear));
        collection.AddGraphQLServer()
            .AddTypes(typeof(WareFields), typeof(WareFilter), typeof(WareSort), typeof(WarehouseQueries))
            .RegisterDbContextFactory<Warehouse>();
        await using var services = collection.BuildServiceProvider();
        await using (var db = await services.GetRequiredService<IDbContextFactory<Warehouse>>().CreateDbContextAsync())
        {
            db.Stock();
        }

        var executor = await services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync();
        ear.Heard = [];
        var expected = await Ask(executor, services);
        var byHand = ear.Heard is [var page, var shelves] ? new ByHand(source, page, shelves) : throw new BenchException($"{ear.Heard.Count} statements instead of 2.");
        ear.Heard = null;
        Alike(expected, Encoding.UTF8.GetString((await byHand.AskAsync()).Span));

        // Long enough that what runs often has been compiled for good.
        for (var i = 0; i < 3_000; i++)
        {
            await Answer(executor, services);
            await byHand.AskAsync();
        }

        var (engine, hand) = (new List<double>(), new List<double>());
        for (var round = -1; round < rounds; round++)
        {
            var one = await Time(async () => await Answer(executor, services));
            var other = await Time(async () => await byHand.AskAsync());
            if (round >= 0)
            {
                engine.Add(one);
                hand.Add(other);
            }
        }

        var ratio = engine.Zip(hand, (e, h) => e / h).Order().ElementAt(rounds / 2);
        output.WriteLine(page.Text);
        output.WriteLine(shelves.Text);
        output.WriteLine(FormattableString.Invariant($"50 of 10,000 rows, filtered, sorted, with their shelves; processor time of a request, medians of {rounds} rounds of {asked}"));
        output.WriteLine(FormattableString.Invariant($"  engine and EF        {Median(engine),8:F1} µs"));
        output.WriteLine(FormattableString.Invariant($"  ADO.NET by hand      {Median(hand),8:F1} µs"));
        output.WriteLine(FormattableString.Invariant($"  ratio                {ratio,8:F2}   goal {Goal}: {(ratio <= Goal ? "met" : "missed")}"));
    }

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
}
