using Exams.Domain.Fees;
using Exams.Domain.KeyDates;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Loading.Files;

internal sealed class FeeFile : IBoardFile
{
    public string Name => "fees.csv";

    public IReadOnlyList<string> Columns { get; } = ["series", "tier", "amount", "currency"];

    public IReadOnlyList<string> OptionalColumns { get; } = ["qualification", "syllabus"];

    public async Task LoadAsync(CsvTable table, BoardLoad load, CancellationToken ct)
    {
        var seen = new Seen<(Series, EntryTier, QualificationCode?, SyllabusCode?)>("tier");
        var standing = (await load.Writing.Db.Fees.AsNoTracking().ToListAsync(ct)).ToDictionary(Key);
        List<Fee> added = [];
        HashSet<Series> different = [];
        var changed = 0;
        foreach (var row in table.Rows)
        {
            var fee = Read(row);
            if (row.IsGood)
                Check(row, fee, load);
            if (!row.IsGood || seen.Twice(row, Key(fee)))
                continue;
            if (!standing.TryGetValue(Key(fee), out var known))
                added.Add(standing[Key(fee)] = fee);
            else if (load.Change(known, new { fee.Hundredths, fee.Currency }))
                changed++;
            else
                continue;
            different.Add(fee.Series);
        }

        load.Writing.Tell(different.Order().Select(series => new NewsItem(NewsType.FeeSet, load.Now) { Series = series }));
        await load.WriteAsync(Name, added, changed, ct);
    }

    private static Fee Read(CsvRow row) => new(
        row.Word<Series>("series"), EntryTiers.Read(row), new Money(row.Hundredths("amount", Fee.MostHundredths), row.Word<CurrencyCode>("currency")),
        row.Has("qualification") ? row.OptionalWord<QualificationCode>("qualification") : null,
        row.Has("syllabus") ? row.OptionalWord<SyllabusCode>("syllabus") : null);

    private static void Check(CsvRow row, Fee fee, BoardLoad load)
    {
        if (fee.Qualification is { } qualification && !load.Qualifications.ContainsKey(qualification))
            row.Fault("qualification", $"The board has no qualification {qualification}.");
        if (fee.Syllabus is not { } code)
            return;
        if (!load.Syllabuses.TryGetValue(code, out var syllabus))
            row.Fault("syllabus", $"The board has no syllabus {code}.");
        else if (fee.Qualification is { } other && other != syllabus.Qualification)
            row.Fault("qualification", $"{code} leads to {syllabus.Qualification}; leave the qualification out.");
    }

    private static (Series, EntryTier, QualificationCode?, SyllabusCode?) Key(Fee fee) => (fee.Series, fee.Tier, fee.Qualification, fee.Syllabus);
}
