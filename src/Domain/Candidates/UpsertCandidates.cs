using Exams.Domain.Bulk;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Candidates;

/// <summary>Registers and changes candidates, as many as a client has: what is so already is left alone, so the same rows can be sent every night.</summary>
/// <remarks>Rules 1 to 3 and 15. Candidates who are not in the request stay as they are.</remarks>
public sealed class UpsertCandidates(ICandidateStore store, TimeProvider clock)
{
    /// <summary>Does it, all in one transaction.</summary>
    /// <param name="request">The candidates as they shall stand.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What became of each row; or a refusal of the whole.</returns>
    public Task<Outcome<BulkOutcome<CandidateRow>>> RunAsync(BulkRequest<CandidateWish> request, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        var at = clock.GetUtcNow();
        return request.RunAsync(
            async () => new CandidateDesk(await store.FindAsync(request.Rows, ct), caller, at), (desk, wish) => desk.Upsert(wish), desk => store.WriteAsync(desk, ct));
    }
}
