using Exams.Domain.Bulk;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Candidates;

/// <summary>A centre sets candidate numbers aside, for a class or for a client that gives them out itself.</summary>
public sealed class SetAsideNumbers(ICandidateStore store, TimeProvider clock)
{
    /// <summary>What is asked for.</summary>
    /// <param name="Centre">The centre.</param>
    /// <param name="Series">The series.</param>
    /// <param name="Count">How many, in a row; 1 to 9999.</param>
    /// <param name="From">The first that would do.</param>
    public sealed record Request(CentreNumber Centre, Series Series, int Count, CandidateNumber From);

    /// <summary>Does it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The block, or the refusal.</returns>
    public async Task<Outcome<NumberBlock>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        for (var tries = 1; ; tries++)
        {
            var desk = new CandidateDesk(await store.FindNumbersAsync(request.Centre, request.Series, ct), caller, clock.GetUtcNow());
            if (!desk.SetAside(request.Centre, request.Series, request.Count, request.From).IsDone(out var block, out var refusal)
                || (await store.CommitAsync(desk.Change, ct)).IsDone(out _, out refusal))
            {
                return block is not null ? block : refusal!;
            }

            if (refusal is not ChangedMeanwhile || tries == BulkLimits.MostTries)
            {
                return refusal;
            }
        }
    }
}
