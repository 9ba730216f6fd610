using Exams.Domain.Vocabulary;

namespace Exams.Domain.Releases;

/// <summary>Neither an instant nor "now" was given, or both.</summary>
public sealed record ReleaseMomentUnclear() : Refusal(
    "RELEASE_MOMENT_UNCLEAR", "Give either the instant or say now, and not both.", "at");

/// <summary>The results are out; a release that has happened stays where it is.</summary>
/// <param name="At">Since when.</param>
public sealed record ReleaseFrozen(DateTimeOffset At) : Refusal(
    "RELEASE_FROZEN", "These results have been released already; a release that has happened cannot be moved.", "at");

/// <summary>An instant in the past was given.</summary>
/// <param name="At">The instant.</param>
public sealed record ReleaseInPast(DateTimeOffset At) : Refusal(
    "RELEASE_IN_PAST", "The instant has passed. To release at once, say now.", "at");

/// <summary>Candidates would see results before their centre does (rule 21).</summary>
/// <param name="CentreAt">The centre's instant; null while none is set.</param>
/// <param name="CandidateAt">The candidates' instant.</param>
public sealed record CandidatesBeforeCentre(DateTimeOffset? CentreAt, DateTimeOffset CandidateAt) : Refusal(
    "CANDIDATES_BEFORE_CENTRE",
    CentreAt is null
        ? "Candidates cannot see results before their centre: set the release date for the audience CENTRE first."
        : "Candidates cannot see results before their centre.",
    "at");
