using System.Text;
using Exams.Domain.Files;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;
using Exams.Infrastructure.Documents;
using Exams.Infrastructure.Persistence.Writing;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Files;

/// <summary>Orders exports and reads what was written.</summary>
internal static class Exporting
{
    /// <summary>Somebody of the board's users, who is added when there is nobody of the name: whoever orders must be there when it is written.</summary>
    public static async Task<Caller> UserAsync(this BoardWorld world, string username, UserRole role, params CentreNumber[] centres)
    {
        User? user = null;
        await world.Get<Writer>().WriteAsync("seed", async writing =>
        {
            user = await writing.Db.Set<User>().FirstOrDefaultAsync(one => one.Username == username);
            if (user is null)
                writing.Db.Add(user = new User(username, Named.Name("Some Body"), null, role, centres, "x"));
        }, default);
        return user!.AsCaller(session: 0);
    }

    /// <summary>The officer of US123.</summary>
    public static Task<Caller> OfficerAsync(this BoardWorld world) => world.UserAsync("officer", UserRole.Officer, Us123);

    public static async Task<Export> OrderAsync(
        this BoardWorld world, ExportKind kind, ExportFormat format = ExportFormat.Csv, Caller? caller = null, bool isExact = false, params CentreNumber[] centres) =>
        Done(await world.Get<OrderExport>().RunAsync(new ExportWish(kind, format, centres, June, isExact), caller ?? await world.OfficerAsync(), default));

    /// <summary>Orders, has the jobs done, and gives back the text behind its mark.</summary>
    public static async Task<string> ExportAsync(
        this BoardWorld world, ExportKind kind, ExportFormat format = ExportFormat.Csv, Caller? caller = null, bool isExact = false, params CentreNumber[] centres)
    {
        var export = await world.OrderAsync(kind, format, caller, isExact, centres);
        await world.RunJobsAsync();
        return await world.TextAsync(export);
    }

    public static async Task<string> TextAsync(this BoardWorld world, Export export)
    {
        using var content = world.Get<DocumentFiles>().Open(DocumentFiles.IdOf(export.Name)) ?? throw new InvalidOperationException("There is no file.");
        using var reader = new StreamReader(content, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    public static async Task<Export> NowAsync(this BoardWorld world, Export export)
    {
        await using var db = world.Open(People.Board);
        return await db.Exports.SingleAsync(one => one.Id == export.Id);
    }
}
