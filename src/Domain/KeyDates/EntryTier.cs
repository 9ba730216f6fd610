namespace Exams.Domain.KeyDates;

/// <summary>How late an entry came in, which says what it costs. The server's clock decides.</summary>
/// <remarks>Rule 8. From the cheapest to the dearest.</remarks>
public enum EntryTier
{
    /// <summary>By the entry deadline.</summary>
    OnTime,

    /// <summary>After it: a late fee is charged.</summary>
    Late,

    /// <summary>Later still: a higher late fee is charged.</summary>
    VeryLate,
}
