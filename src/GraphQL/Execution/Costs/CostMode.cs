namespace Exams.GraphQL.Execution;

/// <summary>What a caller wants to know of an operation's cost.</summary>
public enum CostMode
{
    /// <summary>Nothing.</summary>
    Silent,

    /// <summary>The cost, in <c>extensions.cost</c>, beside the data.</summary>
    Report,

    /// <summary>Only the cost; nothing runs.</summary>
    Validate,
}
