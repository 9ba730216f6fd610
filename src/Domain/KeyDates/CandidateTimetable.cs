namespace Exams.Domain.KeyDates;

/// <summary>A candidate's exams in a series, and what of them is too much for one person.</summary>
/// <param name="Slots">The exams of the entries that stand, in the order of time.</param>
public sealed record CandidateTimetable(IReadOnlyList<TimetableSlot> Slots)
{
    /// <summary>Sessions that hold more than fits into them, and days of more than six hours, in the order of time. None of them forbids anything; the
    /// centre asks for a deviation from the timetable.</summary>
    /// <remarks>Rule 14.</remarks>
    public IReadOnlyList<TimetableClash> Clashes => Timetable.Clashes(Slots);
}
