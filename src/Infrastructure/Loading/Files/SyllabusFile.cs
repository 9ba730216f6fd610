using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Loading.Files;

internal sealed class SyllabusFile : IBoardFile
{
    public string Name => "syllabuses.csv";

    public IReadOnlyList<string> Columns { get; } = ["code", "title", "qualification"];

    public async Task LoadAsync(CsvTable table, BoardLoad load, CancellationToken ct)
    {
        var seen = new Seen<SyllabusCode>("code");
        List<Syllabus> added = [];
        var changed = 0;
        foreach (var row in table.Rows)
        {
            var (code, title, qualification) = (row.Word<SyllabusCode>("code"), row.Word<DisplayName>("title"), row.Word<QualificationCode>("qualification"));
            if (row.IsGood && !load.Qualifications.ContainsKey(qualification))
                row.Fault("qualification", $"The board has no qualification {qualification}.");
            if (!row.IsGood || seen.Twice(row, code))
                continue;
            if (!load.Syllabuses.TryGetValue(code, out var known))
                added.Add(load.Syllabuses[code] = new Syllabus(code, title, qualification));
            else if (known.Qualification != qualification)
                row.Fault("qualification", $"{code} leads to {known.Qualification}, which cannot change.");
            else if (load.Change(known, new { Title = title }))
                changed++;
        }

        await load.WriteAsync(Name, added, changed, ct);
    }
}
