using Exams.Domain.Files;

namespace Exams.Api.Files;

/// <summary>What to export.</summary>
/// <param name="Centres">Of which centres, at most 1,000; of all of yours when left out.</param>
/// <param name="Series">Of which series; of all when left out.</param>
/// <param name="Format">How it is written.</param>
/// <param name="ExcelSafe">For CSV: whether codes are written as ="0580", which spreadsheets keep as they are. Otherwise they are plain, and a
/// spreadsheet drops leading zeros. What a spreadsheet would run as a formula gets an apostrophe in front either way, and importing reads both
/// forms.</param>
public sealed record ExportInput(
    IReadOnlyList<CentreNumber>? Centres, Series? Series, ExportFormat Format = ExportFormat.Csv, bool ExcelSafe = true)
{
    /// <summary>In the domain's words.</summary>
    internal ExportWish Wish(ExportKind kind) => new(kind, Format, Centres, Series, ExcelSafe);
}

/// <summary>Which centres to export.</summary>
/// <param name="Centres">The centres, at most 1,000; all of yours when left out.</param>
/// <param name="Series">Of which series; of all when left out.</param>
public sealed record ExportCentresInput(IReadOnlyList<CentreNumber>? Centres, Series? Series);

/// <summary>What became of an order.</summary>
/// <param name="Export">The export; null when refused. Ask for it by its id until it is ready, or wait for the event EXPORT_READY.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record ExportPayload(Export? Export, IReadOnlyList<UserError> Errors);

/// <summary>Ordering files.</summary>
[MutationType]
public static class ExportMutations
{
    /// <summary>Orders a file of candidates. In CSV those who went to another centre are left out. Codes: EXPORT_FOR_CENTRES, CENTRE_NOT_FOUND,
    /// SERIES_NOT_FOUND, TOO_MANY_CENTRES, TOO_MANY_EXPORTS.</summary>
    [Authorize(Policy = Permission.CandidatesRead)]
    public static Task<ExportPayload> ExportCandidatesAsync(ExportInput input, OrderExport verb, CurrentCaller current, CancellationToken ct) =>
        OrderAsync(input.Wish(ExportKind.Candidates), input, verb, current, ct);

    /// <summary>Orders a file of entries; withdrawn ones are marked W. Codes: EXPORT_FOR_CENTRES, CENTRE_NOT_FOUND, SERIES_NOT_FOUND,
    /// PERMISSION_MISSING (without <c>candidates:read</c>), TOO_MANY_CENTRES, TOO_MANY_EXPORTS.</summary>
    [Authorize(Policy = Permission.EntriesRead)]
    public static Task<ExportPayload> ExportEntriesAsync(ExportInput input, OrderExport verb, CurrentCaller current, CancellationToken ct) =>
        OrderAsync(input.Wish(ExportKind.Entries), input, verb, current, ct);

    /// <summary>Orders a file of the results that are released to you when it is written, the newest version of each. In the place of a grade stands U for
    /// ungraded, X for no result, Q for pending, Y for to be issued. Names are there for whoever has <c>candidates:read</c>. Codes: EXPORT_FOR_CENTRES,
    /// CENTRE_NOT_FOUND, SERIES_NOT_FOUND, TOO_MANY_CENTRES, TOO_MANY_EXPORTS.</summary>
    [Authorize(Policy = Permission.ResultsRead)]
    public static Task<ExportPayload> ExportResultsAsync(ExportInput input, OrderExport verb, CurrentCaller current, CancellationToken ct) =>
        OrderAsync(input.Wish(ExportKind.Results), input, verb, current, ct);

    /// <summary>Orders whole centres as JSON lines: the centre, each of its candidates, and behind each the entries and the released results, as far as you may
    /// read them. Codes: EXPORT_FOR_CENTRES, CENTRE_NOT_FOUND, SERIES_NOT_FOUND, PERMISSION_MISSING (without <c>candidates:read</c>),
    /// TOO_MANY_CENTRES, TOO_MANY_EXPORTS.</summary>
    [Authorize(Policy = Permission.CentresRead)]
    public static Task<ExportPayload> ExportCentresAsync(ExportCentresInput input, OrderExport verb, CurrentCaller current, CancellationToken ct) =>
        OrderAsync(new ExportWish(ExportKind.Centres, ExportFormat.JsonLines, input.Centres, input.Series), input, verb, current, ct);

    private static async Task<ExportPayload> OrderAsync(ExportWish wish, object input, OrderExport verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(wish, current.Caller, ct)).Present<Export, ExportPayload>(input, (done, errors) => new(done, errors));
}
