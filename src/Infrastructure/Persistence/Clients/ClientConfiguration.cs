using Exams.Domain.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Exams.Infrastructure.Persistence.Clients;

internal sealed class ClientConfiguration : IEntityTypeConfiguration<ApiClient>, IEntityTypeConfiguration<ClientSecret>, IEntityTypeConfiguration<ClientPlace>
{
    public void Configure(EntityTypeBuilder<ApiClient> builder)
    {
        builder.ToTable("ApiClients");
        builder.HasIndex(client => client.ClientId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ClientSecret> builder)
    {
        builder.ToTable("ClientSecrets");
        builder.HasOne<ApiClient>().WithMany().HasForeignKey(secret => secret.ClientRow).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(secret => secret.Hash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ClientPlace> builder)
    {
        builder.ToTable("ClientPlaces");
        builder.HasOne<ApiClient>().WithMany().HasForeignKey(place => place.ClientRow).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(place => new { place.ClientRow, place.Centre }).IsUnique();
        builder.HasIndex(place => place.Centre);
    }
}
