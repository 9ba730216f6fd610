namespace Exams.Domain.Entries;

/// <summary>Whether an entry stands.</summary>
public enum EntryStatus
{
    /// <summary>The candidate is entered.</summary>
    Active,

    /// <summary>The centre withdrew the entry; the row stays.</summary>
    /// <remarks>Rule 11.</remarks>
    Withdrawn,

    /// <summary>The entry moved to another centre with its candidate, where a new one stands for it; the row stays.</summary>
    /// <remarks>Rule 12.</remarks>
    Transferred,
}
