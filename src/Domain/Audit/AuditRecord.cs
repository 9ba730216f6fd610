using Exams.Domain.Vocabulary;

namespace Exams.Domain.Audit;

/// <summary>Who did what to whom, and when. Never changed, never deleted.</summary>
/// <remarks>Source: rules 38 and 42. It names nothing secret.</remarks>
public sealed class AuditRecord
{
    /// <summary>Makes a record.</summary>
    /// <param name="at">When.</param>
    /// <param name="caller">Who.</param>
    /// <param name="action">What.</param>
    public AuditRecord(DateTimeOffset at, Caller caller, AuditAction action)
    {
        ArgumentNullException.ThrowIfNull(caller);
        At = at;
        Actor = caller.AuditName;
        Action = action;
    }

    private AuditRecord()
    {
    }

    /// <summary>The row.</summary>
    public long Id { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who, as <see cref="Caller.AuditName"/> has it.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>What.</summary>
    public AuditAction Action { get; private set; }

    /// <summary>The centre concerned.</summary>
    public CentreNumber? Centre { get; init; }

    /// <summary>The series concerned.</summary>
    public Series? Series { get; init; }

    /// <summary>The candidate concerned.</summary>
    public CandidateNumber? Candidate { get; init; }

    /// <summary>What else must be known, in a few words; for instance a syllabus or how many credentials.</summary>
    public string? Detail { get; init; }
}
