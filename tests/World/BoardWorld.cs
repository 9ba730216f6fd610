using Exams.Domain.Candidates;
using Exams.Domain.Centres;
using Exams.Domain.Clients;
using Exams.Domain.Entries;
using Exams.Domain.Estimates;
using Exams.Domain.Fees;
using Exams.Domain.Files;
using Exams.Domain.KeyDates;
using Exams.Domain.Releases;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Transfers;
using Exams.Domain.Vocabulary;
using Exams.Domain.Webhooks;
using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Events.Webhooks;
using Exams.Infrastructure.Events;
using Exams.Infrastructure.Jobs;
using Exams.Infrastructure.Persistence;
using Exams.Infrastructure.Security;
using Exams.Infrastructure;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Exams.World;

/// <summary>A whole board on a real database in a folder of its own: frozen clock, seeded dice, plain printer. Nothing runs by itself;
/// <see cref="RunJobsAsync"/> does what is due.</summary>
public sealed partial class BoardWorld : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;
    private readonly bool _ownsFolder;

    private BoardWorld(ScratchFolder folder, bool ownsFolder, string? database, int seed, ISheetPrinter? printer = null)
    {
        Folder = folder;
        _ownsFolder = ownsFolder;
        Database = database;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IDice>(new SeededDice(seed));
        services.AddExamsInfrastructure(new InfrastructureOptions
        {
            DataFolder = folder.Data,
            KeysFolder = folder.Keys,
            DatabaseSetting = database,
            StaffPasswords = new StaffPasswordOptions(Iterations: 1_000),
            Webhooks = new WebhookOptions { IsLoopbackOpen = true, Timeout = TimeSpan.FromSeconds(1) },
        });
        services.AddSingleton<IWebhookDocuments, PlainWebhookDocuments>();
        services.Replace(ServiceDescriptor.Singleton(printer ?? Printer));
        services.Replace(ServiceDescriptor.Singleton(printer as IStatementPrinter ?? Printer));
        foreach (var verb in _verbs)
            services.AddSingleton(verb);
        _services = services.BuildServiceProvider();
    }

    public ScratchFolder Folder { get; }

    public string? Database { get; }

    public FrozenClock Clock { get; } = new(Start);

    public PlainPrinter Printer { get; } = new();

    public ExamsDbSource Source => Get<ExamsDbSource>();

    public EventFeed Feed => Get<EventFeed>();

    /// <summary>Opens a new world on SQLite, or on another database; with the plain printer, or with another.</summary>
    public static async Task<BoardWorld> OpenAsync(string? database = null, ISheetPrinter? printer = null)
    {
        var world = new BoardWorld(new ScratchFolder(), ownsFolder: true, database, seed: 1, printer);
        await world._services.PrepareExamsAsync(CancellationToken.None);
        return world;
    }

    /// <summary>Opens a world that is there already.</summary>
    public static async Task<BoardWorld> OpenAtAsync(string folder, DateTimeOffset now)
    {
        var world = new BoardWorld(new ScratchFolder(folder), ownsFolder: false, database: null, seed: 3) { Clock = { Now = now } };
        await world._services.PrepareExamsAsync(CancellationToken.None);
        return world;
    }

    /// <summary>A second process on the same data and keys: what this one held in memory, it does not know.</summary>
    public async Task<BoardWorld> OpenAnotherAsync()
    {
        var world = new BoardWorld(Folder, ownsFolder: false, Database, seed: 2) { Clock = { Now = Clock.Now } };
        await world._services.PrepareExamsAsync(CancellationToken.None);
        return world;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Opens the data for a caller at this world's instant.</summary>
    public ExamsDb Open(Caller caller) => Source.Open(caller);

    /// <summary>Does every job that is due, one after another.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> RunJobsAsync()
    {
        var ran = 0;
        while (await Get<JobRunner>().RunOneAsync(shortOnly: false, CancellationToken.None))
            ran++;
        return ran;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Database is not null)
            NpgsqlConnection.ClearPool(new NpgsqlConnection(Database));
        if (_ownsFolder)
            Folder.Dispose();
    }

    private static readonly Type[] _verbs =
    [
        typeof(CreateCentre), typeof(ChangeCentre), typeof(SetReleaseDate), typeof(SetDeadline), typeof(SetFee), typeof(CreateApiClient), typeof(RotateClientSecret), typeof(RevokeApiClient), typeof(SignInClient), typeof(RegisterCandidate), typeof(EnterCandidate),
        typeof(UpsertCandidates), typeof(SetAsideNumbers), typeof(SubmitEntries), typeof(WithdrawEntries), typeof(WithdrawEntry), typeof(PrintStatements),
        typeof(SetEstimatedEntries), typeof(AskForTransfer), typeof(AcceptTransfer), typeof(ConfirmTransfer), typeof(RefuseTransfer), typeof(CancelTransfer), typeof(SetResultsAccess), typeof(SelectCandidate), typeof(DeselectCandidate), typeof(ChangeQueryContact),
        typeof(ChangeDelay), typeof(ReprintDocuments), typeof(ReissuePassword), typeof(LiftThrottle), typeof(SignIn),
        typeof(SignInCandidate), typeof(SignOut), typeof(FetchDocument), typeof(CreateDownloadLink),
        typeof(CreateWebhook), typeof(ChangeWebhook), typeof(PauseWebhook), typeof(DeleteWebhook), typeof(RotateWebhookSecret), typeof(TestWebhook), typeof(ReplayDelivery), typeof(ReplayEvents),
        typeof(UploadFile), typeof(ImportCandidates), typeof(ImportEntries), typeof(OrderExport), typeof(FetchExport), typeof(CreateFileLink),
    ];
}
