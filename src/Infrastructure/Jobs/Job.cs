namespace Exams.Infrastructure.Jobs;

/// <summary>One piece of work that was ordered by a committed change. Leased while somebody does it, so that two never do, and found
/// again when whoever did it died.</summary>
internal sealed class Job
{
    public Job(string kind, string form, DateTimeOffset dueAt, DateTimeOffset orderedAt)
    {
        Kind = kind;
        Form = form;
        DueAt = dueAt;
        OrderedAt = orderedAt;
    }

    private Job()
    {
    }

    public long Id { get; private set; }

    /// <summary>Who does it (<see cref="IJobWork.Kind"/>).</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What exactly, as JSON.</summary>
    public string Form { get; private set; } = "";

    public JobState State { get; private set; }

    /// <summary>Not before this instant; moved on by each failure.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset OrderedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who holds the lease; random, so that a holder who lost it cannot pass for the next one.</summary>
    public string? Lease { get; private set; }

    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>How often it was begun. A killed process counts here and not as a failure.</summary>
    public int Starts { get; private set; }

    public int Failures { get; private set; }

    /// <summary>The last failure, in a few words; nothing secret.</summary>
    public string? Fault { get; private set; }
}
