using Exams.Domain.Vocabulary;

namespace Exams.Domain.Centres;

/// <summary>A school, or another place, that enters candidates.</summary>
/// <remarks>Everything else is scoped to a centre (rule 2).</remarks>
public sealed class Centre
{
    /// <summary>Makes a centre.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="details">What the board says about it.</param>
    public Centre(CentreNumber number, CentreDetails details)
    {
        Number = number;
        Version = 1;
        Take(details);
    }

    private Centre()
    {
    }

    /// <summary>The row.</summary>
    public long Id { get; private set; }

    /// <summary>The centre number, unique; never changes.</summary>
    public CentreNumber Number { get; private set; }

    /// <summary>The name.</summary>
    public DisplayName Name { get; private set; }

    /// <summary>The country.</summary>
    public DisplayName Country { get; private set; }

    /// <summary>The administrative zone.</summary>
    public Zone Zone { get; private set; }

    /// <summary>The time zone in which its instants are shown.</summary>
    public IanaTimeZone TimeZone { get; private set; }

    /// <summary>Which English its sheets are in.</summary>
    public Wording Wording { get; private set; }

    /// <summary>What it may enter candidates for, sorted by code.</summary>
    public IReadOnlyList<QualificationCode> Qualifications { get; private set; } = [];

    /// <summary>Counts the changes, from 1.</summary>
    public int Version { get; private set; }

    /// <summary>Whether it may enter candidates for a qualification (rule 6).</summary>
    /// <param name="qualification">The qualification.</param>
    /// <returns>True when approved.</returns>
    public bool MayEnter(QualificationCode qualification) => Qualifications.Contains(qualification);

    /// <summary>Takes over new details and counts the change.</summary>
    /// <param name="details">What the board says now.</param>
    /// <returns>Whether anything changed that is printed on candidates' sheets.</returns>
    public bool Change(CentreDetails details)
    {
        var printed = (Name, TimeZone, Wording);
        Take(details);
        Version++;
        return printed != (Name, TimeZone, Wording);
    }

    private void Take(CentreDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        Name = details.Name;
        Country = details.Country;
        Zone = details.Zone;
        TimeZone = details.TimeZone;
        Wording = details.Wording;
        Qualifications = [.. details.Qualifications.Distinct().Order()];
    }
}
