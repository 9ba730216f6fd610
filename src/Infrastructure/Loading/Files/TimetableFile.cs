using Exams.Domain.KeyDates;
using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Loading.Files;

internal sealed class TimetableFile : IBoardFile
{
    public string Name => "timetable.csv";

    public IReadOnlyList<string> Columns { get; } = ["series", "zone", "syllabus", "component", "date", "session", "minutes"];

    public async Task LoadAsync(CsvTable table, BoardLoad load, CancellationToken ct)
    {
        var seen = new Seen<(Series, Zone, SyllabusCode, ComponentCode)>("component");
        var standing = await load.Writing.Db.Timetable.AsNoTracking().ToDictionaryAsync(Key, ct);
        List<TimetableSlot> added = [];
        var changed = 0;
        foreach (var row in table.Rows)
        {
            var slot = Read(row);
            if (row.IsGood)
                Check(row, slot, load);
            if (!row.IsGood || seen.Twice(row, Key(slot)))
                continue;
            if (!standing.TryGetValue(Key(slot), out var known))
                added.Add(standing[Key(slot)] = slot);
            else if (load.Change(known, new { slot.Date, slot.Session, slot.Minutes }))
                changed++;
        }

        await load.WriteAsync(Name, added, changed, ct);
    }

    private static TimetableSlot Read(CsvRow row) => new(
        row.Word<Series>("series"), row.Word<Zone>("zone"), row.Word<SyllabusCode>("syllabus"), row.Word<ComponentCode>("component"), row.Date("date"),
        row.Choice("session", mayBeEmpty: false, ("AM", ExamSession.Am), ("PM", ExamSession.Pm), ("EVENING", ExamSession.Evening), ("EV", ExamSession.Evening)),
        row.Number("minutes", 1, TimetableSlot.MostMinutes));

    // A component that no option has would be an exam that nobody sits: mostly another zone's variant (traps T13 and T34).
    private static void Check(CsvRow row, TimetableSlot slot, BoardLoad load)
    {
        if (!load.Syllabuses.ContainsKey(slot.Syllabus))
            row.Fault("syllabus", $"The board has no syllabus {slot.Syllabus}.");
        else if (load.Options.GetValueOrDefault((slot.Series, slot.Zone, slot.Syllabus))?.Exists(option => option.Components.Contains(slot.Component)) != true)
            row.Fault("component", $"In {slot.Series}, zone {slot.Zone}, no option of {slot.Syllabus} has the component {slot.Component}.");
        if (!slot.IsInSeason)
            row.Fault("date", $"{slot.Date:yyyy-MM-dd} is not near the series {slot.Series}.");
    }

    private static (Series, Zone, SyllabusCode, ComponentCode) Key(TimetableSlot slot) => (slot.Series, slot.Zone, slot.Syllabus, slot.Component);
}
