using Exams.Domain.Entries;
using Exams.Domain.ResultsAccess;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.Entries;

/// <summary>Statements of entry to print.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Candidates">The candidates whose statements you want; everybody who is entered when left out.</param>
public sealed record PrintStatementsOfEntryInput(CentreNumber Centre, Series Series, IReadOnlyList<CandidateNumber>? Candidates);

/// <summary>What became of statements of entry.</summary>
/// <param name="Documents">The printing that was ordered: ask it how far it is, and for its PDF; null when refused.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record StatementsPayload(AccessDocuments? Documents, IReadOnlyList<UserError> Errors);

/// <summary>Having statements of entry printed.</summary>
[MutationType]
public static class StatementMutations
{
    /// <summary>Prints statements of entry, one page for each candidate, as entries stand when the printing begins: name, date of birth, gender, number, entries and,
    /// where it is published, the timetable, with a line to sign on. It answers at once; the news STATEMENTS_READY tells when the PDF and the ZIP can be downloaded.
    /// Statements for everybody take the place of older ones. Needs candidates:read besides. Codes: CENTRE_NOT_FOUND, PERMISSION_NEEDED, SERIES_NOT_FOUND,
    /// CANDIDATE_NOT_FOUND, CANDIDATE_NOT_ENTITLED, NOBODY_ENTITLED, PRINTING_UNDER_WAY.</summary>
    [Authorize(Policy = Permission.EntriesRead)]
    public static async Task<StatementsPayload> PrintStatementsOfEntryAsync(
        PrintStatementsOfEntryInput input, PrintStatements verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(new(input.Centre, input.Series, input.Candidates), current.Caller, ct))
            .Present<AccessDocuments, StatementsPayload>(input, (done, errors) => new(done, errors));
}

/// <summary>Reading which statements of entry were printed.</summary>
[QueryType]
public static class StatementQueries
{
    /// <summary>The printings of statements of entry, newest first; expired ones included. Needs candidates:read besides; without it there are none.</summary>
    /// <param name="series">The series.</param>
    /// <param name="centre">Only those of one centre; all of yours when left out.</param>
    /// <param name="db">Reads.</param>
    [Authorize(Policy = Permission.EntriesRead)]
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 5, MaxPageSize = 50)]
    public static IQueryable<AccessDocuments> GetStatementsOfEntry(Series series, CentreNumber? centre, ExamsDb db)
    {
        var printings = db.Documents.Where(one => one.Kind == DocumentsKind.StatementsOfEntry && one.Series == series);
        return (centre is { } number ? printings.Where(one => one.Centre == number) : printings).OrderByDescending(one => one.Id);
    }
}
