using Exams.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence;

/// <summary>Brings the database to the shape that this build expects, before anything else starts.</summary>
internal sealed class Migrator(ExamsDbSource source, Database database, InfrastructureOptions options)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _lookAgain = TimeSpan.FromMilliseconds(100);

    /// <summary>Applies what is pending. Several processes may start at once; one does it, the others wait.</summary>
    /// <exception cref="IOException">Another process has been at it for two minutes.</exception>
    public async Task MigrateAsync(CancellationToken ct)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(options.DataFolder);
        else
            Directory.CreateDirectory(options.DataFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await using var db = source.Open(new Caller.System("migrations"));
        if (!database.IsSqlite)
        {
            await db.Database.MigrateAsync(ct);
            return;
        }

        await using var turn = await TakeTurnAsync(ct);
        // Kept in the file: readers and the writer do not wait for each other, and a commit is one append.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", ct);
        if (!(await db.Database.GetPendingMigrationsAsync(ct)).Any())
            return;
        // Whoever left this mark was killed: the turn is ours, so nobody is migrating now.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        await db.Database.MigrateAsync(ct);
    }

    // The system lets go of this lock when a process dies, which a row in a table does not.
    private async Task<FileStream> TakeTurnAsync(CancellationToken ct)
    {
        var path = Path.Combine(options.DataFolder, "exams.db-migrating");
        for (var waited = TimeSpan.Zero; ; waited += _lookAgain)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (waited < _patience)
            {
                await Task.Delay(_lookAgain, ct);
            }
        }
    }
}
