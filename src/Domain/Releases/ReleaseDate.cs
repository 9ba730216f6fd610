using Exams.Domain.Vocabulary;

namespace Exams.Domain.Releases;

/// <summary>The instant at which results of a qualification are released to an audience.</summary>
/// <remarks>One per series, qualification and audience (trap T3); compared in UTC (rule 22). Where none is set, nothing is released.</remarks>
public sealed class ReleaseDate
{
    /// <summary>Sets a release date.</summary>
    /// <param name="series">The series.</param>
    /// <param name="qualification">The qualification.</param>
    /// <param name="audience">The audience.</param>
    /// <param name="at">The instant.</param>
    public ReleaseDate(Series series, QualificationCode qualification, Audience audience, DateTimeOffset at)
    {
        Series = series;
        Qualification = qualification;
        Audience = audience;
        At = at.ToUniversalTime();
        Version = 1;
    }

    private ReleaseDate()
    {
    }

    /// <summary>The row; 0 until it is stored.</summary>
    public long Id { get; private set; }

    /// <summary>The series.</summary>
    public Series Series { get; private set; }

    /// <summary>The qualification.</summary>
    public QualificationCode Qualification { get; private set; }

    /// <summary>The audience; unique with the two above.</summary>
    public Audience Audience { get; private set; }

    /// <summary>The official instant, in UTC; a centre's delay is not in it.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Counts the changes, from 1.</summary>
    public int Version { get; private set; }

    /// <summary>Whether the instant has come, after which it is frozen.</summary>
    /// <param name="now">Now.</param>
    /// <returns>True at the instant itself and ever after.</returns>
    public bool HasPassed(DateTimeOffset now) => At <= now;

    /// <summary>Moves a date that has not passed, and counts the change.</summary>
    /// <param name="at">The new instant.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="InvalidOperationException">The date has passed.</exception>
    public void Move(DateTimeOffset at, DateTimeOffset now)
    {
        if (HasPassed(now))
        {
            throw new InvalidOperationException("A release that has happened cannot be moved.");
        }

        At = at.ToUniversalTime();
        Version++;
    }
}
