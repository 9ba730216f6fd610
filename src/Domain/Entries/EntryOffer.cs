using Exams.Domain.Centres;
using Exams.Domain.Fees;
using Exams.Domain.KeyDates;
using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>What the board offers a centre in a series: its zone's options, its deadlines, the fees and the timetable.</summary>
/// <remarks>Options, timetable and deadlines of another zone or series never count (rule 5, traps T12 and T13).</remarks>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Syllabuses">Every syllabus of the board.</param>
/// <param name="Levels">The level of every qualification.</param>
/// <param name="Options">The options of the series in the centre's zone, by syllabus.</param>
/// <param name="SeriesBefore">The last earlier series in which a syllabus was offered in the centre's zone.</param>
/// <param name="Calendar">The centre's deadlines.</param>
/// <param name="Fees">The fees of the series.</param>
/// <param name="Timetable">The timetable of the series in the centre's zone.</param>
public sealed record EntryOffer(
    Centre Centre,
    Series Series,
    IReadOnlyDictionary<SyllabusCode, Syllabus> Syllabuses,
    IReadOnlyDictionary<QualificationCode, QualificationCode> Levels,
    ILookup<SyllabusCode, EntryOption> Options,
    IReadOnlyDictionary<SyllabusCode, Series> SeriesBefore,
    EntryCalendar Calendar,
    FeeList Fees,
    Timetable Timetable)
{
    /// <summary>Whether two syllabuses have the same title at the same level.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <returns>True when a candidate may not take both.</returns>
    internal bool AreTheSame(Syllabus one, Syllabus other) => one.Title == other.Title && LevelOf(one) == LevelOf(other);

    private QualificationCode LevelOf(Syllabus syllabus) => Levels.GetValueOrDefault(syllabus.Qualification, syllabus.Qualification);
}
