using Exams.Domain.Vocabulary;

namespace Exams.Infrastructure.Documents;

/// <summary>Everything one candidate's page says, as display-ready facts. The printer computes no date and looks nothing up.</summary>
/// <remarks>Seed B, steps 4 to 8. A sheet carries a clear password: build it as late as possible and keep none.</remarks>
public sealed record Sheet
{
    /// <summary>The centre's number as displayed, such as <c>US123</c>.</summary>
    public required string CentreNumber { get; init; }

    /// <summary>The centre's name. Printed on one line, shortened with an ellipsis.</summary>
    public required string CentreName { get; init; }

    /// <summary>The series as displayed, such as "June 2026".</summary>
    public required string Series { get; init; }

    /// <summary>Four digits, leading zeros kept. Also the name of the candidate's file in the ZIP, so it is unique in a run.</summary>
    public required string CandidateNumber { get; init; }

    /// <summary>The candidate's name as it is read, in any script. Unprintable characters are replaced and remarked on.</summary>
    public required string CandidateName { get; init; }

    /// <summary>The minted username.</summary>
    public required string Username { get; init; }

    /// <summary>The minted password, groups of four separated by hyphens or not at all: the page always shows groups of four.</summary>
    public required Secret Password { get; init; }

    /// <summary>1 for the first sheet; each reissue adds one and voids the sheets before it. Shown when above 1.</summary>
    public required int Issue { get; init; }

    /// <summary>When which results are released, the centre's delay included; at least one line, earliest first.
    /// <see cref="ReleaseLines.For"/> makes them from instants.</summary>
    public required IReadOnlyList<SheetRelease> Releases { get; init; }

    /// <summary>The address where candidates sign in, as they are to type it.</summary>
    public required string SignInAddress { get; init; }

    /// <summary>Whom the candidate asks: the centre's query contact.</summary>
    public required SheetContact Contact { get; init; }

    /// <summary>Which words the page is written in.</summary>
    public required Wording Wording { get; init; }

    /// <summary>BCP 47 tag that chooses the shapes of Han characters in names (<c>zh-cn</c>, <c>zh-tw</c>, <c>ja</c>, <c>ko</c>),
    /// or null for the font's own.</summary>
    public string? NameLanguage { get; init; }
}

/// <summary>One release line of a sheet: what comes out together.</summary>
/// <param name="Qualifications">Titles of the qualifications released at this instant; at least one.</param>
/// <param name="When">Local date and time as text, such as "Tuesday 11 August 2026 at 06:00".</param>
/// <param name="Zone">The zone that the time is in, such as "London time, UTC+01:00"; empty while there is no date yet.</param>
public sealed record SheetRelease(IReadOnlyList<string> Qualifications, string When, string Zone);

/// <summary>The person at the centre who answers candidates (Seed B: a name and a telephone number or an email address, or both).</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Telephone">Telephone number, or null.</param>
/// <param name="Email">Email address, or null.</param>
public sealed record SheetContact(string Name, string? Telephone, string? Email);
