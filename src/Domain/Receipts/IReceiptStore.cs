using Exams.Domain.Vocabulary;

namespace Exams.Domain.Receipts;

/// <summary>Does work once. Not gated: a receipt is found by its owner alone.</summary>
public interface IReceiptStore
{
    /// <summary>Does work that was not done before, and keeps its answer in the same transaction. While it is done nobody else writes: a second
    /// request under the same key waits, and then finds the answer.</summary>
    /// <param name="key">The request.</param>
    /// <param name="work">Does it, by verbs of the domain, and gives the answer to keep. An exception undoes everything, and nothing is kept.</param>
    /// <param name="ct">Cancels until the commit begins.</param>
    /// <returns>The answer kept before, or null when it was done now; <see cref="KeyUsedOtherwise"/> when the key stands for something else, and
    /// <see cref="TooManyKeys"/> when no more is kept for its owner.</returns>
    Task<Outcome<Repeated>> OnceAsync(ReceiptKey key, Func<Task<byte[]>> work, CancellationToken ct);
}

/// <summary>Whether a request was done before.</summary>
/// <param name="Answer">The answer that was given then; null when it was done now.</param>
public sealed record Repeated(byte[]? Answer);
