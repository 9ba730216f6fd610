using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Exams.Infrastructure.Persistence.Entries;

internal sealed class EntryConfiguration : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> builder)
    {
        builder.ToTable("Entries");
        builder.HasOne<Candidate>().WithMany().HasForeignKey(entry => entry.CandidateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(entry => new { entry.CandidateId, entry.Syllabus }).IsUnique().HasFilter("status = 'Active'");
        builder.HasIndex(entry => new { entry.CandidateId, entry.Status });

        // In the order in which lists are read.
        builder.HasIndex(entry => new { entry.Series, entry.Centre, entry.CandidateId, entry.Syllabus });
        builder.HasIndex(entry => new { entry.Centre, entry.Series, entry.ExternalReference }).IsUnique()
            .HasFilter("external_reference IS NOT NULL AND status = 'Active'");
    }
}
