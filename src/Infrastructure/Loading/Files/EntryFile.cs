using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.ResultsAccess;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Loading.Files;

internal sealed class EntryFile : IBoardFile
{
    public string Name => "entries.csv";

    public IReadOnlyList<string> Columns { get; } = ["centre", "series", "candidate", "syllabus", "option", "status"];

    public async Task LoadAsync(CsvTable table, BoardLoad load, CancellationToken ct)
    {
        var seen = new Seen<(Candidate, SyllabusCode, OptionCode)>("syllabus");
        List<Entry> added = [];
        HashSet<Candidate> touched = [];
        HashSet<Candidate> withdrawn = [];
        var changed = 0;
        foreach (var row in table.Rows)
        {
            var (syllabus, option) = (row.Word<SyllabusCode>("syllabus"), row.Word<OptionCode>("option"));
            var status = row.Choice("status", mayBeEmpty: true, ("ACTIVE", EntryStatus.Active), ("WITHDRAWN", EntryStatus.Withdrawn));
            if (CandidateRow.Find(row, load) is not { } candidate || !row.IsGood || seen.Twice(row, (candidate, syllabus, option)))
                continue;
            Check(row, load, candidate, syllabus, option);
            var entries = load.EntriesOf(candidate, syllabus);
            var known = entries.Find(entry => entry.Option == option);
            if (status == EntryStatus.Active && entries.Find(entry => entry.IsActive && entry != known) is { } other)
                row.Fault("syllabus", $"The candidate is entered for {syllabus} already, with option \"{other.Option}\".");
            if (!row.IsGood || known?.Status == status)
                continue;
            if (candidate.IsMoving || candidate.Status == CandidateStatus.TransferredOut)
            {
                row.Fault("candidate", CandidateRow.Locked(candidate));
                continue;
            }

            if (known is not null)
            {
                load.Writing.Db.Attach(known);
                touched.Add(candidate);
                changed++;
            }
            else
            {
                entries.Add(known = new Entry(candidate, syllabus, option, load.Now));
                added.Add(known);
            }

            if (status == EntryStatus.Withdrawn)
            {
                known.Withdraw(load.Now);
                withdrawn.Add(candidate);
            }
            else if (!known.IsActive)
            {
                known.Reenter(load.Now);
            }
        }

        await load.WriteAsync(Name, added, changed, ct);
        if (load.Faults.Count == 0)
            await FollowAsync(load, touched, added, [.. withdrawn.Where(one => !load.IsEntered(one))], ct);
    }

    // Rules 5 and 6.
    private static void Check(CsvRow row, BoardLoad load, Candidate candidate, SyllabusCode syllabus, OptionCode option)
    {
        if (!load.Syllabuses.TryGetValue(syllabus, out var subject))
        {
            row.Fault("syllabus", $"The board has no syllabus {syllabus}.");
            return;
        }

        var centre = load.Centres[candidate.Centre];
        if (!centre.MayEnter(subject.Qualification))
            row.Fault("syllabus", $"The centre is not approved for {subject.Qualification}.");
        var offered = load.Options.GetValueOrDefault((candidate.Series, centre.Zone, syllabus)) ?? [];
        if (!offered.Exists(one => one.Option == option) || (option.IsBlank && offered.Count > 1))
            row.Fault("option", $"In {candidate.Series}, zone {centre.Zone}, {syllabus} has the options {string.Join(", ", offered.Select(one => $"\"{one.Option}\""))}.");
    }

    // Rule 37, and what a centre decides on a roll must see that the roll has changed.
    private static async Task FollowAsync(BoardLoad load, HashSet<Candidate> touched, List<Entry> added, List<Candidate> left, CancellationToken ct)
    {
        var db = load.Writing.Db;
        var ids = touched.Where(candidate => candidate.Id > 0).Select(candidate => candidate.Id).ToList();
        await db.Candidates.Where(candidate => EF.Parameter(ids).Contains(candidate.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(candidate => candidate.Version, candidate => candidate.Version + 1), ct);
        await load.Writing.MarkStatementsStaleAsync(
            touched.Select(candidate => (candidate.Centre, candidate.Series)).Concat(added.Select(entry => (entry.Centre, entry.Series))), StaleReasons.CandidatesChanged, load.Now, ct);
        var leaving = left.Select(candidate => candidate.Id).ToList();
        var grants = await db.Grants.Where(grant => EF.Parameter(leaving).Contains(grant.CandidateId) && grant.State == GrantState.Active)
            .Select(grant => new { grant.Id, grant.Centre, grant.Series }).ToListAsync(ct);
        await load.Writing.SuspendAsync([.. grants.Select(grant => grant.Id)], load.Now, ct);
        foreach (var (centre, series) in grants.Select(grant => (grant.Centre, grant.Series)).Distinct())
            await load.Writing.MarkStaleAsync(centre, series, StaleReasons.CandidatesChanged, load.Now, tell: true, ct);
    }
}
