using Exams.Domain.Vocabulary;

namespace Exams.Domain.Candidates;

/// <summary>The number belongs to another candidate of the centre in this series, or once did (rules 1 and 11).</summary>
/// <param name="Number">The number.</param>
public sealed record CandidateNumberTaken(CandidateNumber Number) : Refusal(
    "CANDIDATE_NUMBER_TAKEN", $"Candidate number {Number} is taken at this centre in this series.", "number");

/// <summary>The person with this identifier is registered at the centre in this series already (one number each, rule 1).</summary>
/// <param name="Uci">The identifier.</param>
/// <param name="Number">The number the person has.</param>
public sealed record CandidateAlreadyRegistered(Uci Uci, CandidateNumber Number) : Refusal(
    "CANDIDATE_ALREADY_REGISTERED", $"The candidate with UCI {Uci} is registered in this series as {Number} already.", "uci");

/// <summary>A date of birth that lies in the future or more than 120 years back.</summary>
/// <param name="DateOfBirth">The date.</param>
public sealed record DateOfBirthUnlikely(DateOnly DateOfBirth) : Refusal(
    "DATE_OF_BIRTH_UNLIKELY", "Nobody who sits an exam was born on that date.", "dateOfBirth");
