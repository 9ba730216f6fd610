using Exams.Domain.Clients;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Exams.Infrastructure.Persistence.Sessions;

internal sealed class SessionConfiguration
    : IEntityTypeConfiguration<User>, IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<SignInFailures>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("Users");
        builder.HasIndex(user => user.Username).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions");
        builder.HasOne<User>().WithMany().HasForeignKey(session => session.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Grant>().WithMany().HasForeignKey(session => session.GrantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ApiClient>().WithMany().HasForeignKey(session => session.ClientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(session => session.TokenHash).IsUnique();
        builder.HasIndex(session => session.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<SignInFailures> builder)
    {
        builder.ToTable("SignInFailures");
        builder.HasIndex(failures => new { failures.Who, failures.Source }).IsUnique();
    }
}
