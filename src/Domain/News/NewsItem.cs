using Exams.Domain.Vocabulary;

namespace Exams.Domain.News;

/// <summary>One thing that happened, in the order in which it was committed. Never changed, never deleted.</summary>
/// <remarks>It carries what a listener needs to decide whether to ask, and never a result, a name or a secret. Facts that a
/// type does not have are null.</remarks>
public sealed class NewsItem
{
    /// <summary>Makes a piece of news; the store gives it its number.</summary>
    /// <param name="type">What happened.</param>
    /// <param name="at">When.</param>
    public NewsItem(NewsType type, DateTimeOffset at)
    {
        Type = type;
        At = at;
    }

    private NewsItem()
    {
    }

    /// <summary>Its number, rising in the order of commits; the cursor of every feed.</summary>
    public long Sequence { get; private set; }

    /// <summary>The same number, under the name that rows have.</summary>
    public long Id => Sequence;

    /// <summary>What happened.</summary>
    public NewsType Type { get; private set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The centre it is about; null when it is about every centre.</summary>
    public CentreNumber? Centre { get; init; }

    /// <summary>Whose it is, as <see cref="Caller.AuditName"/> has it: of all callers that are not the board, nobody else hears of it.
    /// Null when it is for everybody who may read what it is about.</summary>
    public string? Owner { get; init; }

    /// <summary>The series it is about.</summary>
    public Series? Series { get; init; }

    /// <summary>The candidate it is about.</summary>
    public CandidateNumber? Candidate { get; init; }

    /// <summary>The registration it is about, by its natural key; null when it is not about one candidate.</summary>
    public Registration? Registration =>
        this is { Centre: { } centre, Series: { } series, Candidate: { } number } ? new Registration(centre, series, number) : null;

    /// <summary>The syllabus, for entries.</summary>
    public SyllabusCode? Syllabus { get; init; }

    /// <summary>The qualification, for releases.</summary>
    public QualificationCode? Qualification { get; init; }

    /// <summary>The audience, for releases.</summary>
    public Audience? Audience { get; init; }

    /// <summary>The instant of a release.</summary>
    public DateTimeOffset? ReleaseAt { get; init; }

    /// <summary>The row of the documents it is about.</summary>
    public long? DocumentsId { get; set; }

    /// <summary>The row of the transfer it is about.</summary>
    public long? TransferId { get; set; }

    /// <summary>Pages done, for progress.</summary>
    public int? Done { get; init; }

    /// <summary>Pages in all, for progress.</summary>
    public int? Total { get; init; }

    /// <summary>A key that at most one item may have, for news that must be told only once; null where that does not matter.</summary>
    public string? Once { get; init; }

    /// <summary>News that an export is ready: one item, for whoever ordered it, however many centres it is about.</summary>
    /// <param name="owner">Who ordered it, as <see cref="Caller.AuditName"/> has it.</param>
    /// <param name="series">The series; null for all of them.</param>
    /// <param name="at">Now.</param>
    /// <returns>The news.</returns>
    public static NewsItem Exported(string owner, Series? series, DateTimeOffset at) => new(NewsType.ExportReady, at) { Owner = owner, Series = series };

    /// <summary>News that a release instant came for one centre's audience; told once.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="series">The series.</param>
    /// <param name="qualification">The qualification.</param>
    /// <param name="audience">The audience.</param>
    /// <param name="releaseAt">The instant, with the centre's delay in it.</param>
    /// <param name="at">Now.</param>
    /// <returns>The news.</returns>
    public static NewsItem Released(
        CentreNumber centre, Series series, QualificationCode qualification, Audience audience, DateTimeOffset releaseAt, DateTimeOffset at) =>
        new(NewsType.ResultsReleased, at)
        {
            Centre = centre,
            Series = series,
            Qualification = qualification,
            Audience = audience,
            ReleaseAt = releaseAt,
            Once = $"released/{series}/{qualification}/{audience}/{centre}",
        };
}
