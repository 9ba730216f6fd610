using Exams.World;

[assembly: AssemblyFixture(typeof(PrivatePostgres))]

namespace Exams.GraphQL.Tests.Data;

/// <summary>A ledger on one of the two databases; what holds on one holds on the other.</summary>
public abstract class OnALedger(PrivatePostgres? postgres) : IAsyncLifetime
{
    /// <summary>The ledger.</summary>
    protected LedgerServer Ledger { get; private set; } = null!;

    /// <summary>How often a property is tried: a thousand times on SQLite, a hundred times on a server that is far away, and as often
    /// as <c>PROPERTY_RUNS</c> says where many changes to the engine are tried one after the other.</summary>
    protected int Runs => int.TryParse(Environment.GetEnvironmentVariable("PROPERTY_RUNS"), out var runs) ? runs : postgres is null ? 1_000 : 100;

    public ValueTask InitializeAsync()
    {
        if (postgres?.Missing is { } missing)
        {
            Assert.Skip(missing);
        }

        Ledger = new LedgerServer(postgres?.CreateDatabase());
        return default;
    }

    public async ValueTask DisposeAsync()
    {
        if (Ledger is not null)
        {
            await Ledger.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
