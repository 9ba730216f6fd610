namespace Exams.Domain.Results;

/// <summary>What came of an entry. Four of the five are not grades, and none of them is a fail or a nothing.</summary>
/// <remarks>Trap T20.</remarks>
public enum ResultOutcome
{
    /// <summary>A grade was awarded.</summary>
    Grade,

    /// <summary>The work was below the lowest grade.</summary>
    Ungraded,

    /// <summary>No result (X): absent, withdrawn from a component, a mark missing, or disqualified.</summary>
    NoResult,

    /// <summary>Pending (Q).</summary>
    Pending,

    /// <summary>To be issued in a later series (Y).</summary>
    ToBeIssued,
}
