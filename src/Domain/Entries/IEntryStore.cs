using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>What entering and withdrawing needs of the world. Not gated: the desk asks the caller's rights itself.</summary>
public interface IEntryStore
{
    /// <summary>Finds what wishes are about, in a few statements however many they are.</summary>
    /// <param name="wishes">The wishes.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The facts.</returns>
    Task<EntryFacts> FindAsync(IReadOnlyList<EntryWish> wishes, CancellationToken ct);

    /// <summary>Finds entries with all that belongs to their candidates.</summary>
    /// <param name="references">The entries.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The facts.</returns>
    Task<EntryFacts> FindAsync(IReadOnlyList<EntryReference> references, CancellationToken ct);

    /// <summary>Finds what the rows of a file are about.</summary>
    /// <param name="steps">The rows.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The facts.</returns>
    Task<EntryFacts> FindAsync(IReadOnlyList<EntryStep> steps, CancellationToken ct);

    /// <summary>Does all of a change, or none.</summary>
    /// <param name="change">The change.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The change as given, its new entries numbered; or <see cref="ChangedMeanwhile"/>, and nothing was done.</returns>
    Task<Outcome<EntriesChange>> CommitAsync(EntriesChange change, CancellationToken ct);

    /// <summary>Writes what a desk decided, if it decided to write anything.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null; or why nothing was written.</returns>
    internal async Task<Refusal?> WriteAsync(EntryDesk desk, CancellationToken ct) =>
        desk.Change.IsEmpty || (await CommitAsync(desk.Change, ct)).IsDone(out _, out var refusal) ? null : refusal;
}
