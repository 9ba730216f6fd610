using Exams.Domain.Candidates;
using Exams.Domain.Results;
using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Loading.Files;

internal sealed class ResultFile : IBoardFile
{
    public string Name => "results.csv";

    public IReadOnlyList<string> Columns { get; } = ["series", "centre", "candidate", "syllabus", "option", "outcome", "grade", "pum"];

    public async Task LoadAsync(CsvTable table, BoardLoad load, CancellationToken ct)
    {
        var seen = new Seen<(Candidate, SyllabusCode)>("syllabus");
        var standing = await StandingAsync(load, ct);
        List<Result> added = [];
        var changed = 0;
        foreach (var row in table.Rows)
        {
            var (syllabus, option) = (row.Word<SyllabusCode>("syllabus"), row.Word<OptionCode>("option"));
            var finding = new Finding(OutcomeOf(row), row.OptionalWord<Grade>("grade"), row.OptionalWord<Pum>("pum"));
            if (CandidateRow.Find(row, load) is not { } candidate || !row.IsGood || seen.Twice(row, (candidate, syllabus)))
                continue;
            if (!load.EntriesOf(candidate, syllabus).Exists(entry => entry.Option == option))
            {
                row.Fault("syllabus", $"The candidate was never entered for {syllabus} with option \"{option}\".");
                continue;
            }

            var subject = load.Syllabuses[syllabus];
            var scale = load.Qualifications[subject.Qualification].Scale;
            var known = standing.GetValueOrDefault((candidate.Id, syllabus));
            if (known is not null && new Finding(known.Outcome, known.Grade, known.Pum) == finding)
                continue;
            if (known is not null)
                load.Writing.Db.Attach(known);
            var decided = known is null ? Result.For(candidate, subject, scale, option, finding) : known.Revise(scale, finding, load.Now);
            if (!decided.IsDone(out var result, out var refusal))
            {
                row.Fault(refusal.Path is [var column, ..] ? column : "outcome", refusal.Message);
                continue;
            }

            changed += known is null ? 0 : 1;
            added.Add(result);
        }

        // The older version steps back before the newer one is there.
        if (load.Faults.Count == 0)
            await load.Writing.Db.SaveChangesAsync(ct);
        await load.WriteAsync(Name, added, changed, ct);
        load.Counts[Name] = (added.Count - changed, changed);
    }

    private static async Task<Dictionary<(long, SyllabusCode), Result>> StandingAsync(BoardLoad load, CancellationToken ct)
    {
        var series = load.Candidates.Keys.Select(key => key.Item2).ToHashSet();
        return await load.Writing.Db.Results.AsNoTracking().Where(result => series.Contains(result.Series) && result.SupersededAt == null)
            .ToDictionaryAsync(result => (result.CandidateId, result.Syllabus), ct);
    }

    private static ResultOutcome OutcomeOf(CsvRow row) => row.Choice(
        "outcome", mayBeEmpty: false,
        ("GRADE", ResultOutcome.Grade), ("UNGRADED", ResultOutcome.Ungraded), ("NO_RESULT", ResultOutcome.NoResult), ("PENDING", ResultOutcome.Pending),
        ("TO_BE_ISSUED", ResultOutcome.ToBeIssued), ("X", ResultOutcome.NoResult), ("Q", ResultOutcome.Pending), ("Y", ResultOutcome.ToBeIssued));
}
