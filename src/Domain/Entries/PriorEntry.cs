using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>An entry of an earlier series that a retake or a carried mark refers to.</summary>
/// <param name="Uci">The identifier of the candidate who had it, if known.</param>
/// <param name="DateOfBirth">The date of birth of that candidate, if known.</param>
/// <param name="CarryForward">Whether its option carried marks itself.</param>
public sealed record PriorEntry(Uci? Uci, DateOnly? DateOfBirth, CarryForward CarryForward)
{
    /// <summary>Whether nothing known speaks against it that this is the same person.</summary>
    /// <param name="uci">The identifier of the candidate who is entered now, if known.</param>
    /// <param name="dateOfBirth">The date of birth, if known.</param>
    /// <returns>False when both are known and differ.</returns>
    public bool IsOf(Uci? uci, DateOnly? dateOfBirth) =>
        (Uci is null || uci is null || Uci == uci) && (DateOfBirth is null || dateOfBirth is null || DateOfBirth == dateOfBirth);
}
