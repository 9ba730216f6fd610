using Exams.Domain.KeyDates;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Loading.Files;

internal sealed class DeadlineFile : IBoardFile
{
    public string Name => "deadlines.csv";

    public IReadOnlyList<string> Columns { get; } = ["series", "kind", "tier", "at"];

    public IReadOnlyList<string> OptionalColumns { get; } = ["zone", "countries"];

    public async Task LoadAsync(CsvTable table, BoardLoad load, CancellationToken ct)
    {
        var seen = new Seen<(Series, DeadlineKind, EntryTier, Zone?, string)>("tier");
        var standing = (await load.Writing.Db.Deadlines.AsNoTracking().ToListAsync(ct)).ToDictionary(Key);
        List<(CsvRow Row, Deadline Deadline)> stated = [];
        List<Deadline> added = [];
        HashSet<Series> different = [];
        var changed = 0;
        foreach (var row in table.Rows)
        {
            var deadline = Read(row);
            if (!row.IsGood || seen.Twice(row, Key(deadline)))
                continue;
            if (!standing.TryGetValue(Key(deadline), out var known))
            {
                added.Add(standing[Key(deadline)] = deadline);
                different.Add(deadline.Series);
            }
            else if (known.At != deadline.At)
            {
                if (deadline.HasPassed(load.Now))
                    row.Fault("at", $"The deadline of {known.At:O} can only be moved to an instant that is still to come.");
                load.Writing.Db.Attach(known);
                known.Move(deadline.At);
                different.Add(deadline.Series);
                changed++;
            }

            stated.Add((row, standing[Key(deadline)]));
        }

        var beside = standing.Values.ToLookup(one => (one.Series, one.Kind));
        foreach (var (row, deadline) in stated)
        {
            if (beside[(deadline.Series, deadline.Kind)].FirstOrDefault(deadline.Contradicts) is { } other)
                row.Fault("at", $"The tier {EntryTiers.Name(other.Tier)} ends at {other.At:O}; a dearer tier ends later than a cheaper one.");
        }

        load.Writing.Tell(different.Order().Select(series => new NewsItem(NewsType.DeadlineSet, load.Now) { Series = series }));
        await load.WriteAsync(Name, added, changed, ct);
    }

    private static Deadline Read(CsvRow row)
    {
        var kind = row.Choice("kind", mayBeEmpty: false,
            ("ENTRY", DeadlineKind.Entry), ("RETAKE_ENTRY", DeadlineKind.RetakeEntry), ("ESTIMATED_ENTRIES", DeadlineKind.EstimatedEntries));
        var tier = EntryTiers.Read(row);
        if (row.IsGood && kind == DeadlineKind.EstimatedEntries && tier != EntryTier.OnTime)
            row.Fault("tier", "Estimated entries are never late: their tier is ON_TIME.");
        return new Deadline(
            row.Word<Series>("series"), kind, tier, row.Instant("at"), row.Has("zone") ? row.OptionalWord<Zone>("zone") : null,
            row.Has("countries") ? row.Words<DisplayName>("countries") : []);
    }

    private static (Series, DeadlineKind, EntryTier, Zone?, string) Key(Deadline deadline) =>
        (deadline.Series, deadline.Kind, deadline.Tier, deadline.Zone, string.Join(';', deadline.Countries));
}
