using Exams.Domain.Audit;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Candidates;

/// <summary>What stands where a candidate is to be registered.</summary>
/// <param name="SeriesIsKnown">Whether the board has options or release dates for the series.</param>
/// <param name="NumberIsTaken">Whether the centre used the number in the series.</param>
/// <param name="NumberOfUci">The number under which the centre registered the same identifier in the series; null when it did not.</param>
public sealed record RegistrationPlace(bool SeriesIsKnown, bool NumberIsTaken, CandidateNumber? NumberOfUci)
{
    private const int OldestYears = 120;

    /// <summary>Decides on a registration. Pure.</summary>
    /// <param name="wish">What the centre asks for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="at">Now.</param>
    /// <returns>The change, or the refusal.</returns>
    public Outcome<CandidateChange> Register(RegisterCandidate.Request wish, Caller caller, DateTimeOffset at)
    {
        if (!SeriesIsKnown)
        {
            return new SeriesNotFound(wish.Series);
        }

        if (NumberIsTaken)
        {
            return new CandidateNumberTaken(wish.Number);
        }

        if (NumberOfUci is { } taken)
        {
            return new CandidateAlreadyRegistered(wish.Details.Uci!.Value, taken);
        }

        var today = DateOnly.FromDateTime(at.UtcDateTime);
        if (wish.Details.DateOfBirth is { } born && (born > today || born < today.AddYears(-OldestYears)))
        {
            return new DateOfBirthUnlikely(born);
        }

        return new CandidateChange(
            new Candidate(wish.Centre, wish.Series, wish.Number, wish.Details),
            new NewsItem(NewsType.CandidateRegistered, at) { Centre = wish.Centre, Series = wish.Series, Candidate = wish.Number },
            new AuditRecord(at, caller, AuditAction.CandidateRegistered) { Centre = wish.Centre, Series = wish.Series, Candidate = wish.Number });
    }
}
