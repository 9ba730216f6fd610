using Exams.Domain.Vocabulary;

namespace Exams.Domain.Centres;

/// <summary>What the board says about a centre.</summary>
/// <param name="Name">The centre's name.</param>
/// <param name="Country">Its country.</param>
/// <param name="Zone">Its administrative zone.</param>
/// <param name="TimeZone">Where its clocks are.</param>
/// <param name="Wording">Which English its sheets are in.</param>
/// <param name="Qualifications">What it may enter candidates for (rule 6).</param>
public sealed record CentreDetails(
    DisplayName Name, DisplayName Country, Zone Zone, IanaTimeZone TimeZone, Wording Wording, IReadOnlyList<QualificationCode> Qualifications);
