using Exams.Api.Qualifications;
using Exams.Domain.KeyDates;
using Exams.Domain.Qualifications;

namespace Exams.Api.KeyDates;

/// <summary>When a component is taken in a zone.</summary>
public sealed class TimetableSlotType : ObjectType<TimetableSlot>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<TimetableSlot> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(slot => slot.Series);
        descriptor.Field(slot => slot.Component);
        descriptor.Field(slot => slot.Date);
        descriptor.Field(slot => slot.Session);
        descriptor.Field(slot => slot.Minutes);
    }
}

/// <summary>Further fields of a slot.</summary>
[ExtendObjectType<TimetableSlot>]
public static class TimetableSlotFields
{
    /// <summary>The zone, 1 to 6.</summary>
    public static int GetZone([Parent] TimetableSlot slot) => slot.Zone.Number;

    /// <summary>The syllabus.</summary>
    [Authorize(Policy = Permission.CatalogueRead)]
    [Cost(Prices.OfBatch)]
    public static Task<Syllabus> GetSyllabusAsync([Parent] TimetableSlot slot, SyllabusByCodeDataLoader syllabuses, CancellationToken ct) =>
        syllabuses.LoadRequiredAsync(slot.Syllabus, ct);
}

/// <summary>What timetables can be searched by.</summary>
public sealed class TimetableSlotFilter : FilterInputType<TimetableSlot>
{
    /// <inheritdoc/>
    protected override void Configure(IFilterInputTypeDescriptor<TimetableSlot> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(slot => slot.Syllabus);
        descriptor.Field(slot => slot.Component);
        descriptor.Field(slot => slot.Date);
        descriptor.Field(slot => slot.Session);
    }
}

/// <summary>What timetables can be sorted by.</summary>
public sealed class TimetableSlotSort : SortInputType<TimetableSlot>
{
    /// <inheritdoc/>
    protected override void Configure(ISortInputTypeDescriptor<TimetableSlot> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(slot => slot.Date);
        descriptor.Field(slot => slot.Syllabus);
        descriptor.Field(slot => slot.Component);
    }
}
