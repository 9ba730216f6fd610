using System.Runtime.CompilerServices;
using Exams.Api.Security;
using Exams.Domain.ResultsAccess;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Persistence;
using Exams.World;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Exams.Api.Tests;

/// <summary>Faults to put into a real service, one at a time: a proof that cannot notice them proves nothing.</summary>
internal static class Faults
{
    /// <summary>Everybody reads as if every release had come.</summary>
    public static void ReleaseGateOff(IServiceCollection services) => services.AddScoped(provider => new GatedReads(
        provider.GetRequiredService<ExamsDbSource>(),
        provider.GetRequiredService<CurrentCaller>(),
        new FrozenClock(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero))));

    /// <summary>Everybody reads what the board reads.</summary>
    public static void EveryGateOff(IServiceCollection services) => services.AddScoped(provider => new GatedReads(
        provider.GetRequiredService<ExamsDbSource>(),
        new CurrentCaller { Caller = new Caller.System("a fault") },
        provider.GetRequiredService<TimeProvider>()));

    /// <summary>Confirming again mints one candidate anew.</summary>
    public static void PasswordChanges(IServiceCollection services) => Wrap<IResultsAccessStore>(
        services, (store, provider) => new Reissuing(store, provider.GetRequiredService<ICredentialMint>()));

    /// <summary>The last sheet of every printing is forgotten.</summary>
    public static void PageMissing(IServiceCollection services) => Wrap<ISheetPrinter>(services, (printer, _) => new Skipping(printer));

    /// <summary>Nobody is ever told that documents are ready, although they are.</summary>
    public static async Task DropReadyAsync(RunningService service)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(service.DataFolder, "exams.db")}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            CREATE TRIGGER a_fault AFTER INSERT ON news WHEN NEW.type = 'DocumentsReady'
            BEGIN DELETE FROM news WHERE sequence = NEW.sequence; END
            """;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Puts something round a part that is registered already.</summary>
    public static void Wrap<T>(IServiceCollection services, Func<T, IServiceProvider, T> wrap)
        where T : class
    {
        var inner = services.Last(one => one.ServiceType == typeof(T));
        services.AddSingleton(provider => wrap(
            (T)(inner.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!)), provider));
    }

    private sealed class Reissuing(IResultsAccessStore store, ICredentialMint mint) : IResultsAccessStore
    {
        public Task<AccessRoll?> FindRollAsync(CentreNumber centre, Series series, CancellationToken ct) => store.FindRollAsync(centre, series, ct);

        public async Task<Outcome<AccessChanged>> CommitAsync(AccessChange change, CancellationToken ct)
        {
            if (change is { Joining.Count: 0, Documents: not null, Reissuing: null })
            {
                var roll = await store.FindRollAsync(change.Access.Centre, change.Access.Series, ct);
                var victim = roll!.Lines.First(line => line.Username is not null);
                change = change with { Reissuing = new ReissuedCredential(victim.GrantId!.Value, mint.MintCredential(victim.Username)) };
            }

            return await store.CommitAsync(change, ct);
        }

        public Task<Outcome<ThrottleLifted>> CommitAsync(ThrottleLifting lifting, CancellationToken ct) => store.CommitAsync(lifting, ct);
    }

    private sealed class Skipping(ISheetPrinter printer) : ISheetPrinter
    {
        public Task<PrintedSheets> PrintAsync(
            PrintRun run, Stream pdf, Stream zip, IProgress<int>? progress = null, CancellationToken cancellationToken = default) =>
            printer.PrintAsync(run with { Sheets = ButLast(run.Sheets, cancellationToken) }, pdf, zip, progress, cancellationToken);

        private static async IAsyncEnumerable<Sheet> ButLast(IAsyncEnumerable<Sheet> sheets, [EnumeratorCancellation] CancellationToken ct)
        {
            Sheet? held = null;
            await foreach (var sheet in sheets.WithCancellation(ct))
            {
                if (held is not null)
                {
                    yield return held;
                }

                held = sheet;
            }
        }
    }
}
