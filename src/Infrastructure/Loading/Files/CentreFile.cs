using Exams.Domain.Centres;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Persistence.ResultsAccess;

namespace Exams.Infrastructure.Loading.Files;

internal sealed class CentreFile : IBoardFile
{
    public string Name => "centres.csv";

    public IReadOnlyList<string> Columns { get; } = ["number", "name", "country", "zone", "timeZone", "qualifications"];

    public async Task LoadAsync(CsvTable table, BoardLoad load, CancellationToken ct)
    {
        var seen = new Seen<CentreNumber>("number");
        List<Centre> added = [];
        List<Centre> stale = [];
        var changed = 0;
        foreach (var row in table.Rows)
        {
            var number = row.Word<CentreNumber>("number");
            var details = new CentreDetails(
                row.Word<DisplayName>("name"), row.Word<DisplayName>("country"), row.Word<Zone>("zone"), row.Word<IanaTimeZone>("timeZone"),
                WordingOf(number), row.Words<QualificationCode>("qualifications"));
            foreach (var unknown in details.Qualifications.Where(one => row.IsGood && !load.Qualifications.ContainsKey(one)))
                row.Fault("qualifications", $"The board has no qualification {unknown}.");
            if (!row.IsGood || seen.Twice(row, number))
                continue;
            var centre = new Centre(number, details);
            if (!load.Centres.TryGetValue(number, out var known))
            {
                added.Add(load.Centres[number] = centre);
                continue;
            }

            var printed = (known.Name, known.TimeZone);
            if (!load.Change(known, new { centre.Name, centre.Country, centre.Zone, centre.TimeZone, centre.Qualifications }))
                continue;
            changed++;
            if (printed != (known.Name, known.TimeZone))
                stale.Add(known);
        }

        await load.WriteAsync(Name, added, changed, ct);
        foreach (var centre in load.Faults.Count == 0 ? stale : [])
            await load.Writing.MarkCentreStaleAsync(centre.Number, load.Now, ct);
    }

    // The file does not say; American centres have numbers that do.
    private static Wording WordingOf(CentreNumber number) =>
        number.ToString().StartsWith("US", StringComparison.Ordinal) ? Wording.EnUs : Wording.EnGb;
}
