namespace Exams.Domain.Entries;

/// <summary>One row of a file of entries.</summary>
/// <param name="Wish">The entry it is about.</param>
/// <param name="Mark">What is to become of it.</param>
public sealed record EntryStep(EntryWish Wish, EntryMark Mark = EntryMark.Entered);

/// <summary>What the status column of a file of entries says.</summary>
public enum EntryMark
{
    /// <summary>The entry stands.</summary>
    Entered,

    /// <summary>The entry stands, and the candidate must be a private one.</summary>
    /// <remarks>Domain 2.8.</remarks>
    Private,

    /// <summary>The entry is withdrawn.</summary>
    Withdrawn,
}
