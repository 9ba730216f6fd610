using Exams.Domain.Bulk;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Candidates;

/// <summary>A centre registers a candidate who is new, under a number of its own choice or the next free one.</summary>
public sealed class RegisterCandidate(ICandidateStore store, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="wish">The candidate.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The candidate, or the refusal.</returns>
    public async Task<Outcome<Candidate>> RunAsync(CandidateWish wish, Caller caller, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        var request = new BulkRequest<CandidateWish>([wish]);
        var outcome = await request.RunAsync(
            async () => new CandidateDesk(await store.FindAsync(request.Rows, ct), caller, at), (desk, one) => desk.Register(one), desk => store.WriteAsync(desk, ct));
        return !outcome.IsDone(out var done, out var refusal) ? refusal
            : done.Rows[0] is { Candidate: { } candidate } ? candidate
            : done.Rows[0].Refusals[0];
    }
}
