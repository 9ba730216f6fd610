using System.Text;
using Exams.Domain.Bulk;
using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.Files;
using Exams.Domain.Vocabulary;
using Exams.World;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Files;

/// <summary>Sends files and imports them, as the officer of US123 does.</summary>
internal static class Importing
{
    public static Caller Officer { get; } = OfficerOf(Us123);

    public static async Task<string> SendAsync(this BoardWorld world, string text, Caller? caller = null) =>
        await world.SendAsync(Encoding.UTF8.GetBytes(text), caller);

    public static async Task<string> SendAsync(this BoardWorld world, byte[] bytes, Caller? caller = null)
    {
        using var content = new MemoryStream(bytes);
        return Done(await world.Get<UploadFile>().RunAsync(content, caller ?? Officer, default)).Name;
    }

    public static async Task<Imported<EntryRow>> ImportEntriesAsync(
        this BoardWorld world, string text, ErrorPolicy policy = ErrorPolicy.RejectAll, bool dryRun = false, SheetDefaults? defaults = null) =>
        Done(await world.Get<ImportEntries>().RunAsync(
            new ImportRequest(await world.SendAsync(text), defaults ?? new SheetDefaults(), policy, dryRun), Officer, default));

    public static async Task<Imported<CandidateRow>> ImportCandidatesAsync(
        this BoardWorld world, string text, ErrorPolicy policy = ErrorPolicy.RejectAll, bool dryRun = false, SheetDefaults? defaults = null) =>
        Done(await world.Get<ImportCandidates>().RunAsync(
            new ImportRequest(await world.SendAsync(text), defaults ?? new SheetDefaults(), policy, dryRun), Officer, default));

    /// <summary>Where each fault lies and what it is: <c>2 [Syllabus 5] SYLLABUS_NOT_FOUND</c>.</summary>
    public static IEnumerable<string> Places<T>(this Imported<T> imported)
        where T : IBulkRow => imported.Faults.Select(fault =>
            $"{fault.Line}{(fault.Column is { } column ? $" [{column.Name} {column.Position}]" : "")} {fault.Refusal.Code}");
}
