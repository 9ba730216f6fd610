using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Loading.Files;

internal sealed class OptionFile : IBoardFile
{
    public string Name => "options.csv";

    public IReadOnlyList<string> Columns { get; } = ["series", "zone", "syllabus", "option", "components"];

    public IReadOnlyList<string> OptionalColumns { get; } = ["carryForward"];

    public async Task LoadAsync(CsvTable table, BoardLoad load, CancellationToken ct)
    {
        var seen = new Seen<(Series, Zone, SyllabusCode, OptionCode)>("option");
        List<EntryOption> added = [];
        var changed = 0;
        foreach (var row in table.Rows)
        {
            var option = new EntryOption(
                row.Word<Series>("series"), row.Word<Zone>("zone"), row.Word<SyllabusCode>("syllabus"), row.Word<OptionCode>("option"),
                row.Words<ComponentCode>("components"), CarryForwardOf(row));
            if (row.IsGood && option.Components.Count == 0)
                row.Fault("components", "An option has at least one component.");
            if (row.IsGood && !load.Syllabuses.ContainsKey(option.Syllabus))
                row.Fault("syllabus", $"The board has no syllabus {option.Syllabus}.");
            if (!row.IsGood || seen.Twice(row, (option.Series, option.Zone, option.Syllabus, option.Option)))
                continue;
            var known = load.Options.GetValueOrDefault((option.Series, option.Zone, option.Syllabus))?.Find(one => one.Option == option.Option);
            if (known is null)
            {
                load.Add(option);
                added.Add(option);
            }
            else if (load.Change(known, new { option.Components, CarryForward = row.Has("carryForward") ? option.CarryForward : known.CarryForward }))
            {
                changed++;
            }
        }

        await load.WriteAsync(Name, added, changed, ct);
    }

    private static CarryForward CarryForwardOf(CsvRow row) => !row.Has("carryForward") ? CarryForward.None : row.Choice(
        "carryForward", mayBeEmpty: true, ("NONE", CarryForward.None), ("NON_EXAM", CarryForward.NonExam), ("STAGED", CarryForward.Staged));
}
