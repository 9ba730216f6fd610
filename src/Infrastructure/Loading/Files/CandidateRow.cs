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

    public static bool IsEntered(this BoardLoad load, Candidate candidate) =>
        load.Syllabuses.Keys.Any(syllabus => load.Entries.GetValueOrDefault((candidate, syllabus))?.Exists(entry => entry.IsActive) == true);
}
