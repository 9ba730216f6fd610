using Exams.Domain.Vocabulary;

namespace Exams.Domain.Files;

/// <summary>Somebody who may import sends a file for it.</summary>
public sealed class UploadFile(ISheets sheets, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="content">The file's bytes, as they come in.</param>
    /// <param name="caller">Who sends it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The file; or a refusal, and nothing was kept.</returns>
    public async Task<Outcome<UploadedFile>> RunAsync(Stream content, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Permissions.Any(one => one.ToString() is Permission.CandidatesWrite or Permission.EntriesWrite)
            ? await sheets.KeepAsync(content, caller, clock.GetUtcNow(), ct)
            : new UploadNotAllowed();
    }
}
