using Exams.Domain.Candidates;
using Exams.Domain.Entries;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Files;

/// <summary>What importing needs of the world: files that were sent, and their rows.</summary>
public interface ISheets
{
    /// <summary>Keeps a file for a day.</summary>
    /// <param name="content">Its bytes, as they come in.</param>
    /// <param name="caller">Who sends it.</param>
    /// <param name="at">Now.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The file; or a refusal, and nothing was kept.</returns>
    Task<Outcome<UploadedFile>> KeepAsync(Stream content, Caller caller, DateTimeOffset at, CancellationToken ct);

    /// <summary>Reads a file of candidates.</summary>
    /// <param name="file">Its name, as a stranger typed it.</param>
    /// <param name="defaults">What the file does not say itself.</param>
    /// <param name="caller">Whose it must be.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The rows; or a refusal of the whole.</returns>
    Task<Outcome<Sheet<CandidateWish>>> ReadCandidatesAsync(string file, SheetDefaults defaults, Caller caller, CancellationToken ct);

    /// <summary>Reads a file of entries.</summary>
    /// <param name="file">Its name, as a stranger typed it.</param>
    /// <param name="defaults">What the file does not say itself.</param>
    /// <param name="caller">Whose it must be.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The rows; or a refusal of the whole.</returns>
    Task<Outcome<Sheet<EntryStep>>> ReadEntriesAsync(string file, SheetDefaults defaults, Caller caller, CancellationToken ct);
}
