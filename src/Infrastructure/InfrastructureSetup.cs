using Exams.Domain.Candidates;
using Exams.Domain.Clients;
using Exams.Domain.Centres;
using Exams.Domain.Entries;
using Exams.Domain.Estimates;
using Exams.Domain.Fees;
using Exams.Domain.Files;
using Exams.Domain.KeyDates;
using Exams.Domain.Receipts;
using Exams.Domain.Releases;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Transfers;
using Exams.Domain.Webhooks;
using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Events;
using Exams.Infrastructure.Events.Webhooks;
using Exams.Infrastructure.Files;
using Exams.Infrastructure.Jobs;
using Exams.Infrastructure.Loading;
using Exams.Infrastructure.Persistence;
using Exams.Infrastructure.Persistence.Audit;
using Exams.Infrastructure.Persistence.Candidates;
using Exams.Infrastructure.Persistence.Clients;
using Exams.Infrastructure.Persistence.Centres;
using Exams.Infrastructure.Persistence.Entries;
using Exams.Infrastructure.Persistence.Estimates;
using Exams.Infrastructure.Persistence.Fees;
using Exams.Infrastructure.Persistence.Files;
using Exams.Infrastructure.Persistence.KeyDates;
using Exams.Infrastructure.Persistence.Receipts;
using Exams.Infrastructure.Persistence.Releases;
using Exams.Infrastructure.Persistence.ResultsAccess;
using Exams.Infrastructure.Persistence.Sessions;
using Exams.Infrastructure.Persistence.Transfers;
using Exams.Infrastructure.Persistence.Webhooks;
using Exams.Infrastructure.Persistence.Writing;
using Exams.Infrastructure.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Exams.Infrastructure;

/// <summary>Puts the parts together.</summary>
public static class InfrastructureSetup
{
    /// <summary>Registers everything that Domain asks of the world, the reads, the feed, and the hosted runners.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="options">Where things are.</param>
    /// <returns>The same services.</returns>
    /// <remarks>A clock, dice or printer that is registered already stays. Call <see cref="PrepareExamsAsync"/> before the host starts.</remarks>
    public static IServiceCollection AddExamsInfrastructure(this IServiceCollection services, InfrastructureOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddLogging();
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IDice, SystemDice>();
        return services.AddSecurity(options).AddPersistence(options).AddWork(options);
    }

    /// <summary>Migrates the database. Nothing reads or writes before.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>When it is done.</returns>
    public static Task PrepareExamsAsync(this IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<Migrator>().MigrateAsync(ct);

    private static IServiceCollection AddSecurity(this IServiceCollection services, InfrastructureOptions options)
    {
        services.AddSingleton(provider => KeyRing.Open(options.KeysFolder, options.DataFolder, provider.GetRequiredService<IDice>()));
        services.AddSingleton<IDocumentKeys>(provider => provider.GetRequiredService<KeyRing>());
        services.AddSingleton(options.StaffPasswords);
        services.AddSingleton<ISecretMint, SecretMint>();
        services.AddSingleton<MintedPasswords>().AddSingleton<StaffPasswords>().AddSingleton<Seal>().AddSingleton<FailureNames>()
            .AddSingleton(provider => new NumberMask(provider.GetRequiredService<KeyRing>()));
        services.AddSingleton<ICredentialMint, CredentialMint>();
        services.AddSingleton<IPasswordChecks, PasswordChecks>();
        return services.AddSingleton<ISessionTokens, SessionTokens>();
    }

    private static IServiceCollection AddPersistence(this IServiceCollection services, InfrastructureOptions options)
    {
        services.AddSingleton(Database.From(options.DatabaseSetting, options.DataFolder));
        services.AddSingleton(provider => new ExamsDbSource(provider.GetRequiredService<Database>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PreparedReads>().AddSingleton<SignInReads>().AddSingleton<SessionLedger>();
        services.AddSingleton(provider => new SessionCallers(
            provider.GetRequiredService<ExamsDbSource>(), provider.GetRequiredService<SignInReads>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Migrator>().AddSingleton<Writer>();
        services.AddSingleton<ICentreStore, CentreStore>().AddSingleton<ICandidateStore, CandidateStore>().AddSingleton<IEntryStore, EntryStore>()
            .AddSingleton<IStatementStore, StatementStore>();
        services.AddSingleton<ITransferStore, TransferStore>().AddSingleton<IEstimateStore, EstimateStore>();
        services.AddSingleton<ISheets, Sheets>().AddSingleton<IExportStore, ExportStore>().AddSingleton<ExportCallers>().AddSingleton<PublicIds>();
        services.TryAddSingleton(new ExportLimits());
        services.TryAddSingleton(new ReceiptLimits());
        services.AddSingleton<IApiClientStore, ApiClientStore>().AddSingleton<IReceiptStore, ReceiptStore>();
        services.AddSingleton(provider => new RegistrationRows(provider.GetRequiredService<ExamsDbSource>()));
        services.AddSingleton<IWebhookStore, WebhookStore>().AddSingleton<IDeadlineStore, DeadlineStore>().AddSingleton<IFeeStore, FeeStore>();
        services.AddSingleton<IReleaseStore, ReleaseStore>().AddSingleton<IResultsAccessStore, ResultsAccessStore>();
        services.AddSingleton(provider => new AuditTrail(provider.GetRequiredService<SessionLedger>()));
        services.AddSingleton(provider => new UserDesk(
            provider.GetRequiredService<Writer>(), provider.GetRequiredService<StaffPasswords>(),
            provider.GetRequiredService<ISecretMint>(), provider.GetRequiredService<Seal>()));
        services.AddSingleton(provider => new BoardLoader(
            provider.GetRequiredService<Writer>(), provider.GetRequiredService<ISecretMint>(),
            provider.GetRequiredService<StaffPasswords>(), provider.GetRequiredService<TimeProvider>()));
        return services.AddSingleton<ISignInStore, SignInStore>().AddSingleton<IDocumentStore, DocumentStore>();
    }

    private static IServiceCollection AddWork(this IServiceCollection services, InfrastructureOptions options)
    {
        services.AddSingleton<NewsSignal>().AddSingleton<JobSignal>();
        services.AddSingleton(provider => new EventFeed(provider.GetRequiredService<ExamsDbSource>(), provider.GetRequiredService<NewsSignal>()));
        services.AddSingleton(provider => new NewsCursors(provider.GetRequiredService<KeyRing>()));
        services.AddSingleton(new DocumentsOptions { DataFolder = options.DataFolder, FontsFolder = options.FontsFolder });
        services.AddSingleton<DocumentFiles>();
        services.AddPrinting();
        services.AddSingleton<Printing>().AddSingleton<IJobWork, PrintSheets>().AddSingleton<IJobWork, PrintStatementsOfEntry>().AddSingleton<IJobWork, AnnounceReleases>()
            .AddSingleton<IJobWork, WriteExports>();
        services.AddSingleton<JobRunner>().AddSingleton<Sweeper>();
        services.AddHostedService<FeedPump>().AddHostedService<JobHost>();
        return services.AddHostedService(provider => provider.GetRequiredService<Sweeper>()).AddWebhooks(options.Webhooks);
    }

    // Whoever hosts it says how documents are answered (IWebhookDocuments).
    private static IServiceCollection AddWebhooks(this IServiceCollection services, WebhookOptions options)
    {
        services.AddSingleton(options).AddSingleton(new WebhookRules(options.IsLoopbackOpen, new WebhookNetworks(options).Allows));
        services.AddSingleton<WebhookSignal>().AddSingleton<WebhookCall>().AddSingleton<WebhookAttempts>();
        services.AddSingleton<WebhookSecrets>().AddSingleton<IWebhookSecrets>(provider => provider.GetRequiredService<WebhookSecrets>());
        services.AddSingleton<WebhookPump>().AddSingleton<WebhookSender>();
        services.AddHostedService(provider => provider.GetRequiredService<WebhookPump>());
        return services.AddHostedService(provider => provider.GetRequiredService<WebhookSender>());
    }
}
