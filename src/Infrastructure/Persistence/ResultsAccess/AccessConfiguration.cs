using Exams.Domain.Candidates;
using Exams.Domain.ResultsAccess;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Exams.Infrastructure.Persistence.ResultsAccess;

internal sealed class AccessConfiguration
    : IEntityTypeConfiguration<CandidateResultsAccess>, IEntityTypeConfiguration<Grant>,
      IEntityTypeConfiguration<Credential>, IEntityTypeConfiguration<AccessDocuments>
{
    public void Configure(EntityTypeBuilder<CandidateResultsAccess> builder)
    {
        builder.ToTable("CandidateResultsAccess");
        builder.HasIndex(access => new { access.Centre, access.Series }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Grant> builder)
    {
        builder.ToTable("Grants");
        builder.HasOne<Candidate>().WithMany().HasForeignKey(grant => grant.CandidateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(grant => grant.CandidateId).IsUnique();
        builder.HasIndex(grant => new { grant.Centre, grant.Series });
    }

    public void Configure(EntityTypeBuilder<Credential> builder)
    {
        builder.ToTable("Credentials");
        builder.HasOne<Grant>().WithMany().HasForeignKey(credential => credential.GrantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(credential => credential.GrantId).IsUnique();
        builder.HasIndex(credential => credential.Username).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AccessDocuments> builder)
    {
        builder.ToTable("Documents");
        builder.HasIndex(documents => new { documents.Centre, documents.Series });
        builder.HasIndex(documents => documents.PdfName).IsUnique();
        builder.HasIndex(documents => documents.ZipName).IsUnique();
    }
}
