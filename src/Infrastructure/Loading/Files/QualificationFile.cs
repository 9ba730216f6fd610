using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Loading.Files;

internal sealed class QualificationFile : IBoardFile
{
    public string Name => "qualifications.csv";

    public IReadOnlyList<string> Columns { get; } = ["code", "name", "gradeScale"];

    public IReadOnlyList<string> OptionalColumns { get; } = ["level"];

    public async Task LoadAsync(CsvTable table, BoardLoad load, CancellationToken ct)
    {
        var seen = new Seen<QualificationCode>("code");
        List<Qualification> added = [];
        var changed = 0;
        foreach (var row in table.Rows)
        {
            var (code, name) = (row.Word<QualificationCode>("code"), row.Word<DisplayName>("name"));
            if (!GradeScale.TryParse(row.Text("gradeScale"), out var scale))
                row.Fault("gradeScale", $"\"{Shown.Text(row.Text("gradeScale"))}\" is none of {string.Join(", ", GradeScale.Every.Select(one => one.Code))}.");
            var level = row.Has("level") ? row.OptionalWord<QualificationCode>("level") ?? code : (QualificationCode?)null;
            if (!row.IsGood || seen.Twice(row, code))
                continue;
            if (!load.Qualifications.TryGetValue(code, out var known))
            {
                added.Add(load.Qualifications[code] = new Qualification(code, name, scale!, level));
                continue;
            }

            if (known.Scale != scale)
                row.Fault("gradeScale", $"{code} is graded on the scale {known.Scale}, which cannot change.");
            else if (load.Change(known, new { Name = name, Level = level ?? known.Level }))
                changed++;
        }

        // A level may be named by a qualification that stands further down.
        foreach (var row in table.Rows.Where(row => row.Has("level") && row.Text("level").Length > 0))
        {
            if (QualificationCode.TryParse(row.Text("level"), out var level) && !load.Qualifications.ContainsKey(level))
                row.Fault("level", $"The board has no qualification {level}.");
        }

        await load.WriteAsync(Name, added, changed, ct);
    }
}
