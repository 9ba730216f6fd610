using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.Files;
using Exams.Domain.Results;
using Exams.Domain.Vocabulary;
using static Exams.Infrastructure.Files.SheetFields;

namespace Exams.Infrastructure.Files;

/// <summary>An export as a table. What the importer reads is written under its own headings, so that a file can be changed and sent back.</summary>
/// <remarks>The columns of results are those of domain 2.8 (P31), in their order; marks of components and the syllabus total are not held here.
/// Whoever went to another centre is that centre's now, and not in a table.</remarks>
internal sealed class CsvExportLines(ExportKind kind, bool isExact) : IExportLines
{
    private static readonly string[] _ofResults =
    [
        "Syllabus", "Option code", "Centre number", "Candidate number", "Candidate name", "Syllabus total", "Syllabus grade", "Series", "Percentage uniform mark", "Provisional",
    ];

    // What is printed in the place of a grade (trap T20: four different things).
    private static string Shown(Result result) => result.Grade?.ToString() ?? result.Outcome switch
    {
        ResultOutcome.Ungraded => "U",
        ResultOutcome.NoResult => "X",
        ResultOutcome.Pending => "Q",
        ResultOutcome.ToBeIssued => "Y",
        _ => "",
    };

    public Task BeginAsync(TextWriter text)
    {
        IEnumerable<string> headings = kind switch
        {
            ExportKind.Candidates => OfCandidates.Select(field => field.Heading),
            ExportKind.Entries => OfEntries.Select(field => field.Heading),
            _ => _ofResults,
        };
        new CsvLine(text, isExact).Plain(headings).End();
        return Task.CompletedTask;
    }

    public Task<int> WriteAsync(TextWriter text, ExportPage page)
    {
        var (line, rows) = (new CsvLine(text, isExact), 0);
        foreach (var candidate in page.Candidates.Where(one => kind != ExportKind.Results && one.Status == CandidateStatus.Active))
        {
            if (kind == ExportKind.Candidates)
                Write(line, candidate, ref rows);
            foreach (var entry in page.Entries[candidate.Id].Where(one => one.Status != Domain.Entries.EntryStatus.Transferred))
                Write(line, candidate, entry, ref rows);
        }

        var names = page.Candidates.ToDictionary(one => one.Id, one => one.Name);
        foreach (var result in page.Results)
            Write(line, result, names.TryGetValue(result.CandidateId, out var name) ? name : null, ref rows);
        return Task.FromResult(rows);
    }

    private static void Write(CsvLine line, Candidate candidate, ref int rows)
    {
        line.Code(candidate.Centre).Code(candidate.Series).Code(candidate.Number).Text(candidate.Name).Text(candidate.NameVariation).Code(candidate.DateOfBirth?.ToString("yyyy-MM-dd", null))
            .Plain(candidate.Gender switch { Domain.Vocabulary.Gender.Female => "F", Domain.Vocabulary.Gender.Male => "M", null => "", _ => "X" })
            .Code(candidate.Uci).Text(candidate.Email).Plain(candidate.IsPrivate ? "P" : "").Code(candidate.ExternalReference).End();
        rows++;
    }

    private static void Write(CsvLine line, Candidate candidate, Entry entry, ref int rows)
    {
        var status = entry.IsActive ? (candidate.IsPrivate ? "P" : "") : "W";
        line.Code(candidate.Centre).Code(candidate.Series).Code(candidate.Number).Code(candidate.ExternalReference).Text(candidate.Name)
            .Code(entry.Syllabus).Code(entry.Option).Plain(status).Code(entry.Previous?.Centre).Code(entry.Previous?.Number)
            .Code(entry.CarriedFrom).Code(entry.ExternalReference).End();
        rows++;
    }

    private static void Write(CsvLine line, Result result, CandidateName? name, ref int rows)
    {
        // Grades are written as they are printed; a spreadsheet changes none of them.
        line.Code(result.Syllabus).Code(result.Option).Code(result.Centre).Code(result.Candidate).Text(name).Plain("")
            .Plain(Shown(result)).Code(result.Series)
            .Plain(result.Pum?.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", result.IsProvisional ? "yes" : "no").End();
        rows++;
    }
}
