using Exams.Domain.News;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Exams.Infrastructure.Persistence.News;

internal sealed class NewsConfiguration : IEntityTypeConfiguration<NewsItem>
{
    public void Configure(EntityTypeBuilder<NewsItem> builder)
    {
        builder.ToTable("News");
        builder.HasKey(news => news.Sequence);
        builder.Ignore(news => news.Id);
        builder.Ignore(news => news.Registration);
        builder.HasIndex(news => news.Once).IsUnique();

        // Whether something happened again to the same candidate is asked for each line of changes.
        builder.HasIndex(news => new { news.Centre, news.Series, news.Candidate, news.Sequence }).HasFilter("candidate IS NOT NULL");
    }
}
