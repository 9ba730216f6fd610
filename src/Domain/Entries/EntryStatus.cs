namespace Exams.Domain.Entries;

/// <summary>Whether an entry stands.</summary>
public enum EntryStatus
{
    /// <summary>The candidate is entered.</summary>
    Active,

    /// <summary>The centre withdrew the entry; the row stays.</summary>
    /// <remarks>Rule 11.</remarks>
    Withdrawn,
}
