using Exams.Domain.Vocabulary;

namespace Exams.Domain.Candidates;

/// <summary>What stands where candidates are to be registered or changed, read in one go for all rows. Not gated: the desk asks the
/// caller's rights itself.</summary>
/// <param name="Centres">Those of the centres named that exist.</param>
/// <param name="Series">Those of the series named that the board knows: it has options or release dates for them.</param>
/// <param name="Candidates">Every candidate of these centres and series with a number, a key or an identifier that a row names.</param>
/// <param name="Numbers">Which numbers are gone, for each centre and series where a row names none.</param>
public sealed record CandidateFacts(
    IReadOnlySet<CentreNumber> Centres,
    IReadOnlySet<Series> Series,
    IReadOnlyList<Candidate> Candidates,
    IReadOnlyDictionary<(CentreNumber, Series), NumberBook> Numbers);
