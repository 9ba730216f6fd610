using Exams.Domain.Bulk;
using Exams.Domain.KeyDates;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>What became of an entry.</summary>
public enum EntryAction
{
    /// <summary>Nothing: it was refused.</summary>
    Refused,

    /// <summary>It was made, or made to stand again.</summary>
    Made,

    /// <summary>It was changed.</summary>
    Amended,

    /// <summary>It was withdrawn.</summary>
    Withdrawn,

    /// <summary>It was so already.</summary>
    Unchanged,
}

/// <summary>One row's outcome: the entry, or everything that speaks against it.</summary>
/// <param name="Action">What became of it.</param>
/// <param name="Entry">The entry as it is then; null when refused.</param>
/// <param name="Refusals">Why it was refused; empty when it was not.</param>
/// <param name="Clashes">What is too much for the candidate with it; none of it is a reason to refuse.</param>
public sealed record EntryRow(EntryAction Action, Entry? Entry, IReadOnlyList<Refusal> Refusals, IReadOnlyList<TimetableClash> Clashes) : IBulkRow
{
    /// <summary>A row that was refused.</summary>
    /// <param name="refusals">Why; at least one.</param>
    /// <returns>The row.</returns>
    public static EntryRow Refused(params IReadOnlyList<Refusal> refusals) => new(EntryAction.Refused, null, refusals, []);

    /// <summary>The outcome of a request with one row.</summary>
    /// <param name="outcome">The outcome of the request.</param>
    /// <returns>The entry, or the first refusal.</returns>
    internal static Outcome<Entry> Only(Outcome<BulkOutcome<EntryRow>> outcome) =>
        !outcome.IsDone(out var done, out var refusal) ? refusal : done.Rows[0] is { Entry: { } entry } ? entry : done.Rows[0].Refusals[0];
}
