using Exams.Domain.Entries;
using Exams.Domain.KeyDates;
using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Entries;

/// <summary>What candidates are entered for, looked up where the board publishes it: options and timetable of the series in the centre's zone.</summary>
public sealed class EnteredReading
{
    private readonly Dictionary<CentreNumber, Zone> _zones;
    private readonly Dictionary<(Series, Zone, SyllabusCode, OptionCode), EntryOption> _options;
    private readonly Dictionary<(Series, Zone), Timetable> _timetables;

    private EnteredReading(Dictionary<CentreNumber, Zone> zones, List<EntryOption> options, List<TimetableSlot> slots)
    {
        _zones = zones;
        _options = options.ToDictionary(one => (one.Series, one.Zone, one.Syllabus, one.Option));
        _timetables = slots.GroupBy(slot => (slot.Series, slot.Zone)).ToDictionary(of => of.Key, of => new Timetable(of));
    }

    /// <summary>Reads what belongs to entries: three statements, however many there are.</summary>
    /// <param name="db">Reads.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What the entries mean.</returns>
    public static async Task<EnteredReading> ReadAsync(ExamsDb db, IReadOnlyCollection<Entry> entries, CancellationToken ct)
    {
        var centres = entries.Select(entry => entry.Centre).Distinct().ToList();
        var times = entries.Select(entry => entry.Series).Distinct().ToList();
        var codes = entries.Select(entry => entry.Syllabus).Distinct().ToList();
        var zones = await db.Centres.Where(one => EF.Parameter(centres).Contains(one.Number)).Select(one => new { one.Number, one.Zone })
            .ToDictionaryAsync(one => one.Number, one => one.Zone, ct);
        var places = zones.Values.Distinct().ToList();
        var options = await db.Options
            .Where(one => EF.Parameter(times).Contains(one.Series) && EF.Parameter(places).Contains(one.Zone) && EF.Parameter(codes).Contains(one.Syllabus))
            .ToListAsync(ct);
        var slots = await db.Timetable
            .Where(one => EF.Parameter(times).Contains(one.Series) && EF.Parameter(places).Contains(one.Zone) && EF.Parameter(codes).Contains(one.Syllabus))
            .ToListAsync(ct);
        return new EnteredReading(zones, options, slots);
    }

    /// <summary>The option of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>The option; null when the board offers it no more.</returns>
    public EntryOption? OptionOf(Entry entry) =>
        _zones.TryGetValue(entry.Centre, out var zone) ? _options.GetValueOrDefault((entry.Series, zone, entry.Syllabus, entry.Option)) : null;

    /// <summary>The exams of a candidate.</summary>
    /// <param name="entries">All of the candidate's entries; only those that stand count.</param>
    /// <returns>The exams in the order of time.</returns>
    public CandidateTimetable TimetableOf(IEnumerable<Entry> entries)
    {
        List<TimetableSlot> slots = [];
        foreach (var of in entries.Where(entry => entry.IsActive).GroupBy(entry => (entry.Series, _zones.GetValueOrDefault(entry.Centre))))
        {
            if (_timetables.TryGetValue(of.Key, out var timetable))
                slots.AddRange(timetable.Of(of.SelectMany(entry => (OptionOf(entry)?.Components ?? []).Select(component => (entry.Syllabus, component)))));
        }

        return new CandidateTimetable(slots);
    }
}
