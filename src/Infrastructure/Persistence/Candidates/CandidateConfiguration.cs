using Exams.Domain.Candidates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Exams.Infrastructure.Persistence.Candidates;

internal sealed class CandidateConfiguration : IEntityTypeConfiguration<Candidate>, IEntityTypeConfiguration<NumberBlock>
{
    public void Configure(EntityTypeBuilder<Candidate> builder)
    {
        builder.ToTable("Candidates");
        builder.Ignore(candidate => candidate.Details);
        builder.Ignore(candidate => candidate.BoardName);

        // Series first: lists are of a series, of one centre or of all, and are read in this order.
        builder.HasIndex(candidate => new { candidate.Series, candidate.Centre, candidate.Number }).IsUnique();
        builder.HasIndex(candidate => new { candidate.Centre, candidate.Series, candidate.ExternalReference }).IsUnique()
            .HasFilter("external_reference IS NOT NULL");
        builder.HasIndex(candidate => new { candidate.Series, candidate.Uci }).HasFilter("uci IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<NumberBlock> builder)
    {
        builder.ToTable("NumberBlocks");
        builder.HasIndex(block => new { block.Centre, block.Series });
    }
}
