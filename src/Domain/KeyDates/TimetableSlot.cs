using Exams.Domain.Vocabulary;

namespace Exams.Domain.KeyDates;

/// <summary>When a component is taken in a zone. Coursework and other components without a session have no slot.</summary>
/// <remarks>Domain 3: each zone has a timetable of its own.</remarks>
public sealed class TimetableSlot
{
    /// <summary>The longest, in minutes: eight hours, for a practical examination.</summary>
    public const int MostMinutes = 480;

    private const int MostMonthsAway = 6;

    /// <summary>Makes a slot.</summary>
    /// <param name="series">The series.</param>
    /// <param name="zone">The zone.</param>
    /// <param name="syllabus">The syllabus.</param>
    /// <param name="component">The component.</param>
    /// <param name="date">The day, as the centre's own calendar has it.</param>
    /// <param name="session">The part of the day.</param>
    /// <param name="minutes">How long it takes.</param>
    public TimetableSlot(
        Series series, Zone zone, SyllabusCode syllabus, ComponentCode component, DateOnly date, ExamSession session, int minutes)
    {
        Series = series;
        Zone = zone;
        Syllabus = syllabus;
        Component = component;
        Date = date;
        Session = session;
        Minutes = minutes;
    }

    private TimetableSlot()
    {
    }

    /// <summary>The row.</summary>
    public long Id { get; private set; }

    /// <summary>The series.</summary>
    public Series Series { get; private set; }

    /// <summary>The zone.</summary>
    public Zone Zone { get; private set; }

    /// <summary>The syllabus.</summary>
    public SyllabusCode Syllabus { get; private set; }

    /// <summary>The component; unique with the three above.</summary>
    public ComponentCode Component { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>The part of the day.</summary>
    public ExamSession Session { get; private set; }

    /// <summary>How long it takes, in minutes.</summary>
    public int Minutes { get; private set; }

    /// <summary>Whether the day lies within half a year of the series' month; anything else is a slip of the pen.</summary>
    public bool IsInSeason => Math.Abs((Date.Year - Series.Year) * 12 + Date.Month - Series.Month) <= MostMonthsAway;
}
