using Exams.Domain.Files;

namespace Exams.Api.Files;

/// <summary>A file to fetch by a link, for programs that cannot send a header.</summary>
/// <param name="File">The id of an export's file.</param>
public sealed record CreateFileLinkInput(string File);

/// <summary>What became of a link to a file.</summary>
/// <param name="Url">Where to fetch the file, once; null when refused.</param>
/// <param name="ExpiresAt">When the link is over: after a minute.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record FileLinkPayload(string? Url, DateTimeOffset? ExpiresAt, IReadOnlyList<UserError> Errors);

/// <summary>Making links to files.</summary>
[MutationType]
public static class FileLinkMutations
{
    /// <summary>Makes a link to the file of an export of yours that serves once, within a minute. It needs what the export needed, and no permission of its own.
    /// Codes: FILE_NOT_FOUND, FILE_NOT_READY, FILE_GONE.</summary>
    [Authorize]
    public static async Task<FileLinkPayload> CreateFileLinkAsync(CreateFileLinkInput input, CreateFileLink verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(input.File, current.Caller, ct)).Present<CreatedFileLink, FileLinkPayload>(input, (done, errors) =>
            new(done is null ? null : $"{DownloadEndpoint.UrlOf(done.Export)}?link={done.Token.Reveal()}", done?.ExpiresAt, errors));
}
