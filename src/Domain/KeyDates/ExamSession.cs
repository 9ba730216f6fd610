namespace Exams.Domain.KeyDates;

/// <summary>The part of a day in which an exam is taken.</summary>
public enum ExamSession
{
    /// <summary>Morning.</summary>
    Am,

    /// <summary>Afternoon.</summary>
    Pm,

    /// <summary>Evening.</summary>
    Evening,
}
