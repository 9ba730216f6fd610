using Exams.Domain.Vocabulary;

namespace Exams.Domain.Candidates;

/// <summary>The number belongs to another candidate of the centre in this series, or once did (rules 1 and 11).</summary>
/// <param name="Number">The number.</param>
public sealed record CandidateNumberTaken(CandidateNumber Number) : Refusal(
    "CANDIDATE_NUMBER_TAKEN", $"Candidate number {Number} is taken at this centre in this series, by somebody with another name, date of birth and UCI, or with another external reference.", "number");

/// <summary>The person with this identifier is registered at the centre in this series already (one number each, rule 1).</summary>
/// <param name="Uci">The identifier.</param>
/// <param name="Number">The number the person has.</param>
public sealed record CandidateAlreadyRegistered(Uci Uci, CandidateNumber Number) : Refusal(
    "CANDIDATE_ALREADY_REGISTERED", $"The candidate with UCI {Uci} is registered in this series as {Number} already.", "uci");

/// <summary>A date of birth that lies in the future or more than 120 years back.</summary>
/// <param name="DateOfBirth">The date.</param>
public sealed record DateOfBirthUnlikely(DateOnly DateOfBirth) : Refusal(
    "DATE_OF_BIRTH_UNLIKELY", "Nobody who sits an exam was born on that date.", "dateOfBirth");

/// <summary>The client's key belongs to a candidate with another number, and a number stays for the series (rule 1).</summary>
/// <param name="Number">The number that the candidate has.</param>
public sealed record CandidateNumberIsFinal(CandidateNumber Number) : Refusal(
    "CANDIDATE_NUMBER_IS_FINAL", $"This candidate has the number {Number}, which cannot be changed within a series.", "number");

/// <summary>There are not so many free candidate numbers in a row.</summary>
/// <param name="Count">How many were asked for.</param>
public sealed record NumbersExhausted(int Count) : Refusal(
    "CANDIDATE_NUMBERS_EXHAUSTED",
    Count == 1 ? "There is no free candidate number left in this series." : $"There are no {Count} free candidate numbers in a row.",
    "number");

/// <summary>The candidate went to another centre (rule 12).</summary>
/// <param name="Number">The candidate number.</param>
public sealed record CandidateTransferredOut(CandidateNumber Number) : Refusal(
    "CANDIDATE_TRANSFERRED", $"Candidate {Number} was transferred to another centre.", "number");

/// <summary>Another candidate of the centre in the series has the client's key already.</summary>
/// <param name="Reference">The key.</param>
public sealed record ExternalReferenceTaken(ExternalReference Reference) : Refusal(
    "EXTERNAL_REFERENCE_TAKEN", $"The external reference {Reference} belongs to another one already.", "externalReference");
