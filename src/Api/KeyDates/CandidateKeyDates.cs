using Exams.Domain.Candidates;
using Exams.Domain.KeyDates;

namespace Exams.Api.KeyDates;

/// <summary>When a candidate's exams are.</summary>
[ExtendObjectType<Candidate>]
public static class CandidateKeyDates
{
    private static readonly CandidateTimetable Nothing = new([]);

    /// <summary>The candidate's exams in the series, by the entries that stand and the timetable of the centre's zone. Empty while nothing of it is published.</summary>
    [Authorize(Policy = Permission.EntriesRead)]
    [Cost(Prices.OfBatch)]
    public static async Task<CandidateTimetable> GetTimetableAsync(
        [Parent] Candidate candidate, TimetableByCandidateDataLoader timetables, CancellationToken ct) =>
        await timetables.LoadAsync(candidate.Id, ct) ?? Nothing;
}
