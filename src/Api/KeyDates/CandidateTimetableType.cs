using Exams.Domain.KeyDates;

namespace Exams.Api.KeyDates;

/// <summary>A candidate's exams in a series.</summary>
public sealed class CandidateTimetableType : ObjectType<CandidateTimetable>
{
    /// <inheritdoc/>
    protected override void Configure(IObjectTypeDescriptor<CandidateTimetable> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(timetable => timetable.Slots);
        descriptor.Field(timetable => timetable.Clashes);
    }
}
