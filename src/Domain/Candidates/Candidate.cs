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
    /// <param name="reference">The client's own key, if it has one.</param>
    public Candidate(CentreNumber centre, Series series, CandidateNumber number, PersonalDetails details, ExternalReference? reference = null)
    {
        Centre = centre;
        Series = series;
        Number = number;
        Version = 1;
        ExternalReference = reference;
        Take(details);
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

    /// <summary>How the board is to print the name, if the centre said so.</summary>
    /// <remarks>Domain 1.4: long names and names of other scripts go through a variation.</remarks>
    public BoardName? NameVariation { get; private set; }

    /// <summary>The name as the board prints it: the variation that the centre gave, or else what follows from the legal name; null when that cannot be
    /// written with the letters A to Z or in 40 characters, and a variation is needed.</summary>
    public BoardName? BoardName => NameVariation ?? Vocabulary.BoardName.From(Name);

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

    /// <summary>The client's own key for the candidate; unique within centre and series.</summary>
    public ExternalReference? ExternalReference { get; private set; }

    /// <summary>Whether the registration stands.</summary>
    public CandidateStatus Status { get; private set; }

    /// <summary>Whether a transfer to another centre is under way: details and entries are locked until it is confirmed or comes to nothing.</summary>
    /// <remarks>Rule 12.</remarks>
    public bool IsMoving { get; private set; }

    /// <summary>Counts the changes to the registration and its entries, from 1.</summary>
    /// <remarks>What depends on a candidate's entries compares it again when it commits.</remarks>
    public int Version { get; private set; }

    /// <summary>What the centre says about the person.</summary>
    public PersonalDetails Details => new(Name, DateOfBirth, Gender, Uci, Email, IsPrivate) { NameVariation = NameVariation };

    /// <summary>Takes over what the centre says now. The number stays.</summary>
    /// <param name="details">The details as they shall be.</param>
    /// <param name="reference">The client's own key; null to leave it as it is.</param>
    /// <returns>Whether anything is different.</returns>
    public bool Change(PersonalDetails details, ExternalReference? reference)
    {
        details = Completed(details);
        if (details == Details && (reference is null || reference == ExternalReference))
        {
            return false;
        }

        Take(details);
        ExternalReference = reference ?? ExternalReference;
        return true;
    }

    /// <summary>Details with the variation of the name that stays because nothing is said about it. One that was given for another name goes.</summary>
    /// <param name="details">The details as they shall be.</param>
    /// <returns>The details.</returns>
    internal PersonalDetails Completed(PersonalDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        return details with { NameVariation = details.NameVariation ?? (details.Name == Name ? NameVariation : null) };
    }

    /// <summary>A transfer to another centre is asked for: details and entries are locked.</summary>
    public void BeginTransfer() => IsMoving = true;

    /// <summary>The transfer came to nothing.</summary>
    public void EndTransfer() => IsMoving = false;

    /// <summary>The candidate went to another centre.</summary>
    public void TransferOut()
    {
        Status = CandidateStatus.TransferredOut;
        IsMoving = false;
    }

    private void Take(PersonalDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        (Name, DateOfBirth, Gender, Uci, Email, IsPrivate) =
            (details.Name, details.DateOfBirth, details.Gender, details.Uci, details.Email, details.IsPrivate);
        NameVariation = details.NameVariation;
    }
}
