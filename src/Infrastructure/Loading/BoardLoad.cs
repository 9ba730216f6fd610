using Exams.Domain.Candidates;
using Exams.Domain.Centres;
using Exams.Domain.Entries;
using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.Writing;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Loading;

/// <summary>A load under way: what the board has, what the files have added to it so far, and what is wrong.</summary>
internal sealed class BoardLoad(Writing writing, LoadFaults faults, DateTimeOffset now)
{
    public Writing Writing { get; } = writing;

    public LoadFaults Faults { get; } = faults;

    public DateTimeOffset Now { get; } = now;

    public Dictionary<CentreNumber, Centre> Centres { get; } = [];

    public Dictionary<QualificationCode, Qualification> Qualifications { get; } = [];

    public Dictionary<SyllabusCode, Syllabus> Syllabuses { get; } = [];

    public Dictionary<(Series, Zone, SyllabusCode), List<EntryOption>> Options { get; } = [];

    public Dictionary<(CentreNumber, Series, CandidateNumber), Candidate> Candidates { get; } = [];

    /// <summary>Entries by candidate and syllabus, withdrawn ones too.</summary>
    public Dictionary<(Candidate, SyllabusCode), List<Entry>> Entries { get; } = [];

    public Dictionary<string, (int Added, int Changed)> Counts { get; } = [];

    /// <summary>Whether a file brought anything new or different.</summary>
    public bool Changed(string file) => Counts.GetValueOrDefault(file) is not (0, 0);

    public List<NewUser> NewUsers { get; } = [];

    public async Task RecallAsync(CancellationToken ct)
    {
        var db = Writing.Db;
        await foreach (var centre in db.Centres.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            Centres.Add(centre.Number, centre);
        await foreach (var qualification in db.Qualifications.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            Qualifications.Add(qualification.Code, qualification);
        await foreach (var syllabus in db.Syllabuses.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            Syllabuses.Add(syllabus.Code, syllabus);
        await foreach (var option in db.Options.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            Add(option);
    }

    /// <summary>Recalls the candidates and entries of the series that the files speak of.</summary>
    public async Task RecallAsync(IReadOnlyCollection<Series> series, CancellationToken ct)
    {
        var db = Writing.Db;
        var byId = new Dictionary<long, Candidate>();
        var candidates = db.Candidates.AsNoTracking().Where(candidate => series.Contains(candidate.Series));
        await foreach (var candidate in candidates.AsAsyncEnumerable().WithCancellation(ct))
        {
            Candidates.Add((candidate.Centre, candidate.Series, candidate.Number), candidate);
            byId.Add(candidate.Id, candidate);
        }

        await foreach (var entry in db.Entries.AsNoTracking().Where(entry => series.Contains(entry.Series)).AsAsyncEnumerable().WithCancellation(ct))
            EntriesOf(byId[entry.CandidateId], entry.Syllabus).Add(entry);
    }

    public void Add(EntryOption option)
    {
        var key = (option.Series, option.Zone, option.Syllabus);
        if (!Options.TryGetValue(key, out var options))
            Options.Add(key, options = []);
        options.Add(option);
    }

    public List<Entry> EntriesOf(Candidate candidate, SyllabusCode syllabus)
    {
        if (!Entries.TryGetValue((candidate, syllabus), out var entries))
            Entries.Add((candidate, syllabus), entries = []);
        return entries;
    }

    /// <summary>Takes new values over onto a known row.</summary>
    /// <param name="known">The row as it stands, not tracked.</param>
    /// <param name="values">An object whose properties have the names of the row's.</param>
    /// <returns>Whether anything differs.</returns>
    public bool Change(object known, object values)
    {
        var entry = Writing.Db.Attach(known);
        entry.CurrentValues.SetValues(values);
        if (entry.State != EntityState.Unchanged)
        {
            if (entry.Metadata.FindProperty("Version") is not null)
                entry.Property("Version").CurrentValue = (int)entry.Property("Version").CurrentValue! + 1;
            return true;
        }

        entry.State = EntityState.Detached;
        return false;
    }

    /// <summary>Writes the new rows, unless there was a fault, and counts.</summary>
    public async Task WriteAsync<T>(string file, IReadOnlyList<T> added, int changed, CancellationToken ct)
        where T : class
    {
        Counts[file] = (added.Count, changed);
        if (Faults.Count == 0)
            await Writing.InsertAsync(added, ct);
    }
}
