using Microsoft.EntityFrameworkCore;

namespace Exams.Infrastructure.Persistence.Writing;

/// <summary>What a transaction that is written aside holds on PostgreSQL, where others go on beside it. SQLite's file has one at a time anyway.</summary>
internal static class Holds
{
    private const string Failures = "SELECT pg_advisory_xact_lock(7305862)";
    private const string Grants = "SELECT 1 FROM grants g JOIN credentials c ON c.grant_id = g.id WHERE g.id = ANY({0}) FOR SHARE OF g, c NOWAIT";

    /// <summary>Grants and their passwords stay as they are until the transaction ends.</summary>
    /// <param name="writing">The transaction.</param>
    /// <param name="grants">Their rows.</param>
    /// <exception cref="System.Data.Common.DbException">One of them is being changed at this moment.</exception>
    public static Task HoldGrantsAsync(this Writing writing, IEnumerable<long> grants) =>
        writing.IsSqlite ? Task.CompletedTask : writing.Db.Database.ExecuteSqlRawAsync(Grants, [grants.ToArray()]);

    /// <summary>Failed sign-ins are counted one transaction after the other.</summary>
    /// <param name="writing">The transaction.</param>
    public static Task HoldFailuresAsync(this Writing writing) =>
        writing.IsSqlite ? Task.CompletedTask : writing.Db.Database.ExecuteSqlRawAsync(Failures);
}
