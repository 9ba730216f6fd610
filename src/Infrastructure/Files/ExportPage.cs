using Exams.Domain.Candidates;
using Exams.Domain.Centres;
using Exams.Domain.Entries;
using Exams.Domain.Files;
using Exams.Domain.Results;

namespace Exams.Infrastructure.Files;

/// <summary>Some of the candidates of one centre in one series, with what is asked for of them.</summary>
/// <param name="Centre">The centre, on the first page about it; null on the others, and where it is not asked for.</param>
/// <param name="Candidates">The candidates, in order of their numbers; for results, those of whom the names may be read.</param>
/// <param name="Entries">Their entries by candidate, in order of syllabus; none where they are not asked for.</param>
/// <param name="Results">Their results that may be read, in order of candidate and syllabus; none where they are not asked for.</param>
internal sealed record ExportPage(Centre? Centre, IReadOnlyList<Candidate> Candidates, ILookup<long, Entry> Entries, IReadOnlyList<Result> Results);

/// <summary>How the pages of an export are written as lines.</summary>
internal interface IExportLines
{
    /// <summary>What stands before all pages; it is no row.</summary>
    Task BeginAsync(TextWriter text);

    /// <summary>Writes a page.</summary>
    /// <returns>How many rows it has.</returns>
    Task<int> WriteAsync(TextWriter text, ExportPage page);

    /// <summary>The lines of an export.</summary>
    /// <param name="export">The export.</param>
    /// <param name="ids">Names things as the contract does.</param>
    static IExportLines Of(Export export, PublicIds ids) =>
        export.Format == ExportFormat.JsonLines ? new JsonExportLines(export.Kind, ids) : new CsvExportLines(export.Kind, export.IsExact);
}
