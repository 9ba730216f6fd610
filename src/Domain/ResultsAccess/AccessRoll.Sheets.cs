using Exams.Domain.Audit;
using Exams.Domain.Jobs;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <content>Decisions about what sheets say: contact, delay, and printing again. No password changes here.</content>
public sealed partial class AccessRoll
{
    /// <summary>Names another query contact. Sheets that were printed are stale.</summary>
    /// <param name="typed">The contact as typed.</param>
    /// <param name="expectedVersion">The version that the client saw.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="at">Now.</param>
    /// <returns>The change, or the refusal.</returns>
    public Outcome<AccessChange> ChangeContact(TypedContact typed, int expectedVersion, Caller caller, DateTimeOffset at)
    {
        if (FaultUnlessGiven(caller, expectedVersion) is { } fault)
        {
            return fault;
        }

        return QueryContact.Read(typed.Name, typed.Telephone, typed.Email).IsDone(out var contact, out var incomplete)
            ? Resaid(Access.With(contact), "contact", caller, at)
            : incomplete;
    }

    /// <summary>Changes how long candidates wait after the official instant. Sheets that were printed are stale.</summary>
    /// <param name="minutes">Whole minutes.</param>
    /// <param name="expectedVersion">The version that the client saw.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="at">Now.</param>
    /// <returns>The change, or the refusal.</returns>
    public Outcome<AccessChange> ChangeDelay(int minutes, int expectedVersion, Caller caller, DateTimeOffset at)
    {
        if (FaultUnlessGiven(caller, expectedVersion) is { } fault)
        {
            return fault;
        }

        return DelayFor(minutes, at).IsDone(out var delay, out var immovable)
            ? Resaid(Access.With(delay.Value), $"delay {minutes} minutes", caller, at)
            : immovable;
    }

    /// <summary>Prints again what is true now, with the passwords that candidates have.</summary>
    /// <param name="only">One candidate's number; null for everybody with access.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="mint">Names the files.</param>
    /// <param name="at">Now.</param>
    /// <returns>The change, or the refusal.</returns>
    public Outcome<AccessChange> Reprint(CandidateNumber? only, Caller caller, ICredentialMint mint, DateTimeOffset at)
    {
        if (FaultUnlessGiven(caller, expectedVersion: null) is { } fault)
        {
            return fault;
        }

        if (only is { } number && !FindActive(number, caller).IsDone(out _, out var refusal))
        {
            return refusal;
        }

        var pages = only is null ? Lines.Count(line => line.IsActive) : 1;
        if (pages == 0)
        {
            return new AccessNotGiven();
        }

        // Documents that wait their turn will be true when they are printed; a second set of the same would only cost.
        if (only is null && LastDocuments is { State: DocumentsState.Pending or DocumentsState.Waiting } coming)
        {
            return new PrintingUnderWay(coming.Done, coming.Total);
        }

        return Told(
            new AccessChange(Access, Access.Version, Stamp, at)
            {
                Documents = new AccessDocuments(Access, only, pages, mint, at),
                Audit = [Note(caller, AuditAction.DocumentsReprinted, at, only)],
            },
            []);
    }

    private Refusal? FaultUnlessGiven(Caller caller, int? expectedVersion) =>
        Fault(caller, expectedVersion) ?? (Access.Status == AccessStatus.None ? new AccessNotGiven() : null);

    private AccessChange Resaid(CandidateResultsAccess next, string detail, Caller caller, DateTimeOffset at) => Told(
        new AccessChange(next, Access.Version, Stamp, at)
        {
            Stale = Differences(next),
            Jobs = Announcements(next.Delay, at),
            Audit = [Note(caller, AuditAction.ResultsAccessChanged, at, detail: detail)],
        },
        [new NewsItem(NewsType.ResultsAccessChanged, at) { Centre = Access.Centre, Series = Access.Series }]);

    // What has been released stays where it was (frozen); only instants that are still to come may move.
    private Outcome<ChosenDelay> DelayFor(int minutes, DateTimeOffset at)
    {
        if (!ReleaseDelay.TryCreate(minutes, out var delay))
        {
            return new DelayOutOfRange(minutes);
        }

        foreach (var qualification in Qualifications.Order())
        {
            if (delay != Access.Delay && Schedule.InstantFor(qualification, Audience.Candidate, Access.Delay) is { } instant && instant <= at)
            {
                return new DelayFrozen(qualification, instant);
            }
        }

        return new ChosenDelay(delay);
    }

    // The board's own announcement has gone round already where the official instant has passed and only the delay was running.
    private IReadOnlyList<JobOrder> Announcements(ReleaseDelay delay, DateTimeOffset at) => delay == Access.Delay
        ? []
        : [.. from qualification in Qualifications.Order()
              let official = Schedule.InstantFor(qualification, Audience.Candidate, ReleaseDelay.Nothing)
              where official <= at
              let instant = official.Value + delay.Span
              select new AnnounceRelease(Access.Series, qualification, Audience.Candidate, Access.Centre, instant > at ? instant : at)];

    private StaleReasons Differences(CandidateResultsAccess next)
    {
        var contact = next.Contact == Access.Contact ? StaleReasons.None : StaleReasons.ContactChanged;
        var delay = next.DelayMinutes == Access.DelayMinutes ? StaleReasons.None : StaleReasons.DelayChanged;
        return contact | delay;
    }

    private AccessChange Told(AccessChange change, IReadOnlyList<NewsItem> news)
    {
        var hadDocuments = LastDocuments is { State: not (DocumentsState.Expired or DocumentsState.Failed) };
        return change with
        {
            News = change.Stale != StaleReasons.None && hadDocuments
                ? [.. news, new NewsItem(NewsType.DocumentsStale, change.At) { Centre = Access.Centre, Series = Access.Series, DocumentsId = LastDocuments!.Id }]
                : news,
            Jobs = change.Documents is null ? change.Jobs : [.. change.Jobs, new PrintDocuments(change.At)],
        };
    }

    private sealed record ChosenDelay(ReleaseDelay Value);
}
