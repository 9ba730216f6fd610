namespace Exams.Domain.Audit;

/// <summary>What somebody did that may have to be answered for.</summary>
public enum AuditAction
{
    /// <summary>The board opened a centre.</summary>
    CentreCreated,

    /// <summary>The board changed a centre.</summary>
    CentreChanged,

    /// <summary>The board set or moved a release date.</summary>
    ReleaseDateSet,

    /// <summary>The board set or moved a deadline.</summary>
    DeadlineSet,

    /// <summary>The board set a fee.</summary>
    FeeSet,

    /// <summary>A candidate was registered.</summary>
    CandidateRegistered,

    /// <summary>A candidate's details were changed.</summary>
    CandidateChanged,

    /// <summary>Candidate numbers were set aside.</summary>
    NumbersSetAside,

    /// <summary>An entry was made or made active again.</summary>
    EntryMade,

    /// <summary>An entry's option, carried marks or external reference was changed.</summary>
    EntryAmended,

    /// <summary>An entry was withdrawn.</summary>
    EntryWithdrawn,

    /// <summary>Estimated entries were set.</summary>
    EstimatedEntriesSet,

    /// <summary>A transfer was asked for.</summary>
    TransferAsked,

    /// <summary>A transfer was accepted by the receiving centre.</summary>
    TransferAccepted,

    /// <summary>A transfer was confirmed by the board.</summary>
    TransferConfirmed,

    /// <summary>A transfer was refused by the board.</summary>
    TransferRefused,

    /// <summary>A transfer was called off.</summary>
    TransferCancelled,

    /// <summary>A centre's access setting was confirmed or changed.</summary>
    ResultsAccessChanged,

    /// <summary>Credentials were issued.</summary>
    CredentialsIssued,

    /// <summary>A candidate's access was suspended.</summary>
    GrantSuspended,

    /// <summary>A candidate's access was restored.</summary>
    GrantRestored,

    /// <summary>A candidate's password was replaced.</summary>
    PasswordReissued,

    /// <summary>A candidate's throttle was lifted.</summary>
    ThrottleLifted,

    /// <summary>Documents were asked for again.</summary>
    DocumentsReprinted,

    /// <summary>Statements of entry were asked for.</summary>
    StatementsOrdered,

    /// <summary>A document was downloaded.</summary>
    DocumentDownloaded,

    /// <summary>An export was ordered.</summary>
    ExportOrdered,

    /// <summary>The file of an export was downloaded.</summary>
    ExportDownloaded,

    /// <summary>An API client was made.</summary>
    ApiClientCreated,

    /// <summary>An API client got a new secret.</summary>
    ApiClientRotated,

    /// <summary>An API client was ended.</summary>
    ApiClientRevoked,

    /// <summary>A webhook was made.</summary>
    WebhookCreated,

    /// <summary>A webhook's address, types or document were changed.</summary>
    WebhookChanged,

    /// <summary>A webhook was made to wait, by hand or because nothing arrived.</summary>
    WebhookPaused,

    /// <summary>A webhook was let go on.</summary>
    WebhookResumed,

    /// <summary>A webhook got a new secret.</summary>
    WebhookRotated,

    /// <summary>A webhook's address was tried.</summary>
    WebhookTested,

    /// <summary>Deliveries were asked for again.</summary>
    WebhookReplayed,

    /// <summary>A webhook was deleted.</summary>
    WebhookDeleted,

    /// <summary>Somebody signed in.</summary>
    SignedIn,

    /// <summary>Somebody signed out.</summary>
    SignedOut,

    /// <summary>A candidate looked at results.</summary>
    ResultsViewed,
}
