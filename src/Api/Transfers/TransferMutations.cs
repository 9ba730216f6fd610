using Exams.Api.Candidates;
using Exams.Domain.Transfers;

namespace Exams.Api.Transfers;

/// <summary>What form 3 says: who moves, and where to.</summary>
/// <param name="Candidate">The candidate, at your centre.</param>
/// <param name="ReceivingCentre">The centre to which the candidate is to come.</param>
/// <param name="Syllabuses">Leave it out. A candidate is transferred for the whole series; a list that does not name all syllabuses is refused.</param>
public sealed record AskForTransferInput(CandidateReferenceInput Candidate, CentreNumber ReceivingCentre, IReadOnlyList<SyllabusCode>? Syllabuses);

/// <summary>A transfer, named in one of two ways.</summary>
/// <param name="Id">By its id.</param>
/// <param name="Candidate">By centre, series and candidate number at the original centre: the last transfer of that registration.</param>
[OneOf]
public sealed record TransferReferenceInput([property: ID<Transfer>] long? Id, CandidateNumberInput? Candidate)
{
    /// <summary>In the domain's words.</summary>
    internal TransferReference Named => this switch
    {
        { Id: { } id } => new TransferReference.ById(id),
        { Candidate: { } one } => new TransferReference.ByRegistration(one.Registration),
        _ => throw new InvalidOperationException("One of two is always given."),
    };
}

/// <summary>What form 4 says: that the candidate may come.</summary>
/// <param name="Transfer">The transfer, to your centre.</param>
/// <param name="Number">The candidate number that the candidate is to have with you; the next free one when left out.</param>
public sealed record AcceptTransferInput(TransferReferenceInput Transfer, CandidateNumber? Number);

/// <summary>A transfer that the board confirms.</summary>
/// <param name="Transfer">The transfer.</param>
public sealed record ConfirmTransferInput(TransferReferenceInput Transfer);

/// <summary>A transfer that the board refuses.</summary>
/// <param name="Transfer">The transfer.</param>
/// <param name="Reason">Why, in words for both centres.</param>
public sealed record RefuseTransferInput(TransferReferenceInput Transfer, DisplayName? Reason);

/// <summary>A transfer that is called off.</summary>
/// <param name="Transfer">The transfer.</param>
public sealed record CancelTransferInput(TransferReferenceInput Transfer);

/// <summary>What became of a transfer.</summary>
/// <param name="Transfer">The transfer as it is now; null when refused.</param>
/// <param name="Errors">Everything that speaks against it; empty when it was done.</param>
public sealed record TransferPayload(Transfer? Transfer, IReadOnlyList<UserError> Errors)
{
    /// <summary>Presents what was decided.</summary>
    internal static async Task<TransferPayload> OfAsync(Task<TransferDecision> deciding, object input)
    {
        var decision = await deciding;
        return new TransferPayload(decision.Transfer, [.. decision.Refusals.Select(refusal => new UserError(refusal, input))]);
    }
}

/// <summary>Transferring candidates from one centre to another.</summary>
[MutationType]
public static class TransferMutations
{
    /// <summary>Asks that a candidate move to another centre with all entries of the series (form 3), at least ten working days before the candidate's first exam.
    /// Until the board has confirmed or refused it, or somebody calls it off, the candidate's details and entries are locked. Codes: CENTRE_NOT_FOUND,
    /// CANDIDATE_NOT_FOUND, CANDIDATE_TRANSFERRED, TRANSFER_PENDING, RECEIVING_CENTRE_NOT_FOUND, TRANSFER_TO_SAME_CENTRE, NOTHING_TO_TRANSFER,
    /// TRANSFER_WHOLE_SERIES_ONLY, TRANSFER_TOO_LATE, CHANGED_MEANWHILE.</summary>
    [Authorize(Policy = Permission.EntriesWrite)]
    public static Task<TransferPayload> AskForTransferAsync(AskForTransferInput input, AskForTransfer verb, CurrentCaller current, CancellationToken ct) =>
        TransferPayload.OfAsync(verb.RunAsync(new TransferWish(input.Candidate.Named, input.ReceivingCentre, input.Syllabuses), current.Caller, ct), input);

    /// <summary>Accepts a transfer to your centre (form 4). Until the board has confirmed it, it may be accepted again with another number. Codes:
    /// TRANSFER_NOT_FOUND, NOT_RECEIVING_CENTRE, TRANSFER_STATUS_WRONG, TRANSFER_EXAMS_BEGUN, RECEIVING_CENTRE_NOT_APPROVED, OPTION_NOT_OFFERED_THERE,
    /// CANDIDATE_NUMBER_TAKEN, CANDIDATE_ALREADY_REGISTERED, CHANGED_MEANWHILE.</summary>
    [Authorize(Policy = Permission.EntriesWrite)]
    public static Task<TransferPayload> AcceptTransferAsync(AcceptTransferInput input, AcceptTransfer verb, CurrentCaller current, CancellationToken ct) =>
        TransferPayload.OfAsync(verb.RunAsync(input.Transfer.Named, input.Number, current.Caller, ct), input);

    /// <summary>The board confirms an accepted transfer. The candidate has a new registration at the receiving centre, with a number of its own and the same UCI,
    /// and new entries, on time and without late fee; what was paid is given back to the original centre and charged to the receiving one. The old
    /// registration and its entries stay, marked as transferred, and its access to results is suspended at once. Codes: TRANSFER_NOT_FOUND, BOARD_ONLY,
    /// TRANSFER_STATUS_WRONG, TRANSFER_EXAMS_BEGUN, RECEIVING_CENTRE_NOT_APPROVED, OPTION_NOT_OFFERED_THERE, CANDIDATE_NUMBER_TAKEN,
    /// CANDIDATE_NUMBERS_EXHAUSTED, CANDIDATE_ALREADY_REGISTERED, CHANGED_MEANWHILE.</summary>
    [Authorize(Policy = Permission.EntriesWrite)]
    public static Task<TransferPayload> ConfirmTransferAsync(ConfirmTransferInput input, ConfirmTransfer verb, CurrentCaller current, CancellationToken ct) =>
        TransferPayload.OfAsync(verb.RunAsync(input.Transfer.Named, current.Caller, ct), input);

    /// <summary>The board refuses a transfer: the candidate stays, with the entries as they were. Codes: TRANSFER_NOT_FOUND, BOARD_ONLY, TRANSFER_STATUS_WRONG,
    /// CHANGED_MEANWHILE.</summary>
    [Authorize(Policy = Permission.EntriesWrite)]
    public static Task<TransferPayload> RefuseTransferAsync(RefuseTransferInput input, RefuseTransfer verb, CurrentCaller current, CancellationToken ct) =>
        TransferPayload.OfAsync(verb.RunAsync(input.Transfer.Named, input.Reason, current.Caller, ct), input);

    /// <summary>Takes your form back before the board has confirmed the transfer, which makes the other centre's form void too: the candidate stays, with the
    /// entries as they were. A centre that is named on a form and expects nobody says so in the same way. Codes: TRANSFER_NOT_FOUND,
    /// TRANSFER_STATUS_WRONG, CHANGED_MEANWHILE.</summary>
    [Authorize(Policy = Permission.EntriesWrite)]
    public static Task<TransferPayload> CancelTransferAsync(CancelTransferInput input, CancelTransfer verb, CurrentCaller current, CancellationToken ct) =>
        TransferPayload.OfAsync(verb.RunAsync(input.Transfer.Named, current.Caller, ct), input);
}
