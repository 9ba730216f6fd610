using Exams.Domain.Candidates;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Loading.Files;

/// <summary>Rows that speak of a candidate by centre, series and number.</summary>
internal static class CandidateRow
{
    public static Candidate? Find(CsvRow row, BoardLoad load)
    {
        var (centre, series, number) = (row.Word<CentreNumber>("centre"), row.Word<Series>("series"), row.CandidateNumber("candidate"));
        if (!row.IsGood)
            return null;
        if (!load.Centres.ContainsKey(centre))
            row.Fault("centre", $"There is no centre {centre}.");
        else if (load.Candidates.TryGetValue((centre, series, number), out var candidate))
            return candidate;
        else
            row.Fault("candidate", $"{centre} has no candidate {number} in {series}.");
        return null;
    }

    /// <summary>Why nothing of a candidate can be changed who is moving, or has moved, to another centre.</summary>
    public static string Locked(Candidate candidate) => candidate.IsMoving
        ? $"Candidate {candidate.Number} is being transferred to another centre."
        : $"Candidate {candidate.Number} was transferred to another centre.";

    public static bool IsEntered(this BoardLoad load, Candidate candidate) =>
        load.Syllabuses.Keys.Any(syllabus => load.Entries.GetValueOrDefault((candidate, syllabus))?.Exists(entry => entry.IsActive) == true);
}
