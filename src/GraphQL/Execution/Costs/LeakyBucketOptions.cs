namespace Exams.GraphQL.Execution.Costs;

/// <summary>How much clients may spend.</summary>
public sealed record LeakyBucketOptions
{
    /// <summary>What a client has when it has long asked for nothing, in cost.</summary>
    public double Capacity { get; init; } = 100_000;

    /// <summary>What comes back in a second.</summary>
    public double RestoreRate { get; init; } = 5_000;

    /// <summary>How many times as much those have who share one name, such as an address.</summary>
    public double SharedFactor { get; init; } = 10;

    /// <summary>Most clients remembered; those beyond them share one budget until others have theirs whole again.</summary>
    public int MaxClients { get; init; } = 100_000;
}
