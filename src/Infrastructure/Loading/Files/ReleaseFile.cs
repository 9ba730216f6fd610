using Exams.Domain.Audit;
using Exams.Domain.Jobs;
using Exams.Domain.News;
using Exams.Domain.Releases;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.ResultsAccess;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Loading.Files;

internal sealed class ReleaseFile : IBoardFile
{
    public string Name => "releases.csv";

    public IReadOnlyList<string> Columns { get; } = ["series", "qualification", "audience", "at"];

    public async Task LoadAsync(CsvTable table, BoardLoad load, CancellationToken ct)
    {
        var seen = new Seen<(Series, QualificationCode, Audience)>("audience");
        var standing = await load.Writing.Db.ReleaseDates.AsNoTracking()
            .ToDictionaryAsync(date => (date.Series, date.Qualification, date.Audience), ct);
        List<(CsvRow Row, ReleaseDate Date)> stated = [];
        List<ReleaseDate> added = [];
        HashSet<(Series, QualificationCode)> printed = [];
        var changed = 0;
        foreach (var row in table.Rows)
        {
            var (series, qualification, at) = (row.Word<Series>("series"), row.Word<QualificationCode>("qualification"), row.Instant("at"));
            var audience = row.Choice("audience", mayBeEmpty: false, ("CENTRE", Audience.Centre), ("CANDIDATE", Audience.Candidate));
            if (row.IsGood && !load.Qualifications.ContainsKey(qualification))
                row.Fault("qualification", $"The board has no qualification {qualification}.");
            if (!row.IsGood || seen.Twice(row, (series, qualification, audience)))
                continue;
            if (!standing.TryGetValue((series, qualification, audience), out var date))
            {
                added.Add(standing[(series, qualification, audience)] = date = new ReleaseDate(series, qualification, audience, at));
                Announce(load, date, printed);
            }
            else if (date.At != at && date.HasPassed(load.Now))
            {
                row.Fault("at", $"The release of {date.At:O} has happened and cannot be moved.");
            }
            else if (date.At != at)
            {
                load.Writing.Db.Attach(date);
                date.Move(at, load.Now);
                Announce(load, date, printed);
                changed++;
            }

            stated.Add((row, date));
        }

        foreach (var (row, date) in stated)
            CheckOrder(row, date, standing);
        await load.WriteAsync(Name, added, changed, ct);
        foreach (var (series, qualification) in load.Faults.Count == 0 ? printed : [])
            await load.Writing.MarkReleaseStaleAsync(series, qualification, load.Now, ct);
    }

    // Rule 21: candidates never before their centre.
    private static void CheckOrder(CsvRow row, ReleaseDate date, Dictionary<(Series, QualificationCode, Audience), ReleaseDate> standing)
    {
        if (date.Audience == Audience.Candidate
            && (!standing.TryGetValue((date.Series, date.Qualification, Audience.Centre), out var centre) || centre.At > date.At))
            row.Fault("at", $"Candidates cannot see {date.Qualification} before their centre does, which is {(centre is null ? "never" : $"{centre.At:O}")}.");
    }

    // As when it is set by hand; what candidates' sheets state is their own instant.
    private static void Announce(BoardLoad load, ReleaseDate date, HashSet<(Series, QualificationCode)> printed)
    {
        if (date.Audience == Audience.Candidate)
            printed.Add((date.Series, date.Qualification));
        load.Writing.Tell(new NewsItem(NewsType.ReleaseDateSet, load.Now)
        {
            Series = date.Series,
            Qualification = date.Qualification,
            Audience = date.Audience,
            ReleaseAt = date.At,
        });
        load.Writing.Order([new AnnounceRelease(date.Series, date.Qualification, date.Audience, Centre: null, date.At)], load.Now);
        load.Writing.Note(new AuditRecord(load.Now, new Caller.System("load"), AuditAction.ReleaseDateSet)
        {
            Series = date.Series,
            Detail = $"{date.Qualification} {date.Audience} {date.At:O}",
        });
    }
}
