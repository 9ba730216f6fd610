using Exams.Infrastructure.Persistence;

namespace Exams.Api.Security;

/// <summary>Opens reads for whoever asks, at the instant of opening. Whoever opens disposes.</summary>
/// <param name="reads">Makes them.</param>
/// <param name="current">Who asks.</param>
/// <param name="clock">The server's clock: no other decides what is released.</param>
public sealed class GatedReads(ExamsDbSource reads, CurrentCaller current, TimeProvider clock) : IDbContextFactory<ExamsDb>
{
    /// <summary>Opens reads for the caller, now.</summary>
    /// <returns>Reads behind the caller's gates.</returns>
    public ExamsDb Open() => reads.Open(current.Caller, clock.GetUtcNow());

    /// <summary>Opens reads for a resolver.</summary>
    /// <returns>Reads behind the caller's gates.</returns>
    ExamsDb IDbContextFactory<ExamsDb>.CreateDbContext() => Open();
}
