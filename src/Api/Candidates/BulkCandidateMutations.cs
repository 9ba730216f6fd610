using Exams.Domain.Bulk;
using Exams.Domain.Candidates;

namespace Exams.Api.Candidates;

/// <summary>A candidate as it shall stand. What is left out stays as it is; null takes it away.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Number">The candidate number; when left out, the one that your own key has, or else the next free one.</param>
/// <param name="Name">The full legal name.</param>
/// <param name="DateOfBirth">The date of birth, if known.</param>
/// <param name="Gender">The gender, if known.</param>
/// <param name="Uci">The unique candidate identifier, if there is one.</param>
/// <param name="Email">An email address, if there is one.</param>
/// <param name="IsPrivate">Whether the candidate is entered privately and does not study at the centre.</param>
/// <param name="ExternalReference">Your own key for the candidate, unique within centre and series.</param>
/// <param name="NameVariation">How the board is to print the name, where it cannot write the legal one or shall write another: NAME_VARIATION_NEEDED among the
/// warnings asks for it. Left out, the one there is stays for as long as the name does.</param>
public sealed record CandidateInput(
    CentreNumber Centre,
    Series Series,
    CandidateNumber? Number,
    CandidateName Name,
    Optional<DateOnly?> DateOfBirth,
    Optional<Gender?> Gender,
    Optional<Uci?> Uci,
    Optional<EmailAddress?> Email,
    ExternalReference? ExternalReference,
    BoardName? NameVariation,
    Optional<bool?> IsPrivate)
{
    /// <summary>In the domain's words.</summary>
    internal CandidateWish Wish => new(
        Centre,
        Series,
        Number,
        new PersonalDetails(Name, DateOfBirth.Value, Gender.Value, Uci.Value, Email.Value, IsPrivate.Value ?? false) { NameVariation = NameVariation },
        ExternalReference)
    {
        Leaves = Left(DateOfBirth, PersonalData.DateOfBirth) | Left(Gender, PersonalData.Gender) | Left(Uci, PersonalData.Uci)
            | Left(Email, PersonalData.Email) | Left(IsPrivate, PersonalData.IsPrivate),
    };

    private static PersonalData Left<T>(Optional<T> member, PersonalData data) => member.HasValue ? PersonalData.None : data;
}

/// <summary>Candidates to register and to change.</summary>
/// <param name="Candidates">The candidates, at most 10,000, of any of your centres.</param>
/// <param name="ErrorPolicy">What becomes of the good rows when others are refused.</param>
/// <param name="DryRun">Whether you only want to know what would become of them: nothing is written.</param>
public sealed record UpsertCandidatesInput(IReadOnlyList<CandidateInput> Candidates, ErrorPolicy ErrorPolicy = ErrorPolicy.RejectAll, bool DryRun = false);

/// <summary>What became of one row.</summary>
/// <param name="Row">Its place in the request, from 0.</param>
/// <param name="Action">What became of it, or would become of it.</param>
/// <param name="Candidate">The candidate as it is now; null when the row was refused, and for a new one that was not written.</param>
/// <param name="Number">The candidate number that it has, or would get; null when the row was refused.</param>
/// <param name="Errors">Everything that speaks against it; empty when nothing does.</param>
/// <param name="Warnings">What you should look at. None of it is a reason to refuse.</param>
public sealed record CandidateResult(
    int Row, CandidateAction Action, Candidate? Candidate, CandidateNumber? Number, IReadOnlyList<UserError> Errors, IReadOnlyList<CandidateWarning> Warnings);

/// <summary>What became of many rows.</summary>
/// <param name="Results">One for each row, in the order of the request; empty when the whole was refused.</param>
/// <param name="Written">Whether it was written: not in a dry run, and not when all rows were rejected for some.</param>
/// <param name="Registered">How many candidates were registered, or would be.</param>
/// <param name="Changed">How many were changed.</param>
/// <param name="Unchanged">How many were so already.</param>
/// <param name="Refused">How many rows were refused.</param>
/// <param name="Errors">Why the whole was refused; empty when it was not. What is wrong with a row stands at the row.</param>
public sealed record CandidatesPayload(
    IReadOnlyList<CandidateResult> Results, bool Written, int Registered, int Changed, int Unchanged, int Refused, IReadOnlyList<UserError> Errors);

/// <summary>Numbers to set aside.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Count">How many, in a row: 1 to 9999.</param>
/// <param name="From">The first that would do.</param>
public sealed record SetAsideNumbersInput(CentreNumber Centre, Series Series, int Count, CandidateNumber? From);

/// <summary>Numbers that were set aside.</summary>
/// <param name="First">The first; null when refused.</param>
/// <param name="Last">The last; null when refused.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record NumbersPayload(CandidateNumber? First, CandidateNumber? Last, IReadOnlyList<UserError> Errors);

/// <summary>Registering and changing many at once.</summary>
[MutationType]
public static class BulkCandidateMutations
{
    /// <summary>Registers and changes candidates, up to 10,000 in one transaction. Who stands so already is left alone, so the same rows can be sent every
    /// night; who is not in the request stays as they are. A row is about the candidate who has your key, or else about the one who has the number. Codes
    /// of the whole: NO_ROWS, TOO_MANY_ROWS, CHANGED_MEANWHILE. Codes of a row: CENTRE_NOT_FOUND, SERIES_NOT_FOUND, CANDIDATE_NUMBER_TAKEN,
    /// CANDIDATE_NUMBER_IS_FINAL, CANDIDATE_NUMBERS_EXHAUSTED, CANDIDATE_ALREADY_REGISTERED, CANDIDATE_TRANSFERRED, TRANSFER_PENDING, DATE_OF_BIRTH_UNLIKELY.</summary>
    [Authorize(Policy = Permission.CandidatesWrite)]
    public static async Task<CandidatesPayload> UpsertCandidatesAsync(
        UpsertCandidatesInput input, UpsertCandidates verb, CurrentCaller current, CancellationToken ct)
    {
        var request = new BulkRequest<CandidateWish>([.. input.Candidates.Select(one => one.Wish)], input.ErrorPolicy, input.DryRun);
        if (!(await verb.RunAsync(request, current.Caller, ct)).IsDone(out var done, out var refusal))
        {
            return new CandidatesPayload([], false, 0, 0, 0, 0, [new UserError(refusal, input)]);
        }

        var counts = done.Rows.CountBy(row => row.Action).ToDictionary();
        return new CandidatesPayload(
            [.. done.Rows.Select((row, place) => Result(row, input.Candidates[place], place, done.IsWritten))],
            done.IsWritten,
            counts.GetValueOrDefault(CandidateAction.Registered),
            counts.GetValueOrDefault(CandidateAction.Changed),
            counts.GetValueOrDefault(CandidateAction.Unchanged),
            counts.GetValueOrDefault(CandidateAction.Refused),
            []);
    }

    /// <summary>Sets candidate numbers aside, in a row: nobody gets one of them without naming it. Codes: CENTRE_NOT_FOUND, SERIES_NOT_FOUND,
    /// CANDIDATE_NUMBERS_EXHAUSTED, CHANGED_MEANWHILE.</summary>
    [Authorize(Policy = Permission.CandidatesWrite)]
    public static async Task<NumbersPayload> SetAsideNumbersAsync(
        SetAsideNumbersInput input, SetAsideNumbers verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(new(input.Centre, input.Series, input.Count, input.From ?? CandidateNumber.Of(1)), current.Caller, ct))
            .Present<NumberBlock, NumbersPayload>(input, (done, errors) => new(done?.First, done?.Last, errors));

    private static CandidateResult Result(CandidateRow row, CandidateInput asked, int place, bool isWritten) => new(
        place,
        row.Action,
        isWritten || row.Action == CandidateAction.Unchanged ? row.Candidate : null,
        row.Candidate?.Number,
        [.. row.Refusals.Select(one => new UserError(one, asked, "candidates", place))],
        row.Warnings);
}
