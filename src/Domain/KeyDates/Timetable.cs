using Exams.Domain.Vocabulary;

namespace Exams.Domain.KeyDates;

/// <summary>A zone's timetable in one series.</summary>
/// <param name="slots">Its slots.</param>
public sealed class Timetable(IEnumerable<TimetableSlot> slots)
{
    /// <summary>What one session may hold for a candidate: half of what a day may.</summary>
    /// <remarks>The board counts up to six hours a day as normal, over two sessions (domain 3).</remarks>
    public const int MostMinutesOfSession = 180;

    /// <summary>What a day may hold for a candidate.</summary>
    public const int MostMinutesOfDay = 360;

    private readonly ILookup<(SyllabusCode, ComponentCode), TimetableSlot> _slots = slots.ToLookup(slot => (slot.Syllabus, slot.Component));

    /// <summary>The slots of components.</summary>
    /// <param name="components">The syllabuses and components that a candidate takes.</param>
    /// <returns>In the order of time; components without a slot are left out.</returns>
    public IReadOnlyList<TimetableSlot> Of(IEnumerable<(SyllabusCode Syllabus, ComponentCode Component)> components) =>
        [.. components.Distinct().SelectMany(one => _slots[one]).OrderBy(slot => slot.Date).ThenBy(slot => slot.Session).ThenBy(slot => slot.Syllabus.ToString(), StringComparer.Ordinal)];

    /// <summary>What is too much for one person: components of one session that do not fit into it, and days of more than six hours.</summary>
    /// <param name="slots">The person's slots.</param>
    /// <returns>The clashes in the order of time; none of them forbids an entry (rule 14).</returns>
    public static IReadOnlyList<TimetableClash> Clashes(IReadOnlyList<TimetableSlot> slots)
    {
        List<TimetableClash> clashes = [];
        foreach (var day in slots.GroupBy(slot => slot.Date))
        {
            clashes.AddRange(
                from session in day.GroupBy(slot => slot.Session)
                where session.Count() > 1 && session.Sum(slot => slot.Minutes) > MostMinutesOfSession
                select new TimetableClash(day.Key, session.Key, session.Sum(slot => slot.Minutes), [.. session.Select(slot => slot.Syllabus).Distinct()]));
            if (day.Sum(slot => slot.Minutes) is var minutes and > MostMinutesOfDay)
            {
                clashes.Add(new TimetableClash(day.Key, null, minutes, [.. day.Select(slot => slot.Syllabus).Distinct()]));
            }
        }

        return clashes;
    }
}
