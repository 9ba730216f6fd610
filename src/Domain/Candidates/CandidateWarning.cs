namespace Exams.Domain.Candidates;

/// <summary>Something about a candidate that the centre should look at and that refuses nothing.</summary>
/// <param name="Code">A stable code in capitals and underscores.</param>
/// <param name="Message">What it is and what to do, for people.</param>
public sealed record CandidateWarning(string Code, string Message)
{
    /// <summary>The board cannot print the name.</summary>
    public const string VariationNeeded = "NAME_VARIATION_NEEDED";

    /// <summary>Nothing says which of the names is the family name.</summary>
    public const string FamilyNameUnmarked = "FAMILY_NAME_UNMARKED";

    /// <summary>What is to be said about the way a candidate's name is printed.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <returns>Empty when nothing is.</returns>
    internal static IReadOnlyList<CandidateWarning> Of(Candidate candidate) =>
        candidate.BoardName is not { } printed
            ? [new CandidateWarning(VariationNeeded, "The board cannot print this name, which has too many characters or others than it can write: give a variation of it, such as BLOGGS: FRED.")]
            : candidate.NameVariation is null && !candidate.Name.ToString().Contains(':', StringComparison.Ordinal)
                ? [new CandidateWarning(FamilyNameUnmarked, $"Nothing says which of the names is the family name, so the board prints \"{printed}\". Write a colon behind the family name.")]
                : [];
}
