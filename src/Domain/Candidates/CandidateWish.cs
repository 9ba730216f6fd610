using Exams.Domain.Vocabulary;

namespace Exams.Domain.Candidates;

/// <summary>A candidate as a client wants it to stand: registered when there is none, changed when something is different, left alone when it is so already.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Series">The series.</param>
/// <param name="Number">The candidate number; null for the one that the client's key has, or else for the next free one.</param>
/// <param name="Details">What the centre says about the person.</param>
/// <param name="Reference">The client's own key; null when it has none, and to leave the one there is.</param>
public sealed record CandidateWish(
    CentreNumber Centre, Series Series, CandidateNumber? Number, PersonalDetails Details, ExternalReference? Reference = null)
{
    /// <summary>What the client says nothing about: it stays as it is, and is not there for somebody new.</summary>
    public PersonalData Leaves { get; init; }

    /// <summary>The wish with what it leaves as it is filled in.</summary>
    /// <param name="known">The candidate that it is about.</param>
    /// <returns>The wish.</returns>
    internal CandidateWish Completed(Candidate known) => Leaves == PersonalData.None
        ? this
        : this with
        {
            Details = Details with
            {
                DateOfBirth = Leaves.HasFlag(PersonalData.DateOfBirth) ? known.DateOfBirth : Details.DateOfBirth,
                Gender = Leaves.HasFlag(PersonalData.Gender) ? known.Gender : Details.Gender,
                Uci = Leaves.HasFlag(PersonalData.Uci) ? known.Uci : Details.Uci,
                Email = Leaves.HasFlag(PersonalData.Email) ? known.Email : Details.Email,
                IsPrivate = Leaves.HasFlag(PersonalData.IsPrivate) ? known.IsPrivate : Details.IsPrivate,
            },
        };
}

/// <summary>What is known about a person beside the name.</summary>
[Flags]
public enum PersonalData
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The date of birth.</summary>
    DateOfBirth = 1,

    /// <summary>The gender.</summary>
    Gender = 2,

    /// <summary>The unique candidate identifier.</summary>
    Uci = 4,

    /// <summary>The email address.</summary>
    Email = 8,

    /// <summary>Whether the candidate is entered privately.</summary>
    IsPrivate = 16,
}
