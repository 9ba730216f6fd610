using Exams.Domain.Candidates;
using Exams.Domain.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Exams.Infrastructure.Persistence.Results;

internal sealed class ResultConfiguration : IEntityTypeConfiguration<Result>
{
    public void Configure(EntityTypeBuilder<Result> builder)
    {
        builder.ToTable("Results");
        builder.HasOne<Candidate>().WithMany().HasForeignKey(result => result.CandidateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(result => new { result.CandidateId, result.Syllabus, result.Version }).IsUnique();
        builder.HasIndex(result => new { result.Centre, result.Series, result.Syllabus });
    }
}
