using Exams.Domain.Vocabulary;

namespace Exams.Domain.Candidates;

/// <summary>A person registered at a centre for one series, under one candidate number.</summary>
/// <remarks>The number alone means nothing without centre and series, and is never used again in the series (rules 1 and 11).</remarks>
public sealed class Candidate
{
    /// <summary>Registers a candidate.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="series">The series.</param>
    /// <param name="number">The number that the centre allocated.</param>
    /// <param name="details">What the centre says about the person.</param>
    public Candidate(CentreNumber centre, Series series, CandidateNumber number, PersonalDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        Centre = centre;
        Series = series;
        Number = number;
        Name = details.Name;
        DateOfBirth = details.DateOfBirth;
        Gender = details.Gender;
        Uci = details.Uci;
        Email = details.Email;
        IsPrivate = details.IsPrivate;
        Version = 1;
    }

    private Candidate()
    {
    }

    /// <summary>The row.</summary>
    public long Id { get; private set; }

    /// <summary>The centre.</summary>
    public CentreNumber Centre { get; private set; }

    /// <summary>The series.</summary>
    public Series Series { get; private set; }

    /// <summary>The candidate number; unique with centre and series.</summary>
    public CandidateNumber Number { get; private set; }

    /// <summary>The full legal name.</summary>
    public CandidateName Name { get; private set; }

    /// <summary>The date of birth, if known.</summary>
    public DateOnly? DateOfBirth { get; private set; }

    /// <summary>The gender, if known.</summary>
    public Gender? Gender { get; private set; }

    /// <summary>The unique candidate identifier, if there is one.</summary>
    public Uci? Uci { get; private set; }

    /// <summary>An email address, if there is one.</summary>
    public EmailAddress? Email { get; private set; }

    /// <summary>Whether the candidate is entered privately.</summary>
    public bool IsPrivate { get; private set; }

    /// <summary>Counts the changes to the registration and its entries, from 1.</summary>
    /// <remarks>What depends on a candidate's entries compares it again when it commits.</remarks>
    public int Version { get; private set; }
}
