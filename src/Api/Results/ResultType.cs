using Exams.Api.Candidates;
using Exams.Api.Qualifications;
using Exams.Domain.Candidates;
using Exams.Domain.Qualifications;
using Exams.Domain.Results;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.Results;

/// <summary>What a candidate got for a syllabus.</summary>
public sealed class ResultType : ObjectType<Result>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<Result> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(result => result.Series);
        descriptor.Field(result => result.Option);
        descriptor.Field(result => result.Outcome);
        descriptor.Field(result => result.Grade);
        descriptor.Field(result => result.IsProvisional);
        descriptor.Field(result => result.Version);
    }
}

/// <summary>Further fields of a result.</summary>
[Node]
[ExtendObjectType<Result>]
public static class ResultFields
{
    /// <summary>Finds a result by its id.</summary>
    [NodeResolver]
    public static Task<Result?> GetResultByIdAsync(long id, ResultByIdDataLoader results, CancellationToken ct) => results.LoadAsync(id, ct);

    /// <summary>The percentage uniform mark, 0 to 100; null where the board issues none.</summary>
    public static int? GetPum([Parent] Result result) => result.Pum?.Value;

    /// <summary>The candidate whose result it is.</summary>
    [Authorize(Policy = Permission.CandidatesRead)]
    [Cost(Prices.OfBatch)]
    public static Task<Candidate> GetCandidateAsync([Parent] Result result, CandidateByIdDataLoader candidates, CancellationToken ct) =>
        candidates.LoadRequiredAsync(result.CandidateId, ct);

    /// <summary>The syllabus.</summary>
    [Cost(Prices.OfBatch)]
    public static Task<Syllabus> GetSyllabusAsync([Parent] Result result, SyllabusByCodeDataLoader syllabuses, CancellationToken ct) =>
        syllabuses.LoadRequiredAsync(result.Syllabus, ct);
}

/// <summary>What results can be searched by.</summary>
public sealed class ResultFilter : FilterInputType<Result>
{
    /// <inheritdoc/>
    protected override void Configure(IFilterInputTypeDescriptor<Result> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(result => result.Candidate);
        descriptor.Field(result => result.Syllabus);
        descriptor.Field(result => result.Qualification);
        descriptor.Field(result => result.Outcome);
        descriptor.Field(result => result.Grade);
    }
}

/// <summary>What results can be sorted by.</summary>
public sealed class ResultSort : SortInputType<Result>
{
    /// <inheritdoc/>
    protected override void Configure(ISortInputTypeDescriptor<Result> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(result => result.Candidate);
        descriptor.Field(result => result.Syllabus);
    }
}

/// <summary>Reading results.</summary>
[QueryType]
public static class ResultQueries
{
    /// <summary>The results of a series that are released to you, by centre, candidate and syllabus; the newest version of each.</summary>
    /// <param name="series">The series.</param>
    /// <param name="centre">Only those of one centre; all of yours when left out.</param>
    /// <param name="db">Reads.</param>
    [Authorize(Policy = Permission.ResultsRead)]
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 20, MaxPageSize = 200)]
    [UseFiltering(typeof(ResultFilter))]
    [UseSorting(typeof(ResultSort))]
    public static IQueryable<Result> GetResults(Series series, CentreNumber? centre, ExamsDb db)
    {
        var results = db.Results.Where(result => result.Series == series && result.SupersededAt == null);
        return (centre is { } one ? results.Where(result => result.Centre == one) : results)
            .OrderBy(result => result.Centre).ThenBy(result => result.Candidate).ThenBy(result => result.Syllabus);
    }
}
