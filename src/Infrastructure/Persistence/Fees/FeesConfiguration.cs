using Exams.Domain.Entries;
using Exams.Domain.Fees;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Exams.Infrastructure.Persistence.Fees;

internal sealed class FeesConfiguration : IEntityTypeConfiguration<Fee>, IEntityTypeConfiguration<FeeLine>
{
    public void Configure(EntityTypeBuilder<Fee> builder)
    {
        builder.ToTable("Fees");
        builder.Ignore(fee => fee.Price);
        builder.HasIndex(fee => fee.Series);
    }

    public void Configure(EntityTypeBuilder<FeeLine> builder)
    {
        builder.ToTable("FeeLines");
        builder.Ignore(line => line.Price);
        builder.HasOne<Entry>().WithMany().HasForeignKey(line => line.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(line => new { line.Centre, line.Series });
    }
}
