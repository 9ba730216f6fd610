using Exams.GraphQL.Configuration;
using Exams.GraphQL.Execution.Costs;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.GraphQL.Tests.Surface;

public class CostBudgetTests
{
    private const string Ask = "query($v: [Int!]!) { sum(numbers: $v) }";
    private static readonly object Values = new { v = (int[])[1, 2] };

    [Fact]
    public async Task A_schema_gives_its_clients_a_budget()
    {
        await using var server = Post(_ => { }, new LeakyBucketOptions { Capacity = 2, RestoreRate = 0.001, SharedFactor = 1 });
        (await server.Ask(Ask, Values)).Should().Contain("data");
        (await server.Ask(Ask, Values, "ann")).Should().Contain("data");
        (await server.Ask(Ask, Values)).Should().Contain("data");
        (await server.Ask(Ask, Values)).Should().Contain("\"code\":\"THROTTLED\"");
        (await server.Ask(Ask, Values, "ann")).Should().Contain("data", "ann has her own");
    }

    [Fact]
    public async Task An_application_may_keep_budgets_itself()
    {
        var book = new Book();
        await using var server = Post(services => services.AddSingleton<ICostBudget>(book), new LeakyBucketOptions { Capacity = 1, RestoreRate = 0.001 });
        for (var i = 0; i < 3; i++)
        {
            (await server.Ask(Ask, Values, "ann")).Should().Contain("data");
        }

        book.Paid.Should().Equal("name ann", "name ann", "name ann");
    }

    private static TestServer Post(Action<IServiceCollection> services, LeakyBucketOptions budget) => new(
        services, g => g.AddTypes(typeof(IParcel), typeof(Letter), typeof(Box), typeof(PostQueries)).AddCostBudget(budget));

    private sealed class Book : ICostBudget
    {
        public List<string> Paid { get; } = [];

        public TimeSpan? Reserve(CostClient client, double cost)
        {
            Paid.Add(client.Name);
            return null;
        }

        public void Return(CostClient client, double cost)
        {
        }

        public CostBudgetStatus Status(CostClient client) => default;
    }
}
