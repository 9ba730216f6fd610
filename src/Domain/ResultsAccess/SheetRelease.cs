using Exams.Domain.Releases;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>A line of a sheet: when results are released, and of which qualifications.</summary>
/// <param name="Qualifications">The qualifications, in order.</param>
/// <param name="At">The instant with the centre's delay in it; null while the board has set none.</param>
/// <remarks>Rule 35: one line where all share an instant, one per instant where they differ.</remarks>
public sealed record SheetRelease(IReadOnlyList<QualificationCode> Qualifications, DateTimeOffset? At)
{
    /// <summary>The lines of one candidate's sheet.</summary>
    /// <param name="schedule">The series' release dates.</param>
    /// <param name="qualifications">The qualifications of the candidate's active entries.</param>
    /// <param name="delay">The centre's delay.</param>
    /// <returns>The lines, earliest first; those without a date last.</returns>
    public static IReadOnlyList<SheetRelease> Lines(
        ReleaseSchedule schedule, IEnumerable<QualificationCode> qualifications, ReleaseDelay delay) =>
    [
        .. qualifications.Distinct()
            .GroupBy(qualification => schedule.InstantFor(qualification, Audience.Candidate, delay))
            .OrderBy(line => line.Key ?? DateTimeOffset.MaxValue)
            .Select(line => new SheetRelease([.. line.Order()], line.Key)),
    ];
}
