namespace Exams.Domain.KeyDates;

/// <summary>What a deadline is for.</summary>
public enum DeadlineKind
{
    /// <summary>Estimated entries: how many candidates a centre expects.</summary>
    EstimatedEntries,

    /// <summary>Entries, and amendments of them.</summary>
    Entry,

    /// <summary>Entries of candidates who retake. A series without one knows no retakes.</summary>
    /// <remarks>Domain 2.3, trap T14.</remarks>
    RetakeEntry,
}
