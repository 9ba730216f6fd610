using Exams.Domain.KeyDates;

namespace Exams.Api.KeyDates;

/// <summary>The last instant for something in a series, for all centres, those of a zone, or those of some countries. For a centre, a deadline for its country
/// stands before one for its zone, and that before one for all.</summary>
public sealed class DeadlineType : ObjectType<Deadline>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<Deadline> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(deadline => deadline.Series);
        descriptor.Field(deadline => deadline.Kind);
        descriptor.Field(deadline => deadline.Tier);
        descriptor.Field(deadline => deadline.At);
        descriptor.Field(deadline => deadline.Countries);
    }
}

/// <summary>Further fields of a deadline.</summary>
[ExtendObjectType<Deadline>]
public static class DeadlineFields
{
    /// <summary>The zone it is for, 1 to 6; null when it is for all.</summary>
    public static int? GetZone([Parent] Deadline deadline) => deadline.Zone?.Number;

    /// <summary>Whether the instant has passed, by the server's clock.</summary>
    public static bool GetHasPassed([Parent] Deadline deadline, TimeProvider clock) => deadline.HasPassed(clock.GetUtcNow());
}

/// <summary>What deadlines can be searched by.</summary>
public sealed class DeadlineFilter : FilterInputType<Deadline>
{
    /// <inheritdoc/>
    protected override void Configure(IFilterInputTypeDescriptor<Deadline> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(deadline => deadline.Kind);
        descriptor.Field(deadline => deadline.Tier);
        descriptor.Field(deadline => deadline.At);
    }
}

/// <summary>What deadlines can be sorted by.</summary>
public sealed class DeadlineSort : SortInputType<Deadline>
{
    /// <inheritdoc/>
    protected override void Configure(ISortInputTypeDescriptor<Deadline> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(deadline => deadline.At);
    }
}
