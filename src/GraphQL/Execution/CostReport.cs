namespace Exams.GraphQL.Execution;

/// <summary>How the cost of an operation is told to whoever asks for it.</summary>
public enum CostReport
{
    /// <summary><c>extensions.cost</c>: <c>fieldCost, typeCost</c>, their limits, <c>actualFieldCost</c> when the operation ran, and
    /// <c>throttleStatus</c> where clients have a budget.</summary>
    Full,

    /// <summary><c>extensions.operationCost</c>: <c>fieldCost, typeCost</c> and no more, as the package has it. A variable is told at the
    /// most that its type could hold, a filter at five times that; what it holds is what limits and budgets go by.</summary>
    Package,
}
