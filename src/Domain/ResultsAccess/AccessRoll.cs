using Exams.Domain.Audit;
using Exams.Domain.News;
using Exams.Domain.Releases;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>A centre's candidates in a series with the access each has, and every decision about it. Pure: it changes nothing.</summary>
/// <remarks>Rules 26 to 33 and 37. The other halves of this class decide on single candidates and on what sheets say.</remarks>
public sealed partial class AccessRoll
{
    private readonly Dictionary<CandidateNumber, RollLine> byNumber;

    /// <summary>Makes a roll.</summary>
    /// <param name="access">The setting as it stands.</param>
    /// <param name="lines">Every candidate registered at the centre for the series, with or without entries.</param>
    public AccessRoll(CandidateResultsAccess access, IEnumerable<RollLine> lines)
    {
        Access = access;
        Lines = [.. lines];
        byNumber = Lines.ToDictionary(line => line.Number);
    }

    /// <summary>The setting as it stands.</summary>
    public CandidateResultsAccess Access { get; }

    /// <summary>The candidates.</summary>
    public IReadOnlyList<RollLine> Lines { get; }

    /// <summary>Whether the board has options or release dates for the series, or anybody is registered in it.</summary>
    public bool SeriesIsKnown { get; init; } = true;

    /// <summary>The release dates of the series.</summary>
    public ReleaseSchedule Schedule { get; init; } = new([]);

    /// <summary>The qualifications in which the centre's candidates have active entries in the series.</summary>
    public IReadOnlyCollection<QualificationCode> Qualifications { get; init; } = [];

    /// <summary>The documents last ordered for everybody; null when there never were any.</summary>
    public AccessDocuments? LastDocuments { get; init; }

    /// <summary>Changes whenever a candidate or an entry of this centre and series does; the store compares it again when it commits.</summary>
    public long Stamp { get; init; }

    /// <summary>How many entitled candidates wait for the next confirming, where the setting is ALL.</summary>
    public int Waiting => Access.Status == AccessStatus.All ? Lines.Count(line => line.HasActiveEntry && !line.IsActive) : 0;

    /// <summary>Confirms who has access, whom candidates ask and how long they wait.</summary>
    /// <param name="wish">What the officer asks for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="mint">Makes what new candidates need.</param>
    /// <param name="at">Now.</param>
    /// <returns>The change, or the refusal.</returns>
    /// <remarks>A candidate who holds a credential keeps it: the sheet may have been handed out, so asking twice must not change a
    /// single password (rule 32, trap T6).</remarks>
    public Outcome<AccessChange> Set(SetResultsAccess.Request wish, Caller caller, ICredentialMint mint, DateTimeOffset at)
    {
        if (Fault(caller, wish.ExpectedVersion) is { } fault)
        {
            return fault;
        }

        if (!AccessScope.Read(wish.Scope, wish.Candidates).IsDone(out var scope, out var unclear))
        {
            return unclear;
        }

        if (Fault(scope) is { } uncovered)
        {
            return uncovered;
        }

        if (!NextSetting(wish, caller, at).IsDone(out var next, out var incomplete))
        {
            return incomplete;
        }

        RollLine[] covered = [.. Lines.Where(line => line.HasActiveEntry && scope.Covers(line.Number))];
        RollLine[] leaving = [.. Lines.Where(line => line.Grant == GrantState.Active && !(line.HasActiveEntry && scope.Covers(line.Number)))];
        var change = Admitting(next, covered, mint, at, caller) with { Suspending = [.. leaving.Select(line => line.GrantId!.Value)] };
        var moved = covered.Any(line => !line.IsActive) || leaving.Length > 0;
        return Told(
            change with
            {
                Documents = covered.Length > 0 ? new AccessDocuments(next, null, covered.Length, mint, at) : null,
                Stale = Differences(next) | (moved ? StaleReasons.CandidatesChanged : StaleReasons.None),
                Jobs = Announcements(next.Delay, at),
                Audit = [
                    Note(caller, AuditAction.ResultsAccessChanged, at, detail: $"{next.Status}, version {next.Version}"),
                    .. change.Audit,
                    .. leaving.Select(line => Note(caller, AuditAction.GrantSuspended, at, line.Number)),
                ],
            },
            [new NewsItem(NewsType.ResultsAccessChanged, at) { Centre = Access.Centre, Series = Access.Series }]);
    }

    private Refusal? Fault(Caller caller, int? expectedVersion)
    {
        if (!caller.Administers(Access.Centre))
        {
            return new CentreNotFound(Access.Centre);
        }

        if (!SeriesIsKnown)
        {
            return new SeriesNotFound(Access.Series);
        }

        return expectedVersion is { } seen && seen != Access.Version ? new VersionStale(seen, Access.Version) : null;
    }

    private Refusal? Fault(AccessScope scope)
    {
        if (scope is not AccessScope.Some some)
        {
            return scope.Status == AccessStatus.All && !Lines.Any(line => line.HasActiveEntry) ? new NobodyEntitled() : null;
        }

        CandidateNumber[] unknown = [.. some.Candidates.Where(number => !byNumber.ContainsKey(number)).Order()];
        if (unknown.Length > 0)
        {
            return new CandidateNotFound(unknown) { Path = ["candidates"] };
        }

        CandidateNumber[] notEntitled = [.. some.Candidates.Where(number => !byNumber[number].HasActiveEntry).Order()];
        return notEntitled.Length > 0 ? new CandidateNotEntitled(notEntitled) : null;
    }

    private Outcome<CandidateResultsAccess> NextSetting(SetResultsAccess.Request wish, Caller caller, DateTimeOffset at)
    {
        var contact = Access.Contact;
        if (wish.Contact is { } typed && !QueryContact.Read(typed.Name, typed.Telephone, typed.Email).IsDone(out contact, out var fault))
        {
            return fault;
        }

        if (!DelayFor(wish.DelayMinutes ?? Access.DelayMinutes, at).IsDone(out var delay, out var immovable))
        {
            return immovable;
        }

        var accepted = wish.QueriesAccepted ?? Access.QueriesAccepted;
        if (wish.Scope != AccessStatus.None)
        {
            if (!accepted)
            {
                return new QueriesNotAccepted();
            }

            if (contact is null)
            {
                return new QueryContactIncomplete();
            }
        }

        return Access.Confirmed(wish.Scope, contact, accepted, delay.Value, at, caller);
    }

    private AccessChange Admitting(
        CandidateResultsAccess next, IReadOnlyList<RollLine> covered, ICredentialMint mint, DateTimeOffset at, Caller caller)
    {
        RollLine[] joining = [.. covered.Where(line => line.GrantId is null)];
        RollLine[] restoring = [.. covered.Where(line => line.Grant == GrantState.Suspended)];
        return new AccessChange(next, Access.Version, Stamp, at)
        {
            Joining = [.. joining.Select(line => new NewGrant(line.CandidateId, mint.MintCredential(username: null)))],
            Restoring = [.. restoring.Select(line => line.GrantId!.Value)],
            Audit = [
                .. joining.Select(line => Note(caller, AuditAction.CredentialsIssued, at, line.Number)),
                .. restoring.Select(line => Note(caller, AuditAction.GrantRestored, at, line.Number)),
            ],
        };
    }

    private AuditRecord Note(Caller caller, AuditAction action, DateTimeOffset at, CandidateNumber? candidate = null, string? detail = null) =>
        new(at, caller, action) { Centre = Access.Centre, Series = Access.Series, Candidate = candidate, Detail = detail };
}
