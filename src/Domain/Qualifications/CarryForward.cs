namespace Exams.Domain.Qualifications;

/// <summary>Which marks of an earlier series an option takes over.</summary>
/// <remarks>Domain 2.4: it is chosen by the option's code.</remarks>
public enum CarryForward
{
    /// <summary>None: every component is taken in the series.</summary>
    None,

    /// <summary>Marks that are not from exams, such as coursework and speaking, of a qualification that was done before.</summary>
    NonExam,

    /// <summary>All marks of an AS Level, towards the A Level.</summary>
    Staged,
}
