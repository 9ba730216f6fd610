using Exams.Domain.Vocabulary;

namespace Exams.Domain.Candidates;

/// <summary>A candidate as a client wants it to stand: registered when there is none, changed when something is different, left alone when it is so already.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Number">The candidate number; null for the one that the client's key has, or else for the next free one.</param>
/// <param name="Details">What the centre says about the person.</param>
/// <param name="Reference">The client's own key; null when it has none, and to leave the one there is.</param>
public sealed record CandidateWish(
    CentreNumber Centre, Series Series, CandidateNumber? Number, PersonalDetails Details, ExternalReference? Reference = null);
