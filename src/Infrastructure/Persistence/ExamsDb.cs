using Exams.Domain.Audit;
using Exams.Domain.Candidates;
using Exams.Domain.Centres;
using Exams.Domain.Clients;
using Exams.Domain.Entries;
using Exams.Domain.Estimates;
using Exams.Domain.Fees;
using Exams.Domain.Files;
using Exams.Domain.KeyDates;
using Exams.Domain.News;
using Exams.Domain.Qualifications;
using Exams.Domain.Receipts;
using Exams.Domain.Releases;
using Exams.Domain.Results;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Transfers;
using Exams.Domain.Vocabulary;
using Exams.Domain.Webhooks;
using Exams.Infrastructure.Persistence.Columns;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence;

/// <summary>The board's data as one caller may read them at one instant. Opened by <see cref="ExamsDbSource"/>, used for one request or
/// one event, and never pooled: it carries its caller.</summary>
/// <remarks>Every set is filtered for the caller's gate (<see cref="Gates"/>): what is not the caller's, or not yet released, is not
/// there, whichever way it is asked for. Rules 2 and 20, traps T2 and T28.</remarks>
public abstract class ExamsDb : DbContext
{
    private static readonly Permission _candidatesRead = Named(Permission.CandidatesRead);
    private static readonly Permission _entriesRead = Named(Permission.EntriesRead);
    private static readonly Permission _resultsRead = Named(Permission.ResultsRead);
    private static readonly Permission _accessRead = Named(Permission.AccessRead);
    private static readonly Permission _clientsWrite = Named(Permission.ClientsWrite);
    private static readonly Permission _webhooksWrite = Named(Permission.WebhooksWrite);

    private readonly Caller.Candidate? _candidate;

    private protected ExamsDb(DbContextOptions options, Caller caller, DateTimeOffset instant)
        : base(options)
    {
        Caller = caller;
        Instant = instant;
        Gate = GateKeeper.For(caller);
        OwnCentres = caller is Caller.Officer or Caller.Client ? [.. caller.OwnCentres!] : [];
        MayReadCandidates = caller.Permissions.Contains(_candidatesRead);
        MayReadEntries = caller.Permissions.Contains(_entriesRead);
        MayReadResults = caller.Permissions.Contains(_resultsRead);
        MayReadAccess = caller.Permissions.Contains(_accessRead);
        ManagesClients = caller.Permissions.Contains(_clientsWrite);
        ManagesWebhooks = caller.Permissions.Contains(_webhooksWrite);
        _candidate = caller as Caller.Candidate;
        ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
    }

    /// <summary>Who reads.</summary>
    public Caller Caller { get; }

    /// <summary>The instant that releases are compared with.</summary>
    public DateTimeOffset Instant { get; }

    /// <summary>The board's centres.</summary>
    public DbSet<Centre> Centres => Set<Centre>();

    /// <summary>Registrations.</summary>
    public DbSet<Candidate> Candidates => Set<Candidate>();

    /// <summary>Entries, withdrawn ones too.</summary>
    public DbSet<Entry> Entries => Set<Entry>();

    /// <summary>Qualifications.</summary>
    public DbSet<Qualification> Qualifications => Set<Qualification>();

    /// <summary>Syllabuses.</summary>
    public DbSet<Syllabus> Syllabuses => Set<Syllabus>();

    /// <summary>Entry options.</summary>
    public DbSet<EntryOption> Options => Set<EntryOption>();

    /// <summary>API clients.</summary>
    public DbSet<ApiClient> ApiClients => Set<ApiClient>();

    /// <summary>The centres at which API clients may work.</summary>
    public DbSet<ClientPlace> ClientPlaces => Set<ClientPlace>();

    /// <summary>Webhooks.</summary>
    public DbSet<Webhook> Webhooks => Set<Webhook>();

    /// <summary>Deliveries of webhooks.</summary>
    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    /// <summary>Attempts to deliver.</summary>
    public DbSet<DeliveryAttempt> DeliveryAttempts => Set<DeliveryAttempt>();

    /// <summary>Deadlines.</summary>
    public DbSet<Deadline> Deadlines => Set<Deadline>();

    /// <summary>The timetables of all zones.</summary>
    public DbSet<TimetableSlot> Timetable => Set<TimetableSlot>();

    /// <summary>The fee list.</summary>
    public DbSet<Fee> Fees => Set<Fee>();

    /// <summary>The centres' accounts, line by line.</summary>
    public DbSet<FeeLine> FeeLines => Set<FeeLine>();

    /// <summary>Estimated entries.</summary>
    public DbSet<EstimatedEntry> EstimatedEntries => Set<EstimatedEntry>();

    /// <summary>Transfers between centres.</summary>
    public DbSet<Transfer> Transfers => Set<Transfer>();

    /// <summary>Whom transfers are about.</summary>
    public DbSet<TransferForm> TransferForms => Set<TransferForm>();

    /// <summary>The entries that transfers are about.</summary>
    public DbSet<TransferredEntry> TransferredEntries => Set<TransferredEntry>();

    /// <summary>Candidate numbers that were set aside.</summary>
    public DbSet<NumberBlock> NumberBlocks => Set<NumberBlock>();

    /// <summary>Release dates.</summary>
    public DbSet<ReleaseDate> ReleaseDates => Set<ReleaseDate>();

    /// <summary>Results, all versions.</summary>
    public DbSet<Result> Results => Set<Result>();

    /// <summary>Candidate results access, one row per centre and series that ever confirmed.</summary>
    public DbSet<CandidateResultsAccess> Accesses => Set<CandidateResultsAccess>();

    /// <summary>Grants.</summary>
    public DbSet<Grant> Grants => Set<Grant>();

    /// <summary>Credentials; nobody reads them but the service and the board's own tools.</summary>
    public DbSet<Credential> Credentials => Set<Credential>();

    /// <summary>Printings.</summary>
    public DbSet<AccessDocuments> Documents => Set<AccessDocuments>();

    /// <summary>Exports.</summary>
    public DbSet<Export> Exports => Set<Export>();

    /// <summary>News, oldest first by <see cref="NewsItem.Sequence"/>.</summary>
    public DbSet<NewsItem> News => Set<NewsItem>();

    /// <summary>The audit trail.</summary>
    public DbSet<AuditRecord> Audit => Set<AuditRecord>();

    /// <summary>What was done under a caller's key.</summary>
    public DbSet<Receipt> Receipts => Set<Receipt>();

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It was opened to read: what is changed goes through a verb and its store.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseUnlessWriting();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It was opened to read: what is changed goes through a verb and its store.</exception>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseUnlessWriting();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Whether this is a writer's: it tracks what it reads and may save it.</summary>
    internal bool IsWriting { get; private set; }

    /// <summary>The gate that the filters were made for.</summary>
    internal Gate Gate { get; }

    // What the filters ask of the caller. Members of the context, so that each statement takes them as parameters.
    internal List<CentreNumber> OwnCentres { get; }

    internal string OwnName => Caller.AuditName;

    internal bool MayReadCandidates { get; }

    internal bool MayReadEntries { get; }

    internal bool MayReadResults { get; }

    internal bool MayReadAccess { get; }

    internal List<NewsType> HeardTypes => field ??= [.. NewsMeaning.HeardBy(Caller.Permissions)];

    internal bool ManagesClients { get; }

    internal bool ManagesWebhooks { get; }

    internal long? ClientRow => (Caller as Caller.Client)?.ClientRow;

    internal long? UserRow => (Caller as Caller.Officer)?.UserId;

    internal long CandidateId => _candidate?.CandidateId ?? 0;

    internal long GrantId => _candidate?.GrantId ?? 0;

    internal CentreNumber OwnCentre => _candidate?.Centre ?? default;

    internal Series OwnSeries => _candidate?.Series ?? default;

    /// <summary>The collation that compares text byte by byte; null where the database does so anyway.</summary>
    private protected abstract string? Ordinal { get; }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Register(configurationBuilder, Ordinal);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ExamsDb).Assembly);
        Names.Apply(modelBuilder);
        Gates.Apply(modelBuilder, this);
    }

    /// <summary>Makes it a writer's; the writer alone does that.</summary>
    internal void BeginWriting()
    {
        IsWriting = true;
        ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
    }

    private static Permission Named(string permission) => Permission.TryParse(permission, out var named) ? named : throw new ArgumentException(permission);

    private void RefuseUnlessWriting()
    {
        if (!IsWriting)
            throw new InvalidOperationException("These data were opened to be read.");
    }
}
