namespace Exams.Infrastructure.Jobs;

/// <summary>How far a job is.</summary>
internal enum JobState
{
    /// <summary>Waits for its time, or for its next try.</summary>
    Queued,

    /// <summary>Somebody holds the lease; once that has run out, anybody may take it.</summary>
    Leased,

    Done,

    /// <summary>Given up.</summary>
    Failed,
}
