using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>A centre's candidate results access for one series: who, whom candidates ask, and how long after the official instant.</summary>
/// <remarks>Rules 26 to 28. Where a centre has confirmed nothing yet there is no row, and <see cref="Initial"/> stands for it.</remarks>
public sealed class CandidateResultsAccess
{
    private CandidateResultsAccess()
    {
    }

    /// <summary>The row; 0 until the centre first confirms.</summary>
    public long Id { get; private set; }

    /// <summary>The centre.</summary>
    public CentreNumber Centre { get; private set; }

    /// <summary>The series; unique with the centre.</summary>
    public Series Series { get; private set; }

    /// <summary>Which candidates.</summary>
    public AccessStatus Status { get; private set; }

    /// <summary>The name of the query contact; null until the centre first gives access.</summary>
    public DisplayName? ContactName { get; private set; }

    /// <summary>The contact's telephone number.</summary>
    public TelephoneNumber? ContactTelephone { get; private set; }

    /// <summary>The contact's email address.</summary>
    public EmailAddress? ContactEmail { get; private set; }

    /// <summary>Whether the centre accepted to handle its candidates' queries.</summary>
    public bool QueriesAccepted { get; private set; }

    /// <summary>The centre's delay, in minutes.</summary>
    public int DelayMinutes { get; private set; }

    /// <summary>Counts the changes; 0 while nothing was ever confirmed. Clients send back the version they saw.</summary>
    public int Version { get; private set; }

    /// <summary>When the centre last confirmed.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Who confirmed, as the audit trail names them.</summary>
    public string? ConfirmedBy { get; private set; }

    /// <summary>The query contact as one thing; null until the centre first gives access.</summary>
    public QueryContact? Contact => ContactName is { } name ? new QueryContact(name, ContactTelephone, ContactEmail) : null;

    /// <summary>The centre's delay.</summary>
    public ReleaseDelay Delay => ReleaseDelay.TryCreate(DelayMinutes, out var delay) ? delay : ReleaseDelay.Nothing;

    /// <summary>The setting of a centre that has confirmed nothing yet.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="series">The series.</param>
    /// <returns>No candidates, version 0.</returns>
    public static CandidateResultsAccess Initial(CentreNumber centre, Series series) => new() { Centre = centre, Series = series };

    internal CandidateResultsAccess Confirmed(
        AccessStatus status, QueryContact? contact, bool queriesAccepted, ReleaseDelay delay, DateTimeOffset at, Caller by)
    {
        var next = Next();
        next.Status = status;
        next.QueriesAccepted = queriesAccepted;
        next.DelayMinutes = delay.Minutes;
        next.ConfirmedAt = at;
        next.ConfirmedBy = by.AuditName;
        return contact is null ? next : next.Take(contact);
    }

    internal CandidateResultsAccess With(QueryContact contact) => Next().Take(contact);

    internal CandidateResultsAccess With(ReleaseDelay delay)
    {
        var next = Next();
        next.DelayMinutes = delay.Minutes;
        return next;
    }

    // A copy, not a change in place: what a decision did not commit must not linger in what it was decided on.
    internal CandidateResultsAccess Next()
    {
        var next = (CandidateResultsAccess)MemberwiseClone();
        next.Version++;
        return next;
    }

    private CandidateResultsAccess Take(QueryContact contact)
    {
        ContactName = contact.Name;
        ContactTelephone = contact.Telephone;
        ContactEmail = contact.Email;
        return this;
    }
}
