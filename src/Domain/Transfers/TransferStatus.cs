namespace Exams.Domain.Transfers;

/// <summary>How far a transfer has come.</summary>
public enum TransferStatus
{
    /// <summary>The original centre asked for it (Entries – Form 3); the candidate's entries are locked.</summary>
    Asked,

    /// <summary>The receiving centre accepted it (Entries – Form 4); the board has not confirmed it yet.</summary>
    Accepted,

    /// <summary>The board confirmed it: the candidate and the entries are at the receiving centre.</summary>
    Confirmed,

    /// <summary>The board refused it; everything is as it was before.</summary>
    Refused,

    /// <summary>One of the centres took its form back, or the board called it off; everything is as it was before.</summary>
    Cancelled,
}

/// <summary>Who ended a transfer.</summary>
public enum TransferParty
{
    /// <summary>The centre that the candidate was to leave.</summary>
    OriginalCentre,

    /// <summary>The centre that the candidate was to come to.</summary>
    ReceivingCentre,

    /// <summary>The board.</summary>
    Board,
}
