namespace Exams.Domain.Entries;

/// <summary>Whether an entry stands.</summary>
public enum EntryStatus
{
    /// <summary>The candidate is entered.</summary>
    Active,

    /// <summary>The centre withdrew the entry; the row stays (rule 11).</summary>
    Withdrawn,
}
