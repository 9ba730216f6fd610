using Exams.Domain.Candidates;
using Exams.Domain.Transfers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Exams.Infrastructure.Persistence.Transfers;

internal sealed class TransferConfiguration
    : IEntityTypeConfiguration<Transfer>, IEntityTypeConfiguration<TransferForm>, IEntityTypeConfiguration<TransferredEntry>
{
    public void Configure(EntityTypeBuilder<Transfer> builder)
    {
        builder.ToTable("Transfers");
        builder.Ignore(transfer => transfer.IsOpen);
        builder.HasOne<Candidate>().WithMany().HasForeignKey(transfer => transfer.CandidateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Candidate>().WithMany().HasForeignKey(transfer => transfer.NewCandidateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(transfer => transfer.CandidateId).HasDatabaseName("IX_Transfers_Open").IsUnique().HasFilter("status IN ('Asked', 'Accepted')");
        builder.HasIndex(transfer => new { transfer.CandidateId, transfer.Id });
        builder.HasIndex(transfer => new { transfer.OriginalCentre, transfer.Series });
        builder.HasIndex(transfer => new { transfer.ReceivingCentre, transfer.Series });
    }

    public void Configure(EntityTypeBuilder<TransferForm> builder)
    {
        builder.ToTable("TransferForms");
        builder.HasOne<Transfer>().WithMany().HasForeignKey(form => form.TransferId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(form => form.TransferId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TransferredEntry> builder)
    {
        builder.ToTable("TransferredEntries");
        builder.HasOne<Transfer>().WithMany().HasForeignKey(entry => entry.TransferId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(entry => new { entry.TransferId, entry.Syllabus }).IsUnique();
    }
}
