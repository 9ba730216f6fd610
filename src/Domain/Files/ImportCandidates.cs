using Exams.Domain.Candidates;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Files;

/// <summary>Registers and changes the candidates of a file, by the rules of <see cref="UpsertCandidates"/>.</summary>
/// <remarks>Whoever is not in the file stays as they are, and so does what it has no column for (trap T30).</remarks>
public sealed class ImportCandidates(ISheets sheets, UpsertCandidates verb)
{
    /// <summary>Does it, all in one transaction.</summary>
    /// <param name="request">Which file, and how.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What became of it; or a refusal of the whole.</returns>
    public async Task<Outcome<Imported<CandidateRow>>> RunAsync(ImportRequest request, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (await sheets.ReadCandidatesAsync(request.File, request.Defaults, caller, ct)).IsDone(out var sheet, out var refusal)
            ? await Imported<CandidateRow>.RunAsync(sheet, request, rows => verb.RunAsync(rows, caller, ct), row => Names(row, sheet))
            : refusal;
    }

    // What asks for something to be done; that names have no colon is a habit of the whole file.
    private static IEnumerable<SheetRemark> Names(SheetRow<CandidateRow> row, Sheet<CandidateWish> sheet) =>
        from warning in row.Row.Warnings
        where warning.Code == CandidateWarning.VariationNeeded
        select new SheetRemark(row.Line, sheet.Columns.GetValueOrDefault("name"), FileWarningKind.NameVariationNeeded, warning.Message);
}
