using Exams.Domain.Audit;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <content>Decisions about single candidates.</content>
public sealed partial class AccessRoll
{
    /// <summary>Adds one candidate where access is SELECTED; somebody new gets a sheet, somebody who was suspended keeps theirs.</summary>
    /// <param name="number">The candidate's number.</param>
    /// <param name="expectedVersion">The version that the client saw.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="mint">Makes what a new candidate needs.</param>
    /// <param name="at">Now.</param>
    /// <returns>The change, or the refusal. One who has access already is no fault.</returns>
    public Outcome<AccessChange> Select(CandidateNumber number, int expectedVersion, Caller caller, ICredentialMint mint, DateTimeOffset at)
    {
        if (Fault(caller, expectedVersion) is { } fault)
        {
            return fault;
        }

        if (!FindSelectable(number).IsDone(out var line, out var refusal))
        {
            return refusal;
        }

        var chosen = line.Value;
        if (!chosen.HasActiveEntry)
        {
            return new CandidateNotEntitled([number]) { Path = ["candidate"] };
        }

        var next = Access.Next();
        var change = Admitting(next, [chosen], mint, at, caller);
        return Told(
            change with
            {
                Documents = change.Joining.Count > 0 ? new AccessDocuments(next, number, 1, mint, at) : null,
                Stale = chosen.IsActive ? StaleReasons.None : StaleReasons.CandidatesChanged,
                Only = number,
            },
            [Changed(number, at)]);
    }

    /// <summary>Suspends one candidate where access is SELECTED; the credential is kept.</summary>
    /// <param name="number">The candidate's number.</param>
    /// <param name="expectedVersion">The version that the client saw.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="at">Now.</param>
    /// <returns>The change, or the refusal.</returns>
    public Outcome<AccessChange> Deselect(CandidateNumber number, int expectedVersion, Caller caller, DateTimeOffset at)
    {
        if (Fault(caller, expectedVersion) is { } fault)
        {
            return fault;
        }

        if (!FindSelectable(number).IsDone(out var line, out var refusal))
        {
            return refusal;
        }

        if (!line.Value.IsActive)
        {
            return new CandidateWithoutAccess(number);
        }

        if (!Lines.Any(other => other.IsActive && other.Number != number))
        {
            return new NobodySelected() { Path = ["candidate"] };
        }

        return Told(
            new AccessChange(Access.Next(), Access.Version, Stamp, at)
            {
                Suspending = [line.Value.GrantId!.Value],
                Stale = StaleReasons.CandidatesChanged,
                Only = number,
                Audit = [Note(caller, AuditAction.GrantSuspended, at, number)],
            },
            [Changed(number, at), About(NewsType.GrantSuspended, number, at)]);
    }

    /// <summary>Replaces one candidate's password: sessions end, the old sheet is void, a new one is printed.</summary>
    /// <param name="number">The candidate's number.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="mint">Makes the password; the username stays.</param>
    /// <param name="at">Now.</param>
    /// <returns>The change, or the refusal.</returns>
    public Outcome<AccessChange> Reissue(CandidateNumber number, Caller caller, ICredentialMint mint, DateTimeOffset at)
    {
        if (!FindActive(number, caller).IsDone(out var line, out var refusal))
        {
            return refusal;
        }

        return Told(
            new AccessChange(Access, Access.Version, Stamp, at)
            {
                Reissuing = new ReissuedCredential(line.Value.GrantId!.Value, mint.MintCredential(line.Value.Username)),
                Documents = new AccessDocuments(Access, number, 1, mint, at),
                Stale = StaleReasons.PasswordReissued,
                Only = number,
                Audit = [Note(caller, AuditAction.PasswordReissued, at, number)],
            },
            [About(NewsType.PasswordReissued, number, at)]);
    }

    /// <summary>Lets a candidate who mistyped too often try again at once.</summary>
    /// <param name="number">The candidate's number.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="at">Now.</param>
    /// <returns>What to lift, or the refusal.</returns>
    public Outcome<ThrottleLifting> LiftThrottle(CandidateNumber number, Caller caller, DateTimeOffset at)
    {
        if (!FindActive(number, caller).IsDone(out var line, out var refusal))
        {
            return refusal;
        }

        return new ThrottleLifting(number, line.Value.Username!, Note(caller, AuditAction.ThrottleLifted, at, number));
    }

    private Outcome<Found> FindSelectable(CandidateNumber number)
    {
        if (Access.Status != AccessStatus.Selected)
        {
            return new AccessNotSelected(Access.Status);
        }

        return byNumber.TryGetValue(number, out var line) ? new Found(line) : new CandidateNotFound([number]);
    }

    private Outcome<Found> FindActive(CandidateNumber number, Caller caller)
    {
        if (Fault(caller, expectedVersion: null) is { } fault)
        {
            return fault;
        }

        if (!byNumber.TryGetValue(number, out var line))
        {
            return new CandidateNotFound([number]);
        }

        return line.IsActive ? new Found(line) : new CandidateWithoutAccess(number);
    }

    private NewsItem Changed(CandidateNumber number, DateTimeOffset at) => About(NewsType.ResultsAccessChanged, number, at);

    private NewsItem About(NewsType type, CandidateNumber number, DateTimeOffset at) =>
        new(type, at) { Centre = Access.Centre, Series = Access.Series, Candidate = number };

    private sealed record Found(RollLine Value);
}
