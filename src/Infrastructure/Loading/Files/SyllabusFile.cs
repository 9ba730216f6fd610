using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Loading.Files;

internal sealed class SyllabusFile : IBoardFile
{
    public string Name => "syllabuses.csv";

    public IReadOnlyList<string> Columns { get; } = ["code", "title", "qualification"];

    public IReadOnlyList<string> OptionalColumns { get; } = ["disallowedWith", "openToPrivate"];

    public async Task LoadAsync(CsvTable table, BoardLoad load, CancellationToken ct)
    {
        var seen = new Seen<SyllabusCode>("code");
        List<Syllabus> added = [];
        List<(CsvRow Row, Syllabus Syllabus)> stated = [];
        var changed = 0;
        foreach (var row in table.Rows)
        {
            if (Read(row) is not { } syllabus)
                continue;
            if (!load.Qualifications.ContainsKey(syllabus.Qualification))
                row.Fault("qualification", $"The board has no qualification {syllabus.Qualification}.");
            if (!row.IsGood || seen.Twice(row, syllabus.Code))
                continue;
            stated.Add((row, syllabus));
            if (!load.Syllabuses.TryGetValue(syllabus.Code, out var known))
                added.Add(load.Syllabuses[syllabus.Code] = syllabus);
            else if (known.Qualification != syllabus.Qualification)
                row.Fault("qualification", $"{syllabus.Code} leads to {known.Qualification}, which cannot change.");
            else if (load.Change(known, Stated(row, syllabus, known)))
                changed++;
        }

        foreach (var (row, syllabus) in stated)
        {
            foreach (var other in syllabus.DisallowedWith.Where(other => other == syllabus.Code || !load.Syllabuses.ContainsKey(other)))
                row.Fault("disallowedWith", other == syllabus.Code ? $"{other} cannot be disallowed with itself." : $"The board has no syllabus {other}.");
        }

        await load.WriteAsync(Name, added, changed, ct);
    }

    private static Syllabus? Read(CsvRow row)
    {
        var (code, title, qualification) = (row.Word<SyllabusCode>("code"), row.Word<DisplayName>("title"), row.Word<QualificationCode>("qualification"));
        IReadOnlyList<SyllabusCode> disallowed = row.Has("disallowedWith") ? row.Words<SyllabusCode>("disallowedWith") : [];
        var isOpen = !row.Has("openToPrivate") || row.Text("openToPrivate").Length == 0 || row.Flag("openToPrivate");
        return row.IsGood ? new Syllabus(code, title, qualification, disallowed, isOpen) : null;
    }

    private static object Stated(CsvRow row, Syllabus syllabus, Syllabus known) => new
    {
        syllabus.Title,
        DisallowedWith = row.Has("disallowedWith") ? syllabus.DisallowedWith : known.DisallowedWith,
        IsOpenToPrivate = row.Has("openToPrivate") ? syllabus.IsOpenToPrivate : known.IsOpenToPrivate,
    };
}
