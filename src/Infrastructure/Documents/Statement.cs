using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Documents;

/// <summary>Everything one candidate's statement of entry says, as display-ready facts. The printer computes no date and looks nothing up.</summary>
/// <remarks>Domain 2.1, step 3: the candidate checks name, date of birth, gender and entries, and signs.</remarks>
public sealed record Statement
{
    /// <summary>The centre's number as displayed.</summary>
    public required string CentreNumber { get; init; }

    /// <summary>The centre's name.</summary>
    public required string CentreName { get; init; }

    /// <summary>The series as displayed, such as "June 2026".</summary>
    public required string Series { get; init; }

    /// <summary>Four digits. Also the name of the candidate's file in the ZIP, so it is unique in a run.</summary>
    public required string CandidateNumber { get; init; }

    /// <summary>The candidate's name, in any script.</summary>
    public required string CandidateName { get; init; }

    /// <summary>The date of birth as displayed; null when it is not known.</summary>
    public string? DateOfBirth { get; init; }

    /// <summary>The gender as displayed; null when it is not known.</summary>
    public string? Gender { get; init; }

    /// <summary>The unique candidate identifier; null when there is none.</summary>
    public string? Uci { get; init; }

    /// <summary>What the candidate is entered for, in order.</summary>
    public required IReadOnlyList<StatementEntry> Entries { get; init; }

    /// <summary>The exams in the order of time; empty while no timetable is published.</summary>
    public required IReadOnlyList<StatementExam> Exams { get; init; }

    /// <summary>Which words the page is written in.</summary>
    public required Wording Wording { get; init; }
}

/// <summary>One entry on a statement.</summary>
/// <param name="Syllabus">The syllabus code.</param>
/// <param name="Title">The syllabus' title, and the qualification it leads to.</param>
/// <param name="Option">The option code; empty where it is blank.</param>
/// <param name="Components">The components, such as "11, 21".</param>
/// <param name="Remarks">How late it was, a retake, carried marks; empty where there is nothing to say.</param>
public sealed record StatementEntry(string Syllabus, string Title, string Option, string Components, string Remarks);

/// <summary>One exam on a statement.</summary>
/// <param name="When">The day and the session, such as "Mon 4 May 2026, AM".</param>
/// <param name="What">Syllabus, component and title, such as "0580/11 Mathematics".</param>
/// <param name="Length">How long it takes, such as "1 h 30 min".</param>
public sealed record StatementExam(string When, string What, string Length);
