using Exams.Api.Qualifications;
using Exams.Domain.Qualifications;
using Exams.Domain.Releases;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.Releases;

/// <summary>The instant at which results of a qualification are released to an audience.</summary>
public sealed class ReleaseDateType : ObjectType<ReleaseDate>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<ReleaseDate> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(date => date.Series);
        descriptor.Field(date => date.Audience);
        descriptor.Field(date => date.At);
        descriptor.Field(date => date.Version);
    }
}

/// <summary>Further fields of a release date.</summary>
[Node]
[ExtendObjectType<ReleaseDate>]
public static class ReleaseDateFields
{
    /// <summary>Finds a release date by its id.</summary>
    [NodeResolver]
    public static async Task<ReleaseDate?> GetReleaseDateByIdAsync(long id, CurrentCaller current, ReleaseDateByIdDataLoader dates, CancellationToken ct) =>
        current.May(Permission.CatalogueRead) ? await dates.LoadAsync(id, ct) : null;

    /// <summary>The qualification whose results are released.</summary>
    [Cost(Prices.OfBatch)]
    public static Task<Qualification> GetQualificationAsync(
        [Parent] ReleaseDate date, QualificationByCodeDataLoader qualifications, CancellationToken ct) =>
        qualifications.LoadRequiredAsync(date.Qualification, ct);

    /// <summary>Whether the instant has come; from then on it is frozen.</summary>
    public static bool GetHasPassed([Parent] ReleaseDate date, TimeProvider clock) => date.HasPassed(clock.GetUtcNow());
}

/// <summary>Release dates by row, one statement for all that are asked for together.</summary>
public sealed class ReleaseDateByIdDataLoader(GatedReads reads, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<long, ReleaseDate>(scheduler, options)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<long, ReleaseDate>> LoadBatchAsync(
        IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = reads.Open();
        return await db.ReleaseDates.Where(one => keys.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
    }
}

/// <summary>Reading the release schedule.</summary>
[QueryType]
public static class ReleaseQueries
{
    /// <summary>The official release dates of a series, without any centre's delay. What has no date is not released.</summary>
    /// <param name="series">The series.</param>
    /// <param name="db">Reads.</param>
    [Authorize(Policy = Permission.CatalogueRead)]
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 20, MaxPageSize = 100)]
    public static IQueryable<ReleaseDate> GetReleaseDates(Series series, ExamsDb db) =>
        db.ReleaseDates.Where(date => date.Series == series).OrderBy(date => date.At);
}
