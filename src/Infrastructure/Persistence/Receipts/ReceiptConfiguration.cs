using Exams.Domain.Receipts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Exams.Infrastructure.Persistence.Receipts;

internal sealed class ReceiptConfiguration : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ToTable("Receipts");
        builder.Ignore(receipt => receipt.SealedFor);
        builder.HasIndex(receipt => new { receipt.Owner, receipt.Key }).IsUnique();
        builder.HasIndex(receipt => receipt.At);

        // What is kept of one owner is counted from the index alone.
        builder.HasIndex(receipt => new { receipt.Owner, receipt.At, receipt.Bytes });
    }
}
