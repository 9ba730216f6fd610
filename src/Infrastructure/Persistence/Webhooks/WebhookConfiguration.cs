using Exams.Domain.Clients;
using Exams.Domain.News;
using Exams.Domain.Sessions;
using Exams.Domain.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Exams.Infrastructure.Persistence.Webhooks;

internal sealed class WebhookConfiguration
    : IEntityTypeConfiguration<Webhook>, IEntityTypeConfiguration<WebhookDelivery>, IEntityTypeConfiguration<DeliveryAttempt>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.ToTable("Webhooks");
        builder.Property(webhook => webhook.Types).HasConversion(
            types => string.Join(';', types),
            text => text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<NewsType>).ToList(),
            new ValueComparer<IReadOnlyList<NewsType>>((one, other) => one!.SequenceEqual(other!), types => types.Count, types => types));
        builder.HasOne<ApiClient>().WithMany().HasForeignKey(webhook => webhook.ClientRow).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(webhook => webhook.UserRow).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(webhook => webhook.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("WebhookDeliveries");
        builder.Ignore(delivery => delivery.IsTest);
        builder.HasOne<Webhook>().WithMany().HasForeignKey(delivery => delivery.WebhookRow).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(delivery => new { delivery.WebhookRow, delivery.Id });

        // What waits is a small part of the log, and is looked for all the time.
        builder.HasIndex(delivery => new { delivery.NextAttemptAt, delivery.WebhookRow }).HasFilter("next_attempt_at IS NOT NULL");
        builder.HasIndex(delivery => delivery.EndedAt);
    }

    public void Configure(EntityTypeBuilder<DeliveryAttempt> builder)
    {
        builder.ToTable("DeliveryAttempts");
        builder.HasOne<WebhookDelivery>().WithMany().HasForeignKey(attempt => attempt.DeliveryRow).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(attempt => attempt.DeliveryRow);
    }
}
