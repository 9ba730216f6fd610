using Exams.Domain.Fees;
using Exams.Infrastructure.Persistence;

namespace Exams.Api.Fees;

/// <summary>A line of the board's fee list. The one for a syllabus stands before the one for its qualification, and that before the one for all.</summary>
public sealed class FeeType : ObjectType<Fee>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<Fee> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(fee => fee.Series);
        descriptor.Field(fee => fee.Tier);
        descriptor.Field(fee => fee.Price);
        descriptor.Field(fee => fee.Qualification);
        descriptor.Field(fee => fee.Syllabus);
    }
}

/// <summary>What fees can be searched by.</summary>
public sealed class FeeFilter : FilterInputType<Fee>
{
    /// <inheritdoc/>
    protected override void Configure(IFilterInputTypeDescriptor<Fee> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(fee => fee.Tier);
        descriptor.Field(fee => fee.Qualification);
        descriptor.Field(fee => fee.Syllabus);
    }
}

/// <summary>What fees can be sorted by.</summary>
public sealed class FeeSort : SortInputType<Fee>
{
    /// <inheritdoc/>
    protected override void Configure(ISortInputTypeDescriptor<Fee> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(fee => fee.Syllabus);
    }
}

/// <summary>Reading the fee list.</summary>
[QueryType]
public static class FeeQueries
{
    /// <summary>The fee list of a series: what entries cost, and what being late adds.</summary>
    /// <param name="series">The series.</param>
    /// <param name="db">Reads.</param>
    [Authorize(Policy = Permission.CatalogueRead)]
    [UsePaging(IncludeTotalCount = true, DefaultPageSize = 50, MaxPageSize = 200)]
    [UseFiltering(typeof(FeeFilter))]
    [UseSorting(typeof(FeeSort))]
    public static IQueryable<Fee> GetFees(Series series, ExamsDb db) => db.Fees.Where(fee => fee.Series == series).OrderBy(fee => fee.Id);
}
