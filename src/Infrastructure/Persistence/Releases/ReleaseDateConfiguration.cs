using Exams.Domain.Releases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Exams.Infrastructure.Persistence.Releases;

internal sealed class ReleaseDateConfiguration : IEntityTypeConfiguration<ReleaseDate>
{
    public void Configure(EntityTypeBuilder<ReleaseDate> builder)
    {
        builder.ToTable("ReleaseDates");
        builder.HasIndex(date => new { date.Series, date.Qualification, date.Audience }).IsUnique();
    }
}
