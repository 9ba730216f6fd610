using Exams.Api.Candidates;
using Exams.Domain.Bulk;
using Exams.Domain.Entries;
using Exams.Domain.KeyDates;

namespace Exams.Api.Entries;

/// <summary>An entry as it shall stand.</summary>
/// <param name="Candidate">Who is entered.</param>
/// <param name="Syllabus">For what.</param>
/// <param name="Option">With which option; leave it out only where the syllabus has a single option without a code.</param>
/// <param name="Retake">For a retake: centre and candidate number in the series before. It is said when the entry is made and never changed. Of
/// another centre nothing is told to whoever does not know the person: name (or UCI) and date of birth must be as they were there.</param>
/// <param name="CarriedFrom">Where the option carries marks forward: the registration they come from. At another centre, name (or UCI) and date of
/// birth must be as they were there.</param>
/// <param name="ExternalReference">Your own key for the entry, unique among the active entries of centre and series.</param>
public sealed record EntryInput(
    CandidateReferenceInput Candidate,
    SyllabusCode Syllabus,
    OptionCode? Option,
    PreviousNumberInput? Retake,
    CandidateNumberInput? CarriedFrom,
    ExternalReference? ExternalReference)
{
    /// <summary>In the domain's words.</summary>
    internal EntryWish Wish => new(Candidate.Named, Syllabus, Option ?? OptionCode.Blank)
    {
        Retakes = Retake is { } one ? new PreviousNumber(one.Centre, one.Number) : null,
        CarriedFrom = CarriedFrom?.Registration,
        Reference = ExternalReference,
    };
}

/// <summary>Centre and candidate number in the series before.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Number">The candidate number.</param>
public sealed record PreviousNumberInput(CentreNumber Centre, CandidateNumber Number);

/// <summary>Entries to make and to amend.</summary>
/// <param name="Entries">The entries, at most 10,000, of any of your centres.</param>
/// <param name="ErrorPolicy">What becomes of the good rows when others are refused.</param>
/// <param name="DryRun">Whether you only want to know what would become of them: nothing is written.</param>
public sealed record SubmitEntriesInput(IReadOnlyList<EntryInput> Entries, ErrorPolicy ErrorPolicy = ErrorPolicy.RejectAll, bool DryRun = false);

/// <summary>An entry, named in one of three ways.</summary>
/// <param name="Id">By its id.</param>
/// <param name="Syllabus">By candidate and syllabus: the entry that stands.</param>
/// <param name="ExternalReference">By your own key.</param>
[OneOf]
public sealed record EntryReferenceInput(
    [property: ID<Entry>] long? Id, CandidateSyllabusInput? Syllabus, ExternalReferenceInput? ExternalReference)
{
    /// <summary>In the domain's words.</summary>
    internal EntryReference Named => this switch
    {
        { Id: { } id } => new EntryReference.ById(id),
        { Syllabus: { } one } => new EntryReference.BySyllabus(one.Candidate.Named, one.Syllabus),
        { ExternalReference: { } one } => new EntryReference.ByKey(one.Centre, one.Series, one.ExternalReference),
        _ => throw new InvalidOperationException("One of three is always given."),
    };
}

/// <summary>A candidate and a syllabus.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Syllabus">The syllabus.</param>
public sealed record CandidateSyllabusInput(CandidateReferenceInput Candidate, SyllabusCode Syllabus);

/// <summary>Entries to withdraw.</summary>
/// <param name="Entries">The entries, at most 10,000, of any of your centres.</param>
/// <param name="ErrorPolicy">What becomes of the good rows when others are refused.</param>
/// <param name="DryRun">Whether you only want to know what would become of them: nothing is written.</param>
public sealed record WithdrawEntriesInput(
    IReadOnlyList<EntryReferenceInput> Entries, ErrorPolicy ErrorPolicy = ErrorPolicy.RejectAll, bool DryRun = false);

/// <summary>What became of one row.</summary>
/// <param name="Row">Its place in the request, from 0.</param>
/// <param name="Action">What became of it, or would become of it.</param>
/// <param name="Entry">The entry as it is now; null when the row was refused, and for a new entry that was not written.</param>
/// <param name="Errors">Everything that speaks against it; empty when nothing does.</param>
/// <param name="Warnings">Exams that come too close together. None of them is a reason to refuse; ask for a deviation from the timetable.</param>
public sealed record EntryResult(int Row, EntryAction Action, Entry? Entry, IReadOnlyList<UserError> Errors, IReadOnlyList<TimetableClash> Warnings);

/// <summary>What became of many rows.</summary>
/// <param name="Results">One for each row, in the order of the request; empty when the whole was refused.</param>
/// <param name="Written">Whether it was written: not in a dry run, and not when all rows were rejected for some.</param>
/// <param name="Made">How many entries were made, or would be.</param>
/// <param name="Amended">How many were amended.</param>
/// <param name="Withdrawn">How many were withdrawn.</param>
/// <param name="Unchanged">How many were so already.</param>
/// <param name="Refused">How many rows were refused.</param>
/// <param name="Errors">Why the whole was refused; empty when it was not. What is wrong with a row stands at the row.</param>
public sealed record EntriesPayload(
    IReadOnlyList<EntryResult> Results, bool Written, int Made, int Amended, int Withdrawn, int Unchanged, int Refused, IReadOnlyList<UserError> Errors)
{
    /// <summary>Presents what became of the rows.</summary>
    internal static EntriesPayload Of<TRow>(Outcome<BulkOutcome<EntryRow>> outcome, object input, IReadOnlyList<TRow> asked)
        where TRow : notnull
    {
        if (!outcome.IsDone(out var done, out var refusal))
        {
            return new EntriesPayload([], false, 0, 0, 0, 0, 0, [new UserError(refusal, input)]);
        }

        var counts = done.Rows.CountBy(row => row.Action).ToDictionary();
        return new EntriesPayload(
            [.. done.Rows.Select((row, place) => Result(row, asked[place], place, done.IsWritten))],
            done.IsWritten,
            counts.GetValueOrDefault(EntryAction.Made),
            counts.GetValueOrDefault(EntryAction.Amended),
            counts.GetValueOrDefault(EntryAction.Withdrawn),
            counts.GetValueOrDefault(EntryAction.Unchanged),
            counts.GetValueOrDefault(EntryAction.Refused),
            []);
    }

    private static EntryResult Result(EntryRow row, object asked, int place, bool isWritten) => new(
        place,
        row.Action,
        isWritten || row.Action == EntryAction.Unchanged ? row.Entry : null,
        [.. row.Refusals.Select(one => new UserError(one, asked, "entries", place))],
        row.Clashes);
}

/// <summary>Entering and withdrawing many at once.</summary>
[MutationType]
public static class BulkEntryMutations
{
    /// <summary>Makes and amends entries, up to 10,000 in one transaction. What stands already is left alone, so the same rows can be sent every night;
    /// what is not in the request stays as it is. Codes of the whole: NO_ROWS, TOO_MANY_ROWS, CHANGED_MEANWHILE. Codes of a row: CENTRE_NOT_FOUND,
    /// CANDIDATE_NOT_FOUND, CANDIDATE_TRANSFERRED, TRANSFER_PENDING, SYLLABUS_NOT_FOUND, OPTION_NOT_FOUND, CENTRE_NOT_APPROVED, ENTRIES_CLOSED,
    /// COMBINATION_DISALLOWED, SAME_TITLE, NOT_OPEN_TO_PRIVATE_CANDIDATES, PRIVATE_CANDIDATE_ELSEWHERE, RETAKE_NOT_ALLOWED, NOT_A_RETAKE,
    /// RETAKE_IS_FINAL, CARRIED_FROM_MISSING, NOTHING_CARRIED, CARRY_FORWARD_NOT_POSSIBLE, CARRIED_ENTRY_NOT_FOUND, CARRIED_TWICE,
    /// EXTERNAL_REFERENCE_TAKEN, ENTRY_TWICE.</summary>
    [Authorize(Policy = Permission.EntriesWrite)]
    public static async Task<EntriesPayload> SubmitEntriesAsync(SubmitEntriesInput input, SubmitEntries verb, CurrentCaller current, CancellationToken ct) =>
        EntriesPayload.Of(
            await verb.RunAsync(new BulkRequest<EntryWish>([.. input.Entries.Select(entry => entry.Wish)], input.ErrorPolicy, input.DryRun), current.Caller, ct),
            input,
            input.Entries);

    /// <summary>Withdraws entries, up to 10,000 in one transaction. They stay, marked as withdrawn; what was withdrawn before is left alone. A candidate whose
    /// last active entry goes loses access to results at once. Codes of the whole: NO_ROWS, TOO_MANY_ROWS, CHANGED_MEANWHILE. Codes of a row:
    /// CENTRE_NOT_FOUND, CANDIDATE_NOT_FOUND, ENTRY_NOT_FOUND, CANDIDATE_TRANSFERRED, TRANSFER_PENDING.</summary>
    [Authorize(Policy = Permission.EntriesWrite)]
    public static async Task<EntriesPayload> WithdrawEntriesAsync(WithdrawEntriesInput input, WithdrawEntries verb, CurrentCaller current, CancellationToken ct) =>
        EntriesPayload.Of(
            await verb.RunAsync(new BulkRequest<EntryReference>([.. input.Entries.Select(entry => entry.Named)], input.ErrorPolicy, input.DryRun), current.Caller, ct),
            input,
            input.Entries);
}
