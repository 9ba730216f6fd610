namespace Exams.GraphQL.Execution.Costs;

/// <summary>What each client may still spend. The engine reserves what an operation may cost at most before it runs, and gives back
/// what it did not cost. Used by many requests at once.</summary>
public interface ICostBudget
{
    /// <summary>Reserves a cost.</summary>
    /// <param name="client">Whose.</param>
    /// <param name="cost">How much; at least 1.</param>
    /// <returns>Null when it is reserved; otherwise how long to wait until it can be.</returns>
    TimeSpan? Reserve(CostClient client, double cost);

    /// <summary>Gives back what was reserved and not spent.</summary>
    /// <param name="client">Whose.</param>
    /// <param name="cost">How much; below zero when more was spent than reserved, which is owed then.</param>
    void Return(CostClient client, double cost);

    /// <summary>Tells what a client has.</summary>
    /// <param name="client">Which.</param>
    /// <returns>Its status.</returns>
    CostBudgetStatus Status(CostClient client);
}

/// <summary>What a client has.</summary>
/// <param name="MaximumAvailable">What it has when it has long asked for nothing.</param>
/// <param name="CurrentlyAvailable">What it has now; below zero when it was lent some.</param>
/// <param name="RestoreRate">What comes back in a second.</param>
public readonly record struct CostBudgetStatus(double MaximumAvailable, double CurrentlyAvailable, double RestoreRate);
