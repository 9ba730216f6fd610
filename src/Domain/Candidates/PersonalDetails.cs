using Exams.Domain.Vocabulary;

namespace Exams.Domain.Candidates;

/// <summary>What a centre says about a candidate.</summary>
/// <param name="Name">The full legal name.</param>
/// <param name="DateOfBirth">The date of birth, if known.</param>
/// <param name="Gender">The gender, if known.</param>
/// <param name="Uci">The unique candidate identifier, if there is one.</param>
/// <param name="Email">An email address, if there is one.</param>
/// <param name="IsPrivate">Whether the candidate is entered privately and does not study at the centre (rule 13).</param>
public sealed record PersonalDetails(
    CandidateName Name, DateOnly? DateOfBirth = null, Gender? Gender = null, Uci? Uci = null, EmailAddress? Email = null, bool IsPrivate = false)
{
    /// <summary>The name as the board is to print it, where the centre says so; null to leave that as it is while the name is the same.</summary>
    public BoardName? NameVariation { get; init; }
}
