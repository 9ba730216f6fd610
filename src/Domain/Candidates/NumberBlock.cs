using Exams.Domain.Vocabulary;

namespace Exams.Domain.Candidates;

/// <summary>Candidate numbers that a centre has set aside: nobody gets one of them without naming it.</summary>
public sealed class NumberBlock
{
    /// <summary>Sets numbers aside.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="series">The series.</param>
    /// <param name="first">The first number.</param>
    /// <param name="last">The last one.</param>
    /// <param name="at">Now.</param>
    public NumberBlock(CentreNumber centre, Series series, CandidateNumber first, CandidateNumber last, DateTimeOffset at)
    {
        Centre = centre;
        Series = series;
        First = first;
        Last = last;
        At = at;
    }

    private NumberBlock()
    {
    }

    /// <summary>The row.</summary>
    public long Id { get; private set; }

    /// <summary>The centre.</summary>
    public CentreNumber Centre { get; private set; }

    /// <summary>The series.</summary>
    public Series Series { get; private set; }

    /// <summary>The first number.</summary>
    public CandidateNumber First { get; private set; }

    /// <summary>The last number.</summary>
    public CandidateNumber Last { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}
