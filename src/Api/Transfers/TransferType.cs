using Exams.Api.Candidates;
using Exams.Domain.Candidates;
using Exams.Domain.Transfers;

namespace Exams.Api.Transfers;

/// <summary>A candidate moves to another centre with all entries of a series. Both centres see it, and the board.</summary>
public sealed class TransferType : ObjectType<Transfer>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<Transfer> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(transfer => transfer.Series);
        descriptor.Field(transfer => transfer.OriginalCentre);
        descriptor.Field(transfer => transfer.Number);
        descriptor.Field(transfer => transfer.ReceivingCentre);
        descriptor.Field(transfer => transfer.Status);
        descriptor.Field(transfer => transfer.AskedAt);
        descriptor.Field(transfer => transfer.AcceptedAt);
        descriptor.Field(transfer => transfer.EndedAt);
        descriptor.Field(transfer => transfer.EndedBy);
        descriptor.Field(transfer => transfer.Reason);
    }
}

/// <summary>An entry that moves with a candidate.</summary>
public sealed class TransferredEntryType : ObjectType<TransferredEntry>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<TransferredEntry> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(entry => entry.Syllabus);
        descriptor.Field(entry => entry.Option);
    }
}

/// <summary>Further fields of a transfer.</summary>
[Node]
[ExtendObjectType<Transfer>]
public static class TransferFields
{
    /// <summary>Finds a transfer by its id.</summary>
    [NodeResolver]
    public static Task<Transfer?> GetTransferByIdAsync(long id, TransferByIdDataLoader transfers, CancellationToken ct) => transfers.LoadAsync(id, ct);

    /// <summary>The candidate's full legal name, as the original centre's form has it; null for the receiving centre when the transfer came to nothing.</summary>
    [Authorize(Policy = Permission.CandidatesRead)]
    [Cost(Prices.OfBatch)]
    public static async Task<CandidateName?> GetNameAsync([Parent] Transfer transfer, TransferFormDataLoader forms, CancellationToken ct) =>
        (await forms.LoadAsync(transfer.Id, ct))?.Name;

    /// <summary>The entries that move with the candidate, in order of syllabus; none for the receiving centre when the transfer came to nothing.</summary>
    [Cost(Prices.OfBatch)]
    public static async Task<IReadOnlyList<TransferredEntry>> GetEntriesAsync(
        [Parent] Transfer transfer, TransferredEntriesDataLoader entries, CancellationToken ct) =>
        await entries.LoadAsync(transfer.Id, ct) ?? [];

    /// <summary>The registration at the original centre; null when that is not yours.</summary>
    [Authorize(Policy = Permission.CandidatesRead)]
    [Cost(Prices.OfBatch)]
    public static Task<Candidate?> GetCandidateAsync([Parent] Transfer transfer, CandidateByIdDataLoader candidates, CancellationToken ct) =>
        candidates.LoadAsync(transfer.CandidateId, ct);

    /// <summary>The registration at the receiving centre, with a number of its own; null until the board has confirmed the transfer, and when it is not yours.</summary>
    [Authorize(Policy = Permission.CandidatesRead)]
    [Cost(Prices.OfBatch)]
    public static async Task<Candidate?> GetNewCandidateAsync([Parent] Transfer transfer, CandidateByIdDataLoader candidates, CancellationToken ct) =>
        transfer.NewCandidateId is { } arrived ? await candidates.LoadAsync(arrived, ct) : null;
}

/// <summary>The transfers of a candidate.</summary>
[ExtendObjectType<Candidate>]
public static class CandidateTransferFields
{
    /// <summary>The transfers by which the candidate left, was to leave, or came, the oldest first.</summary>
    [Authorize(Policy = Permission.EntriesRead)]
    [Cost(Prices.OfBatch)]
    public static async Task<IReadOnlyList<Transfer>> GetTransfersAsync(
        [Parent] Candidate candidate, TransfersByCandidateDataLoader transfers, CancellationToken ct) =>
        await transfers.LoadAsync(candidate.Id, ct) ?? [];
}

/// <summary>What transfers can be searched by.</summary>
public sealed class TransferFilter : FilterInputType<Transfer>
{
    /// <inheritdoc/>
    protected override void Configure(IFilterInputTypeDescriptor<Transfer> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(transfer => transfer.OriginalCentre);
        descriptor.Field(transfer => transfer.Number);
        descriptor.Field(transfer => transfer.ReceivingCentre);
        descriptor.Field(transfer => transfer.Status);
        descriptor.Field(transfer => transfer.AskedAt);
        descriptor.Field(transfer => transfer.EndedAt);
    }
}
