namespace Exams.Domain.News;

/// <summary>What happened.</summary>
public enum NewsType
{
    /// <summary>The board opened a centre.</summary>
    CentreCreated,

    /// <summary>The board changed a centre's details.</summary>
    CentreChanged,

    /// <summary>The board set a release date.</summary>
    ReleaseDateSet,

    /// <summary>The board set or moved a deadline of a series.</summary>
    DeadlineSet,

    /// <summary>The board set a line of a series' fee list, for the qualification or syllabus that is named, or for all.</summary>
    FeeSet,

    /// <summary>A release instant came: results of a qualification are out for an audience of a centre.</summary>
    ResultsReleased,

    /// <summary>A candidate was registered.</summary>
    CandidateRegistered,

    /// <summary>A candidate's details were changed.</summary>
    CandidateChanged,

    /// <summary>A candidate was entered for a syllabus.</summary>
    EntryMade,

    /// <summary>An entry's option, carried marks or external reference was changed.</summary>
    EntryAmended,

    /// <summary>An entry was withdrawn.</summary>
    EntryWithdrawn,

    /// <summary>A centre said how many candidates it expects.</summary>
    EstimatedEntriesSet,

    /// <summary>A candidate went to another centre.</summary>
    CandidateTransferred,

    /// <summary>An entry went to another centre with its candidate.</summary>
    EntryTransferred,

    /// <summary>A centre asked that a candidate move to another centre; both are told.</summary>
    TransferAsked,

    /// <summary>The receiving centre accepted a transfer, or chose another number; both are told.</summary>
    TransferAccepted,

    /// <summary>The board confirmed a transfer: the candidate has another centre and another number; both are told, each of its own number.</summary>
    TransferConfirmed,

    /// <summary>The board refused a transfer; both are told.</summary>
    TransferRefused,

    /// <summary>A transfer was called off; both are told.</summary>
    TransferCancelled,

    /// <summary>A centre confirmed, or changed, its candidates' access to results.</summary>
    ResultsAccessChanged,

    /// <summary>A candidate's access was suspended.</summary>
    GrantSuspended,

    /// <summary>A candidate got a new password.</summary>
    PasswordReissued,

    /// <summary>An export of a centre's data is ready for whoever ordered it.</summary>
    ExportReady,

    /// <summary>Documents are being printed; so many pages are done.</summary>
    DocumentsProgressed,

    /// <summary>Documents can be downloaded.</summary>
    DocumentsReady,

    /// <summary>Documents no longer say what is true.</summary>
    DocumentsStale,

    /// <summary>Documents could not be printed.</summary>
    DocumentsFailed,

    /// <summary>Documents are gone, because their time was up or newer ones took their place.</summary>
    DocumentsExpired,

    /// <summary>Statements of entry are being printed; so many pages are done.</summary>
    StatementsProgressed,

    /// <summary>Statements of entry can be downloaded.</summary>
    StatementsReady,

    /// <summary>Statements of entry no longer say what is true.</summary>
    StatementsStale,

    /// <summary>Statements of entry could not be printed.</summary>
    StatementsFailed,

    /// <summary>Statements of entry are gone, because their time was up or newer ones took their place.</summary>
    StatementsExpired,

    /// <summary>The board loaded candidates or entries from files, which tells no news of single ones: ask for everything again.</summary>
    BoardLoaded,
}
