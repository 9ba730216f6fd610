using Exams.Domain.KeyDates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Exams.Infrastructure.Persistence.KeyDates;

internal sealed class KeyDatesConfiguration : IEntityTypeConfiguration<Deadline>, IEntityTypeConfiguration<TimetableSlot>
{
    public void Configure(EntityTypeBuilder<Deadline> builder)
    {
        builder.ToTable("Deadlines");
        builder.HasIndex(deadline => deadline.Series);
    }

    public void Configure(EntityTypeBuilder<TimetableSlot> builder)
    {
        builder.ToTable("Timetable");
        builder.HasIndex(slot => new { slot.Series, slot.Zone, slot.Syllabus, slot.Component }).IsUnique();
    }
}
