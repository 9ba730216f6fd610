using Exams.Domain.Candidates;
using Exams.Domain.Centres;
using Exams.Domain.Entries;
using Exams.Domain.Qualifications;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Persistence;
using Exams.Infrastructure.Persistence.Entries;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Jobs;

/// <summary>Reads what statements of entry say.</summary>
internal static class StatementReading
{
    /// <summary>Reads the candidates who are entered now, in candidate-number order.</summary>
    /// <returns>Their statements; null when nobody is left.</returns>
    public static async Task<IReadOnlyList<Statement>?> ReadAsync(ExamsDb db, AccessDocuments documents, CancellationToken ct)
    {
        var centre = await db.Centres.SingleAsync(one => one.Number == documents.Centre, ct);
        var wanted = documents.Selected?.ToHashSet();
        var candidates = await db.Candidates.AsNoTracking()
            .Where(one => one.Centre == documents.Centre && one.Series == documents.Series).OrderBy(one => one.Number).ToListAsync(ct);
        var entries = await db.Entries.AsNoTracking()
            .Where(one => one.Centre == documents.Centre && one.Series == documents.Series && one.Status == EntryStatus.Active)
            .OrderBy(one => one.Syllabus).ToListAsync(ct);
        var entered = await EnteredReading.ReadAsync(db, entries, ct);
        var syllabuses = await db.Syllabuses.AsNoTracking().ToDictionaryAsync(one => one.Code, ct);
        var qualifications = await db.Qualifications.AsNoTracking().ToDictionaryAsync(one => one.Code, ct);
        var statements = new Facts(centre, entered, syllabuses, qualifications, entries.ToLookup(one => one.CandidateId));
        List<Statement> pages =
        [
            .. candidates.Where(one => wanted?.Contains(one.Number) != false && statements.Entries.Contains(one.Id)).Select(statements.Of),
        ];
        return pages.Count == 0 ? null : pages;
    }

    private sealed record Facts(
        Centre Centre, EnteredReading Entered, IReadOnlyDictionary<SyllabusCode, Syllabus> Syllabuses,
        IReadOnlyDictionary<QualificationCode, Qualification> Qualifications, ILookup<long, Entry> Entries)
    {
        public Statement Of(Candidate candidate) => new()
        {
            CentreNumber = Centre.Number.ToString(),
            CentreName = Centre.Name.ToString(),
            Series = candidate.Series.Display,
            CandidateNumber = candidate.Number.ToString(),
            CandidateName = candidate.Name.ToString(),
            DateOfBirth = candidate.DateOfBirth is { } born ? StatementPhrases.Day(born, Centre.Wording) : null,
            Gender = candidate.Gender?.ToString(),
            Uci = candidate.Uci?.ToString(),
            Entries = [.. Entries[candidate.Id].Select(LineOf)],
            Exams =
            [
                .. Entered.TimetableOf(Entries[candidate.Id]).Slots.Select(slot => new StatementExam(
                    StatementPhrases.When(slot.Date, slot.Session, Centre.Wording), $"{slot.Syllabus}/{slot.Component} {TitleOf(slot.Syllabus)}",
                    StatementPhrases.Length(slot.Minutes))),
            ],
            Wording = Centre.Wording,
        };

        private StatementEntry LineOf(Entry entry) => new(
            entry.Syllabus.ToString(),
            Syllabuses.TryGetValue(entry.Syllabus, out var syllabus) && Qualifications.TryGetValue(syllabus.Qualification, out var qualification)
                ? $"{syllabus.Title}, {qualification.Name}"
                : "",
            entry.Option.ToString(),
            string.Join(", ", Entered.OptionOf(entry)?.Components ?? []),
            StatementPhrases.Remarks(entry));

        private string TitleOf(SyllabusCode code) => Syllabuses.TryGetValue(code, out var syllabus) ? syllabus.Title.ToString() : "";
    }
}
