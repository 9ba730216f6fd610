using Exams.Domain.Vocabulary;

namespace Exams.Domain.Estimates;

/// <summary>How many candidates a centre expects to enter for a syllabus in a series, so that early materials can be sent. It names nobody.</summary>
/// <remarks>Domain 2.1.</remarks>
public sealed class EstimatedEntry
{
    /// <summary>The most candidates that can be expected.</summary>
    public const int Most = 99_999;

    /// <summary>Makes an estimate.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="series">The series.</param>
    /// <param name="syllabus">The syllabus.</param>
    /// <param name="count">How many; 0 to <see cref="Most"/>.</param>
    /// <param name="at">Now.</param>
    public EstimatedEntry(CentreNumber centre, Series series, SyllabusCode syllabus, int count, DateTimeOffset at)
    {
        Centre = centre;
        Series = series;
        Syllabus = syllabus;
        Change(count, at);
    }

    private EstimatedEntry()
    {
    }

    /// <summary>The row.</summary>
    public long Id { get; private set; }

    /// <summary>The centre.</summary>
    public CentreNumber Centre { get; private set; }

    /// <summary>The series.</summary>
    public Series Series { get; private set; }

    /// <summary>The syllabus; unique with the two above.</summary>
    public SyllabusCode Syllabus { get; private set; }

    /// <summary>How many candidates are expected.</summary>
    public int Count { get; private set; }

    /// <summary>When that was said.</summary>
    public DateTimeOffset SetAt { get; private set; }

    /// <summary>Expects another number.</summary>
    /// <param name="count">How many; 0 to <see cref="Most"/>.</param>
    /// <param name="at">Now.</param>
    public void Change(int count, DateTimeOffset at)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        Count = count;
        SetAt = at;
    }
}
