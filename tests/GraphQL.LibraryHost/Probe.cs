#if SAMPLE
using Sample;

namespace Exams.GraphQL.LibraryHost;

/// <summary>Hears what the data layer is asked, and puts the data back as they were.</summary>
internal sealed class Probe(IServiceProvider services, LibraryStore store) : IProbe
{
    private readonly Lock _lock = new();
    private readonly List<string> _seen = [];

    /// <inheritdoc/>
    public void Count(string what)
    {
        lock (_lock)
        {
            _seen.Add(what);
        }
    }

    /// <summary>Forgets what was asked.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _seen.Clear();
        }
    }

    /// <summary>What was asked, sorted.</summary>
    public string Seen()
    {
        lock (_lock)
        {
            return string.Join(';', _seen.Order(StringComparer.Ordinal));
        }
    }

    /// <summary>The data as seeded. The sample never writes to its database.</summary>
    public void Reset()
    {
        using var db = services.GetRequiredService<IDbContextFactory<LibraryContext>>().CreateDbContext();
        if (db.Database.EnsureCreated())
        {
            Seed.Run(db);
        }

        store.Reset();
    }
}
#endif
