using Exams.Domain.Candidates;
using Exams.Domain.Qualifications;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Entries;

/// <summary>An entry of an earlier series that a retake or a carried mark refers to.</summary>
/// <param name="Centre">The centre at which it was made.</param>
/// <param name="Person">What that centre said about the candidate who had it.</param>
/// <param name="CarryForward">Whether its option carried marks itself.</param>
public sealed record PriorEntry(CentreNumber Centre, PersonalDetails Person, CarryForward CarryForward)
{
    /// <summary>Whether this is the entry of a candidate who is entered now, as far as the candidate's centre may be told.</summary>
    /// <remarks>Rule 9. At the same centre it is, unless something known speaks against it. What another centre knows would be told row by row to whoever
    /// guesses numbers; so somebody has to know the person already: the date of birth where that centre gave it, and the name or the identifier.</remarks>
    /// <param name="candidate">The candidate who is entered now.</param>
    /// <returns>False when it is somebody else, or cannot be known to be the same.</returns>
    public bool IsOf(Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        var (uci, born) = (candidate.Uci, candidate.DateOfBirth);
        var isAlike = Person.Uci is null || uci is null || Person.Uci == uci;
        return candidate.Centre == Centre
            ? isAlike && (Person.DateOfBirth is null || born is null || Person.DateOfBirth == born)
            : isAlike && (Person.DateOfBirth is null || Person.DateOfBirth == born) && ((Person.Uci is not null && uci is not null) || IsNamed(candidate));
    }

    private bool IsNamed(Candidate candidate) =>
        Person.Name == candidate.Name || (Words(Person.NameVariation ?? BoardName.From(Person.Name)) is { } words && words == Words(candidate.BoardName));

    // One school marks the family name and the other does not.
    private static string? Words(BoardName? name) =>
        name is { } written ? string.Join(' ', written.ToString().Replace(":", "", StringComparison.Ordinal).Split(' ').Order(StringComparer.Ordinal)) : null;
}
