using Exams.Domain.Audit;
using Exams.Domain.Jobs;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Releases;

/// <summary>The release dates of one series, and the questions that sheets, reads and rules ask of them.</summary>
/// <remarks>Rules 20 to 22 and 36, example E10. Every gate must give the same answer as <see cref="Visible"/>.</remarks>
public sealed class ReleaseSchedule
{
    private readonly Dictionary<(QualificationCode Qualification, Audience Audience), ReleaseDate> dates;

    /// <summary>Makes a schedule.</summary>
    /// <param name="dates">The dates of one series, one per qualification and audience.</param>
    public ReleaseSchedule(IEnumerable<ReleaseDate> dates) =>
        this.dates = dates.ToDictionary(date => (date.Qualification, date.Audience));

    /// <summary>The dates.</summary>
    public IReadOnlyCollection<ReleaseDate> Dates => dates.Values;

    /// <summary>Finds a date.</summary>
    /// <param name="qualification">The qualification.</param>
    /// <param name="audience">The audience.</param>
    /// <returns>The date; null when none is set.</returns>
    public ReleaseDate? Find(QualificationCode qualification, Audience audience) => dates.GetValueOrDefault((qualification, audience));

    /// <summary>When an audience of a centre sees the results of a qualification.</summary>
    /// <param name="qualification">The qualification.</param>
    /// <param name="audience">The audience; only candidates feel their centre's delay.</param>
    /// <param name="delay">The centre's delay.</param>
    /// <returns>The instant in UTC; null while none is set, which means not released.</returns>
    public DateTimeOffset? InstantFor(QualificationCode qualification, Audience audience, ReleaseDelay delay) =>
        Find(qualification, audience)?.At + (audience == Audience.Candidate ? delay.Span : TimeSpan.Zero);

    /// <summary>Whether an audience of a centre may see the results of a qualification now.</summary>
    /// <param name="qualification">The qualification.</param>
    /// <param name="audience">The audience.</param>
    /// <param name="delay">The centre's delay.</param>
    /// <param name="now">The server's clock.</param>
    /// <returns>True from the instant on.</returns>
    public bool Visible(QualificationCode qualification, Audience audience, ReleaseDelay delay, DateTimeOffset now) =>
        InstantFor(qualification, audience, delay) <= now;

    /// <summary>Sets a date or moves one that has not passed.</summary>
    /// <param name="wish">What the board asks for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="now">Now.</param>
    /// <returns>The change, or the refusal (rule 21; passed instants are frozen).</returns>
    public Outcome<ReleaseChange> Set(SetReleaseDate.Request wish, Caller caller, DateTimeOffset now)
    {
        if (wish.Now == wish.At.HasValue)
        {
            return new ReleaseMomentUnclear();
        }

        var at = (wish.At ?? now).ToUniversalTime();
        var date = Find(wish.Qualification, wish.Audience);
        if (date?.HasPassed(now) == true)
        {
            return new ReleaseFrozen(date.At);
        }

        if (at < now)
        {
            return new ReleaseInPast(at);
        }

        var other = Find(wish.Qualification, wish.Audience == Audience.Centre ? Audience.Candidate : Audience.Centre);
        if (OutOfOrder(wish.Audience, at, other) is { } refusal)
        {
            return refusal;
        }

        var seen = date?.Version ?? 0;
        date?.Move(at, now);
        return new ReleaseChange(
            date ?? new ReleaseDate(wish.Series, wish.Qualification, wish.Audience, at),
            seen,
            other,
            Stales: wish.Audience == Audience.Candidate,
            new AnnounceRelease(wish.Series, wish.Qualification, wish.Audience, Centre: null, at),
            new NewsItem(NewsType.ReleaseDateSet, now)
            {
                Series = wish.Series,
                Qualification = wish.Qualification,
                Audience = wish.Audience,
                ReleaseAt = at,
            },
            new AuditRecord(now, caller, AuditAction.ReleaseDateSet)
            {
                Series = wish.Series,
                Detail = $"{wish.Qualification} {wish.Audience} {at:O}",
            });
    }

    private static CandidatesBeforeCentre? OutOfOrder(Audience audience, DateTimeOffset at, ReleaseDate? other) => audience switch
    {
        Audience.Centre => other is not null && other.At < at ? new CandidatesBeforeCentre(at, other.At) : null,
        _ => other is null || other.At > at ? new CandidatesBeforeCentre(other?.At, at) : null,
    };
}
