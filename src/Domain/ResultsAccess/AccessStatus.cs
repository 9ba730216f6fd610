namespace Exams.Domain.ResultsAccess;

/// <summary>Which of a centre's candidates have access to their results in a series.</summary>
public enum AccessStatus
{
    /// <summary>No candidates; so it begins (rule 26).</summary>
    None,

    /// <summary>Every candidate who had an active entry when the centre last confirmed (rule 31).</summary>
    All,

    /// <summary>The candidates whom the centre selected.</summary>
    Selected,
}
