using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Loading.Files;

internal sealed class QualificationFile : IBoardFile
{
    public string Name => "qualifications.csv";

    public IReadOnlyList<string> Columns { get; } = ["code", "name", "gradeScale"];

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
            if (!row.IsGood || seen.Twice(row, code))
                continue;
            if (!load.Qualifications.TryGetValue(code, out var known))
            {
                added.Add(load.Qualifications[code] = new Qualification(code, name, scale!));
                continue;
            }

            if (known.Scale != scale)
                row.Fault("gradeScale", $"{code} is graded on the scale {known.Scale}, which cannot change.");
            else if (load.Change(known, new { Name = name }))
                changed++;
        }

        await load.WriteAsync(Name, added, changed, ct);
    }
}
