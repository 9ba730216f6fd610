using Exams.Domain.Vocabulary;

namespace Exams.Domain.Centres;

/// <summary>The number belongs to a centre already.</summary>
/// <param name="Centre">The number.</param>
public sealed record CentreNumberTaken(CentreNumber Centre) : Refusal(
    "CENTRE_NUMBER_TAKEN", $"There is a centre {Centre} already.", "number");
