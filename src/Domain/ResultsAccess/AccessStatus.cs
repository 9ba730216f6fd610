namespace Exams.Domain.ResultsAccess;

/// <summary>Which of a centre's candidates have access to their results in a series.</summary>
public enum AccessStatus
{
    /// <summary>No candidates; so it begins.</summary>
    /// <remarks>Rule 26.</remarks>
    None,

    /// <summary>Every candidate who had an active entry when the centre last confirmed.</summary>
    /// <remarks>Rule 31.</remarks>
    All,

    /// <summary>The candidates whom the centre selected.</summary>
    Selected,
}
