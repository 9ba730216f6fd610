using Exams.Domain.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Exams.Infrastructure.Persistence.Files;

internal sealed class FilesConfiguration : IEntityTypeConfiguration<UploadedFile>, IEntityTypeConfiguration<Export>
{
    public void Configure(EntityTypeBuilder<UploadedFile> builder)
    {
        builder.ToTable("UploadedFiles");
        builder.HasIndex(file => file.Name).IsUnique();
        builder.HasIndex(file => file.Owner);
    }

    public void Configure(EntityTypeBuilder<Export> builder)
    {
        builder.ToTable("Exports");
        builder.HasIndex(export => export.Name).IsUnique();
        builder.HasIndex(export => export.Owner);
    }
}
