using System.Collections.Frozen;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.News;

/// <summary>What a type of news is about: what one must be allowed to read in order to hear of it, and what it did to which kind of thing.</summary>
/// <param name="Needs">The permission to read what it is about; besides the one to hear news at all.</param>
/// <param name="Thing">What was changed, where that can be asked for; null otherwise.</param>
/// <param name="Kind">What became of it; null where nothing did.</param>
public sealed record NewsMeaning(Permission Needs, ChangedThing? Thing = null, ChangeKind? Kind = null)
{
    private static readonly FrozenDictionary<NewsType, NewsMeaning> _all = new Dictionary<NewsType, NewsMeaning>
    {
        [NewsType.CentreCreated] = About(Permission.CentresRead),
        [NewsType.CentreChanged] = About(Permission.CentresRead),
        [NewsType.ReleaseDateSet] = About(Permission.CatalogueRead),
        [NewsType.DeadlineSet] = About(Permission.CatalogueRead),
        [NewsType.FeeSet] = About(Permission.CatalogueRead),
        [NewsType.ResultsReleased] = About(Permission.ResultsRead),
        [NewsType.CandidateRegistered] = About(Permission.CandidatesRead, ChangedThing.Candidate, ChangeKind.Made),
        [NewsType.CandidateChanged] = About(Permission.CandidatesRead, ChangedThing.Candidate, ChangeKind.Changed),
        [NewsType.EntryMade] = About(Permission.EntriesRead, ChangedThing.Entry, ChangeKind.Made),
        [NewsType.EntryAmended] = About(Permission.EntriesRead, ChangedThing.Entry, ChangeKind.Changed),
        [NewsType.EntryWithdrawn] = About(Permission.EntriesRead, ChangedThing.Entry, ChangeKind.Withdrawn),
        [NewsType.EstimatedEntriesSet] = About(Permission.EntriesRead),
        [NewsType.CandidateTransferred] = About(Permission.CandidatesRead, ChangedThing.Candidate, ChangeKind.Transferred),
        [NewsType.EntryTransferred] = About(Permission.EntriesRead, ChangedThing.Entry, ChangeKind.Transferred),
        [NewsType.TransferAsked] = About(Permission.EntriesRead),
        [NewsType.TransferAccepted] = About(Permission.EntriesRead),
        [NewsType.TransferConfirmed] = About(Permission.EntriesRead),
        [NewsType.TransferRefused] = About(Permission.EntriesRead),
        [NewsType.TransferCancelled] = About(Permission.EntriesRead),
        [NewsType.ResultsAccessChanged] = About(Permission.AccessRead),
        [NewsType.GrantSuspended] = About(Permission.AccessRead),
        [NewsType.PasswordReissued] = About(Permission.AccessRead),
        [NewsType.ExportReady] = About(Permission.EventsRead) with { IsOwned = true },
        [NewsType.DocumentsProgressed] = About(Permission.AccessRead),
        [NewsType.DocumentsReady] = About(Permission.AccessRead),
        [NewsType.DocumentsStale] = About(Permission.AccessRead),
        [NewsType.DocumentsFailed] = About(Permission.AccessRead),
        [NewsType.DocumentsExpired] = About(Permission.AccessRead),
        [NewsType.StatementsProgressed] = About(Permission.EntriesRead),
        [NewsType.StatementsReady] = About(Permission.EntriesRead),
        [NewsType.StatementsStale] = About(Permission.EntriesRead),
        [NewsType.StatementsFailed] = About(Permission.EntriesRead),
        [NewsType.StatementsExpired] = About(Permission.EntriesRead),
        [NewsType.BoardLoaded] = About(Permission.EventsRead),
    }.ToFrozenDictionary();

    /// <summary>Whether it is always somebody's own (<see cref="NewsItem.Owner"/>), so that without an owner nobody but the board hears of it.</summary>
    public bool IsOwned { get; private init; }

    /// <summary>The meaning of a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Its meaning; every type has one.</returns>
    public static NewsMeaning Of(NewsType type) => _all[type];

    /// <summary>The types that somebody may hear of, wherever it is theirs to hear.</summary>
    /// <param name="permissions">What they may do.</param>
    /// <returns>None without the permission to hear news.</returns>
    public static IReadOnlySet<NewsType> HeardBy(IReadOnlySet<Permission> permissions)
    {
        ArgumentNullException.ThrowIfNull(permissions);
        return permissions.Contains(Named(Permission.EventsRead))
            ? _all.Where(one => permissions.Contains(one.Value.Needs)).Select(one => one.Key).ToHashSet()
            : FrozenSet<NewsType>.Empty;
    }

    /// <summary>The types that tell of changes to a kind of thing.</summary>
    /// <param name="thing">The kind of thing.</param>
    /// <returns>The types.</returns>
    public static IReadOnlyList<NewsType> OfChangesTo(ChangedThing thing) => [.. _all.Where(one => one.Value.Thing == thing).Select(one => one.Key).Order()];

    private static NewsMeaning About(string permission, ChangedThing? thing = null, ChangeKind? kind = null) => new(Named(permission), thing, kind);

    private static Permission Named(string permission) => Permission.TryParse(permission, out var named) ? named : throw new ArgumentException(permission);
}
