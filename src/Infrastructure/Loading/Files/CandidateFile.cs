using Exams.Domain.Candidates;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.ResultsAccess;

namespace Exams.Infrastructure.Loading.Files;

internal sealed class CandidateFile : IBoardFile
{
    public string Name => "candidates.csv";

    public IReadOnlyList<string> Columns { get; } = ["centre", "series", "number", "name", "dateOfBirth", "gender", "uci", "email", "private"];

    public IReadOnlyList<string> OptionalColumns { get; } = ["nameVariation"];

    public async Task LoadAsync(CsvTable table, BoardLoad load, CancellationToken ct)
    {
        var seen = new Seen<(CentreNumber, Series, CandidateNumber)>("number");
        var ucis = new Seen<(CentreNumber, Series, Uci)>("uci");
        List<Candidate> added = [];
        List<Candidate> changed = [];
        List<Candidate> renamed = [];
        foreach (var row in table.Rows)
        {
            var (centre, series, number) = (row.Word<CentreNumber>("centre"), row.Word<Series>("series"), row.CandidateNumber("number"));
            var details = new PersonalDetails(
                row.Word<CandidateName>("name"), row.OptionalDate("dateOfBirth"), GenderOf(row), row.OptionalWord<Uci>("uci"),
                row.OptionalWord<EmailAddress>("email"), row.Flag("private"))
            {
                NameVariation = row.Has("nameVariation") ? row.OptionalWord<BoardName>("nameVariation") : null,
            };
            if (row.IsGood && !load.Centres.ContainsKey(centre))
                row.Fault("centre", $"There is no centre {centre}.");
            if (!row.IsGood || seen.Twice(row, (centre, series, number)) || (details.Uci is { } uci && ucis.Twice(row, (centre, series, uci))))
                continue;
            var candidate = new Candidate(centre, series, number, details);
            if (!load.Candidates.TryGetValue((centre, series, number), out var known))
            {
                added.Add(load.Candidates[(centre, series, number)] = candidate);
                continue;
            }

            var name = known.Name;

            // A variation that the file says nothing about stays for as long as the name does.
            var variation = candidate.NameVariation ?? (candidate.Name == known.Name ? known.NameVariation : null);
            if (load.Change(known, new { candidate.Name, candidate.DateOfBirth, candidate.Gender, candidate.Uci, candidate.Email, candidate.IsPrivate, NameVariation = variation }))
            {
                changed.Add(known);
                if (name != known.Name)
                    renamed.Add(known);
                if (known.IsMoving || known.Status == CandidateStatus.TransferredOut)
                    row.Fault("number", CandidateRow.Locked(known));
            }
        }

        await load.WriteAsync(Name, added, changed.Count, ct);
        if (load.Faults.Count > 0)
            return;

        // What was printed shows the details, and sheets the name, whoever changed them.
        await load.Writing.MarkRenamedStaleAsync(renamed, load.Now, ct);
        await load.Writing.MarkStatementsStaleAsync(changed.Select(one => (one.Centre, one.Series)), StaleReasons.CandidatesChanged, load.Now, ct);
    }

    private static Gender? GenderOf(CsvRow row) => row.Choice<Gender?>(
        "gender", mayBeEmpty: true,
        ("", null), ("female", Gender.Female), ("male", Gender.Male), ("other", Gender.Other), ("F", Gender.Female), ("M", Gender.Male), ("X", Gender.Other));
}
