using Exams.World;

[assembly: AssemblyFixture(typeof(PrivatePostgres))]

namespace Exams.Infrastructure.Tests;

/// <summary>Opens a world on one of the two databases; what holds on one holds on the other.</summary>
public abstract class OnADatabase(PrivatePostgres? postgres) : IAsyncLifetime
{
    protected BoardWorld World { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        if (postgres?.Missing is { } missing)
            Assert.Skip(missing);
        World = await BoardWorld.OpenAsync(postgres?.CreateDatabase());
        await World.SeedAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (World is not null)
            await World.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
