using Exams.Domain.ResultsAccess;

namespace Exams.Api.ResultsAccess;

/// <summary>Which of a centre's candidates get access to their results in a series. What is left out stays as it was.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Status">NONE, ALL or SELECTED.</param>
/// <param name="ExpectedVersion">The version of the setting that you saw; 0 before anything was confirmed.</param>
/// <param name="Candidates">With SELECTED: the candidate numbers, all of them.</param>
/// <param name="QueriesAccepted">Whether the centre deals with its candidates' queries; must be true for ALL and SELECTED.</param>
/// <param name="Contact">Whom candidates ask; must be known for ALL and SELECTED. It is printed on every sheet.</param>
/// <param name="DelayMinutes">How long after the official instant candidates see results: whole minutes, 0 to 20,160.</param>
public sealed record SetResultsAccessInput(
    CentreNumber Centre,
    Series Series,
    AccessStatus Status,
    int ExpectedVersion,
    IReadOnlyList<CandidateNumber>? Candidates,
    bool? QueriesAccepted,
    QueryContactInput? Contact,
    int? DelayMinutes);

/// <summary>Whom candidates ask: a name and a telephone number or an email address, or both.</summary>
/// <param name="Name">The person or desk, at most 100 characters on one line.</param>
/// <param name="Telephone">The telephone number.</param>
/// <param name="Email">The email address.</param>
public sealed record QueryContactInput(string Name, string? Telephone, string? Email)
{
    internal TypedContact Typed => new(Name, Telephone, Email);
}

/// <summary>One candidate to add to, or take out of, a SELECTED setting.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Candidate">The candidate number.</param>
/// <param name="ExpectedVersion">The version of the setting that you saw.</param>
public sealed record SelectCandidateInput(CentreNumber Centre, Series Series, CandidateNumber Candidate, int ExpectedVersion);

/// <summary>Another query contact.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Contact">The contact.</param>
/// <param name="ExpectedVersion">The version of the setting that you saw.</param>
public sealed record ChangeQueryContactInput(CentreNumber Centre, Series Series, QueryContactInput Contact, int ExpectedVersion);

/// <summary>Another delay.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="DelayMinutes">How long after the official instant candidates see results: whole minutes, 0 to 20,160.</param>
/// <param name="ExpectedVersion">The version of the setting that you saw.</param>
public sealed record ChangeResultsDelayInput(CentreNumber Centre, Series Series, int DelayMinutes, int ExpectedVersion);

/// <summary>Sheets to print again.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Candidate">One candidate's number, to print that sheet alone; everybody's when left out.</param>
public sealed record ReprintDocumentsInput(CentreNumber Centre, Series Series, CandidateNumber? Candidate);

/// <summary>A candidate of a centre in a series.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Candidate">The candidate number.</param>
public sealed record OneCandidateInput(CentreNumber Centre, Series Series, CandidateNumber Candidate);

/// <summary>What became of a change to results access.</summary>
/// <param name="ResultsAccess">The setting as it is now; null when refused.</param>
/// <param name="Issued">How many candidates got credentials for the first time.</param>
/// <param name="Restored">How many got access back, with the credentials they had.</param>
/// <param name="Suspended">How many lost access.</param>
/// <param name="Documents">The documents that are being printed; null when none are.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record ResultsAccessPayload(
    CandidateResultsAccess? ResultsAccess, int Issued, int Restored, int Suspended, AccessDocuments? Documents, IReadOnlyList<UserError> Errors)
{
    internal static ResultsAccessPayload Of(AccessChanged? done, IReadOnlyList<UserError> errors) =>
        new(done?.Access, done?.Issued ?? 0, done?.Restored ?? 0, done?.Suspended ?? 0, done?.Documents, errors);
}

/// <summary>What became of lifting a throttle.</summary>
/// <param name="Candidate">The candidate number whose failed sign-ins are forgotten; null when refused.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record LiftThrottlePayload(CandidateNumber? Candidate, IReadOnlyList<UserError> Errors);
