using Exams.Api.Candidates;
using Exams.Domain.Candidates;
using Exams.Domain.ResultsAccess;

namespace Exams.Api.ResultsAccess;

/// <summary>One candidate's access to results. Suspended access keeps its username and password.</summary>
public sealed class GrantType : ObjectType<Grant>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<Grant> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(grant => grant.State);
        descriptor.Field(grant => grant.JoinedAt);
        descriptor.Field(grant => grant.SuspendedAt);
    }
}

/// <summary>Further fields of a grant.</summary>
[ExtendObjectType<Grant>]
public static class GrantFields
{
    /// <summary>The candidate.</summary>
    [Authorize(Policy = Permission.CandidatesRead)]
    [Cost(Prices.OfBatch)]
    public static Task<Candidate> GetCandidateAsync([Parent] Grant grant, CandidateByIdDataLoader candidates, CancellationToken ct) =>
        candidates.LoadRequiredAsync(grant.CandidateId, ct);
}

/// <summary>Grants by candidate, one statement for all that are asked for together.</summary>
public sealed class GrantByCandidateDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<long, Grant>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, Grant>> LoadBatchAsync(
        IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return await db.Grants.Where(one => keys.Contains(one.CandidateId)).ToDictionaryAsync(one => one.CandidateId, cancellationToken);
    }
}
