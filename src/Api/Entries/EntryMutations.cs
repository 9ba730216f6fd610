using Exams.Domain.Candidates;
using Exams.Domain.Entries;

namespace Exams.Api.Entries;

/// <summary>An entry to make.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Candidate">The candidate number.</param>
/// <param name="Syllabus">The syllabus.</param>
/// <param name="Option">The option; leave it out only where the syllabus has a single option without a code.</param>
public sealed record EnterCandidateInput(
    CentreNumber Centre, Series Series, CandidateNumber Candidate, SyllabusCode Syllabus, OptionCode? Option);

/// <summary>An entry to withdraw.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Candidate">The candidate number.</param>
/// <param name="Syllabus">The syllabus.</param>
public sealed record WithdrawEntryInput(CentreNumber Centre, Series Series, CandidateNumber Candidate, SyllabusCode Syllabus);

/// <summary>What became of an entry.</summary>
/// <param name="Entry">The entry as it is now; null when refused.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record EntryPayload(Entry? Entry, IReadOnlyList<UserError> Errors);

/// <summary>Entering and withdrawing candidates.</summary>
[MutationType]
public static class EntryMutations
{
    /// <summary>Enters a candidate for a syllabus. A withdrawn entry becomes active again. Codes: CENTRE_NOT_FOUND, SERIES_NOT_FOUND,
    /// CANDIDATE_NOT_FOUND, SYLLABUS_NOT_FOUND, OPTION_NOT_FOUND, CENTRE_NOT_APPROVED, ALREADY_ENTERED, CHANGED_MEANWHILE.</summary>
    [Authorize(Policy = Permission.EntriesWrite)]
    public static async Task<EntryPayload> EnterCandidateAsync(
        EnterCandidateInput input, EnterCandidate verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(
            new EntryWish(new CandidateReference.ByNumber(input.Centre, input.Series, input.Candidate), input.Syllabus, input.Option ?? OptionCode.Blank),
            current.Caller,
            ct))
            .Present<Entry, EntryPayload>(input, (done, errors) => new(done, errors));

    /// <summary>Withdraws an entry. It stays, marked as withdrawn; a candidate whose last active entry goes loses access to results at once.
    /// Codes: CENTRE_NOT_FOUND, CANDIDATE_NOT_FOUND, ENTRY_NOT_FOUND, CHANGED_MEANWHILE.</summary>
    [Authorize(Policy = Permission.EntriesWrite)]
    public static async Task<EntryPayload> WithdrawEntryAsync(
        WithdrawEntryInput input, WithdrawEntry verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(
            new EntryReference.BySyllabus(new CandidateReference.ByNumber(input.Centre, input.Series, input.Candidate), input.Syllabus), current.Caller, ct))
            .Present<Entry, EntryPayload>(input, (done, errors) => new(done, errors));
}
