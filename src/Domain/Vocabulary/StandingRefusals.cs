namespace Exams.Domain.Vocabulary;

/// <summary>There is no such centre, or it is none of the caller's business: the answer is the same.</summary>
/// <param name="Centre">The number that was asked for.</param>
public sealed record CentreNotFound(CentreNumber Centre) : Refusal(
    "CENTRE_NOT_FOUND", $"There is no centre {Centre}, or it is not one of yours.", "centre");

/// <summary>The board knows nothing of such a series.</summary>
/// <param name="Series">The series that was asked for.</param>
public sealed record SeriesNotFound(Series Series) : Refusal(
    "SERIES_NOT_FOUND", $"There is no series {Series.Display} ({Series}).", "series");

/// <summary>The centre has no such candidates in the series.</summary>
/// <param name="Candidates">The numbers that were not found, in order; empty when the candidate was named by something else.</param>
public sealed record CandidateNotFound(IReadOnlyList<CandidateNumber> Candidates) : Refusal(
    "CANDIDATE_NOT_FOUND",
    Candidates.Count == 0
        ? "There is no such candidate at your centres."
        : Words.Few("The centre has no candidate with this number in this series", Candidates),
    "candidate");

/// <summary>The board awards no such qualifications.</summary>
/// <param name="Qualifications">Their codes, in order.</param>
public sealed record QualificationNotFound(IReadOnlyList<QualificationCode> Qualifications) : Refusal(
    "QUALIFICATION_NOT_FOUND", Words.Few("The board awards no such qualification", Qualifications), "qualification");

/// <summary>Only the board may do this.</summary>
public sealed record BoardOnly() : Refusal("BOARD_ONLY", "Only the board may do this.");

/// <summary>Somebody else changed the thing since the client last saw it; nothing was done.</summary>
/// <param name="Expected">The version that the client sent.</param>
/// <param name="Current">The version that stands.</param>
public sealed record VersionStale(int Expected, int Current) : Refusal(
    "VERSION_STALE",
    $"You saw version {Expected}, but version {Current} stands by now. Nothing was changed: look again, then repeat what is still wanted.",
    "expectedVersion");

/// <summary>Something this depends on changed at the same moment; nothing was done.</summary>
public sealed record ChangedMeanwhile() : Refusal(
    "CHANGED_MEANWHILE", "Something changed at the same moment. Nothing was done: please ask again.");

/// <summary>Something else must be allowed besides.</summary>
/// <param name="Permission">The permission that is lacking.</param>
public sealed record PermissionNeeded(string Permission) : Refusal("PERMISSION_NEEDED", $"This needs the permission {Permission} besides.");
