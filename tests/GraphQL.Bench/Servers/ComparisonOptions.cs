namespace Exams.GraphQL.Bench.Servers;

/// <summary>What to compare, and for how long.</summary>
/// <param name="Host">The engine's host (a .dll).</param>
/// <param name="PeersScript">The peers' script, beside npm's packages; null when they are not here.</param>
/// <param name="Rounds">Bursts for each server and workload.</param>
/// <param name="Seconds">Length of a burst.</param>
/// <param name="Workloads">What to send.</param>
/// <param name="Peers">Whom to compare with.</param>
internal sealed record ComparisonOptions(
    string Host, string? PeersScript, int Rounds, double Seconds, IReadOnlyList<Workload> Workloads, IReadOnlyList<string> Peers)
{
    /// <summary>Length of the burst that nobody measures; compilers optimise in it.</summary>
    public double WarmUpSeconds => Math.Max(10, Seconds);
}
