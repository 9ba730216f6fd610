using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>The box is not ticked: the centre has to handle its candidates' queries itself (rule 27).</summary>
public sealed record QueriesNotAccepted() : Refusal(
    "QUERIES_NOT_ACCEPTED", "Accept that the centre deals with its candidates' queries; the board does not talk to candidates.", "queriesAccepted");

/// <summary>SELECTED without a candidate, or the last one deselected; NONE is the way to give access to nobody (rule 30).</summary>
public sealed record NobodySelected() : Refusal(
    "NOBODY_SELECTED", "Select at least one candidate, or choose NONE.", "candidates");

/// <summary>Candidates were named with ALL or NONE.</summary>
/// <param name="Scope">What was asked for.</param>
public sealed record CandidatesNotWanted(AccessStatus Scope) : Refusal(
    "CANDIDATES_NOT_WANTED", "Name candidates only together with SELECTED.", "candidates");

/// <summary>ALL, but the centre has no candidate with an active entry in the series.</summary>
public sealed record NobodyEntitled() : Refusal(
    "NOBODY_ENTITLED", "The centre has no candidate with an active entry in this series.", "scope");

/// <summary>Candidates without an active entry cannot have access (rule 37).</summary>
/// <param name="Candidates">Their numbers, in order.</param>
public sealed record CandidateNotEntitled(IReadOnlyList<CandidateNumber> Candidates) : Refusal(
    "CANDIDATE_NOT_ENTITLED", Words.Few("These candidates have no active entry in this series", Candidates), "candidates");

/// <summary>The delay is not within 0 to 20,160 whole minutes.</summary>
/// <param name="Minutes">What was asked for.</param>
public sealed record DelayOutOfRange(int Minutes) : Refusal(
    "DELAY_OUT_OF_RANGE", $"A delay is 0 to {ReleaseDelay.MostMinutes} whole minutes (14 days).", "delayMinutes");

/// <summary>Results are out for this centre's candidates, so the delay cannot move their instant any more.</summary>
/// <param name="Qualification">A qualification that is out.</param>
/// <param name="ReleasedAt">Since when.</param>
public sealed record DelayFrozen(QualificationCode Qualification, DateTimeOffset ReleasedAt) : Refusal(
    "DELAY_FROZEN", $"Results for {Qualification} were released to your candidates already; the delay cannot be changed any more.", "delayMinutes");

/// <summary>Single candidates are selected and deselected only where the setting is SELECTED.</summary>
/// <param name="Status">What the setting is.</param>
public sealed record AccessNotSelected(AccessStatus Status) : Refusal(
    "ACCESS_NOT_SELECTED", "Single candidates can be changed only where access is SELECTED; set the access anew instead.");

/// <summary>The centre has given no candidate access yet.</summary>
public sealed record AccessNotGiven() : Refusal(
    "ACCESS_NOT_GIVEN", "No candidate has access in this series; set the access first.");

/// <summary>The candidate has no access at the moment.</summary>
/// <param name="Candidate">The candidate's number.</param>
public sealed record CandidateWithoutAccess(CandidateNumber Candidate) : Refusal(
    "CANDIDATE_WITHOUT_ACCESS", $"Candidate {Candidate} has no access to results at the moment.", "candidate");

/// <summary>Documents are ordered already and not printed yet.</summary>
/// <param name="Done">Pages done.</param>
/// <param name="Total">Pages in all.</param>
public sealed record PrintingUnderWay(int Done, int Total) : Refusal(
    "PRINTING_UNDER_WAY", $"The documents are being printed already: {Done} of {Total} pages are done.");
