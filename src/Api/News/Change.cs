using Exams.Api.Candidates;
using Exams.Api.Entries;
using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.News;

namespace Exams.Api.News;

/// <summary>A thing that changed, once for each thing: what became of it, and the thing as it is now.</summary>
/// <param name="Thing">Which kind of thing it is.</param>
/// <param name="Kinds">What became of it since, in the order of time, each once.</param>
/// <param name="At">When that last was; null for what is told to whoever begins with nothing.</param>
/// <param name="CentreNumber">The centre.</param>
/// <param name="Series">The series.</param>
[ObjectType]
public sealed record Change(ChangedThing Thing, IReadOnlyList<ChangeKind> Kinds, DateTimeOffset? At, CentreNumber CentreNumber, Series Series)
{
    /// <summary>The row of the candidate; 0 where only the registration is known.</summary>
    [GraphQLIgnore]
    public long CandidateRow { get; init; }

    /// <summary>The registration, where the row is not known.</summary>
    [GraphQLIgnore]
    public Registration? Registration { get; init; }

    /// <summary>The row of the entry; 0 where only candidate and syllabus are known.</summary>
    [GraphQLIgnore]
    public long EntryRow { get; init; }

    /// <summary>The syllabus of the entry; null for candidates.</summary>
    [GraphQLIgnore]
    public SyllabusCode? Syllabus { get; init; }
}

/// <summary>The things that changed.</summary>
[ExtendObjectType<Change>]
public static class ChangeFields
{
    /// <summary>The candidate as registered now: the one that changed, or whose entry did.</summary>
    [Authorize(Policy = Permission.CandidatesRead)]
    [Cost(Prices.OfBatch)]
    public static async Task<Candidate?> GetCandidateAsync(
        [Parent] Change change, RowByRegistrationDataLoader rows, CandidateByIdDataLoader candidates, CancellationToken ct) =>
        await RowAsync(change, rows, ct) is { } row ? await candidates.LoadAsync(row, ct) : null;

    /// <summary>The entry as it is now; null for candidates.</summary>
    [Authorize(Policy = Permission.EntriesRead)]
    [Cost(Prices.OfBatch)]
    public static async Task<Entry?> GetEntryAsync(
        [Parent] Change change, RowByRegistrationDataLoader rows, EntriesByCandidateDataLoader entries, EntryByIdDataLoader entry, CancellationToken ct)
    {
        if (change.EntryRow > 0)
        {
            return await entry.LoadAsync(change.EntryRow, ct);
        }

        return change.Syllabus is { } syllabus && await RowAsync(change, rows, ct) is { } row ? (await entries.LoadAsync(row, ct) ?? []).LastOf(syllabus) : null;
    }

    private static async Task<long?> RowAsync(Change change, RowByRegistrationDataLoader rows, CancellationToken ct) =>
        change.CandidateRow > 0 ? change.CandidateRow : change.Registration is { } registration ? (await rows.LoadAsync(registration, ct))?.Id : null;
}
