namespace Exams.Infrastructure.Documents;

/// <summary>The English that a document is written in. Words differ, facts do not.</summary>
public enum Wording
{
    /// <summary>British: candidate, centre, exams officer; 24-hour clock, day before month.</summary>
    EnGb,

    /// <summary>American: student, school, testing coordinator; 12-hour clock, month before day.</summary>
    EnUs,
}
