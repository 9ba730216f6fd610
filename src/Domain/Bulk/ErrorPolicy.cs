namespace Exams.Domain.Bulk;

/// <summary>What becomes of the good rows when others are refused.</summary>
public enum ErrorPolicy
{
    /// <summary>Nothing is written unless every row is good.</summary>
    RejectAll,

    /// <summary>The good rows are written.</summary>
    RejectFailedRows,
}
