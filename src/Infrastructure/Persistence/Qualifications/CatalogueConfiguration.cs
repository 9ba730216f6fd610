using Exams.Domain.Qualifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Exams.Infrastructure.Persistence.Qualifications;

internal sealed class CatalogueConfiguration
    : IEntityTypeConfiguration<Qualification>, IEntityTypeConfiguration<Syllabus>, IEntityTypeConfiguration<EntryOption>
{
    public void Configure(EntityTypeBuilder<Qualification> builder)
    {
        builder.ToTable("Qualifications");
        builder.HasIndex(qualification => qualification.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Syllabus> builder)
    {
        builder.ToTable("Syllabuses");
        builder.HasIndex(syllabus => syllabus.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<EntryOption> builder)
    {
        builder.ToTable("Options");
        builder.HasIndex(option => new { option.Series, option.Zone, option.Syllabus, option.Option }).IsUnique();
    }
}
