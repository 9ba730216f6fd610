using Exams.Api.Qualifications;
using Exams.Domain.Estimates;
using Exams.Domain.Qualifications;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.Estimates;

/// <summary>How many candidates a centre expects to enter for a syllabus in a series.</summary>
public sealed class EstimatedEntryType : ObjectType<EstimatedEntry>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<EstimatedEntry> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(estimate => estimate.Centre);
        descriptor.Field(estimate => estimate.Series);
        descriptor.Field(estimate => estimate.Count);
        descriptor.Field(estimate => estimate.SetAt);
    }
}

/// <summary>Further fields of an estimate.</summary>
[Node]
[ExtendObjectType<EstimatedEntry>]
public static class EstimatedEntryFields
{
    /// <summary>Finds an estimate by its id.</summary>
    [NodeResolver]
    public static Task<EstimatedEntry?> GetEstimatedEntryByIdAsync(long id, EstimatedEntryByIdDataLoader estimates, CancellationToken ct) => estimates.LoadAsync(id, ct);

    /// <summary>The syllabus.</summary>
    [Authorize(Policy = Permission.CatalogueRead)]
    [Cost(Prices.OfBatch)]
    public static Task<Syllabus> GetSyllabusAsync([Parent] EstimatedEntry estimate, SyllabusByCodeDataLoader syllabuses, CancellationToken ct) =>
        syllabuses.LoadRequiredAsync(estimate.Syllabus, ct);
}

/// <summary>Estimates by row, one statement for all that are asked for together.</summary>
public sealed class EstimatedEntryByIdDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<long, EstimatedEntry>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, EstimatedEntry>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return await db.EstimatedEntries.Where(one => keys.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
    }
}

/// <summary>What estimates can be searched by.</summary>
public sealed class EstimatedEntryFilter : FilterInputType<EstimatedEntry>
{
    /// <inheritdoc/>
    protected override void Configure(IFilterInputTypeDescriptor<EstimatedEntry> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(estimate => estimate.Syllabus);
        descriptor.Field(estimate => estimate.Count);
        descriptor.Field(estimate => estimate.SetAt);
    }
}

/// <summary>Reading estimates.</summary>
[QueryType]
public static class EstimateQueries
{
    /// <summary>The estimated entries of a series, by centre and syllabus.</summary>
    /// <param name="series">The series.</param>
    /// <param name="centre">Only those of one centre; all of yours when left out.</param>
    /// <param name="db">Reads.</param>
    [Authorize(Policy = Permission.EntriesRead)]
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 20, MaxPageSize = 200)]
    [UseFiltering(typeof(EstimatedEntryFilter))]
    public static IQueryable<EstimatedEntry> GetEstimatedEntries(Series series, CentreNumber? centre, ExamsDb db)
    {
        var estimates = db.EstimatedEntries.Where(estimate => estimate.Series == series);
        return (centre is { } one ? estimates.Where(estimate => estimate.Centre == one) : estimates)
            .OrderBy(estimate => estimate.Centre).ThenBy(estimate => estimate.Syllabus);
    }
}
