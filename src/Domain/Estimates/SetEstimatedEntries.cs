using Exams.Domain.Bulk;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Estimates;

/// <summary>What setting estimates needs of the world. Not gated: the desk asks the caller's rights itself.</summary>
public interface IEstimateStore
{
    /// <summary>Finds what wishes are about, in a few statements however many they are.</summary>
    /// <param name="wishes">The wishes.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The facts.</returns>
    Task<EstimateFacts> FindAsync(IReadOnlyList<EstimateWish> wishes, CancellationToken ct);

    /// <summary>Does all of a change, or none. Of two who set one estimate at once, the later one stands.</summary>
    /// <param name="change">The change.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The change as given, its new estimates numbered; or <see cref="ChangedMeanwhile"/>, and nothing was done.</returns>
    Task<Outcome<EstimatesChange>> CommitAsync(EstimatesChange change, CancellationToken ct);
}

/// <summary>A centre says how many candidates it expects for syllabuses. Those that are not named stay as they are.</summary>
public sealed class SetEstimatedEntries(IEstimateStore store, TimeProvider clock)
{
    /// <summary>Does it, all in one transaction.</summary>
    /// <param name="request">The estimates as they shall stand.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What became of each row; or a refusal of the whole.</returns>
    public Task<Outcome<BulkOutcome<EstimateRow>>> RunAsync(BulkRequest<EstimateWish> request, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        var at = clock.GetUtcNow();
        return request.RunAsync(
            async () => new EstimateDesk(await store.FindAsync(request.Rows, ct), caller, at), (desk, wish) => desk.Set(wish), desk => WriteAsync(desk, ct));
    }

    private async Task<Refusal?> WriteAsync(EstimateDesk desk, CancellationToken ct) =>
        desk.Change.News.Count == 0 || (await store.CommitAsync(desk.Change, ct)).IsDone(out _, out var refusal) ? null : refusal;
}
