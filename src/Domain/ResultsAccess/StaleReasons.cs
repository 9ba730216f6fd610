namespace Exams.Domain.ResultsAccess;

/// <summary>Why documents no longer say what is true; several may hold at once.</summary>
[Flags]
public enum StaleReasons
{
    /// <summary>They are true.</summary>
    None = 0,

    /// <summary>The query contact changed.</summary>
    ContactChanged = 1,

    /// <summary>The centre's delay changed.</summary>
    DelayChanged = 2,

    /// <summary>The board set or moved a release date that they state.</summary>
    ReleaseScheduleChanged = 4,

    /// <summary>Candidates were added or taken out.</summary>
    CandidatesChanged = 8,

    /// <summary>A candidate got a new password; the page with the old one is void.</summary>
    PasswordReissued = 16,

    /// <summary>The board changed the centre's name, its time zone or its wording.</summary>
    CentreChanged = 32,
}
