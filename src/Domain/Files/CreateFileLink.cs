using Exams.Domain.ResultsAccess;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Files;

/// <summary>Whoever ordered an export asks for a link to its file: it serves once, within a minute.</summary>
public sealed class CreateFileLink(IExportStore store, ISessionTokens tokens, TimeProvider clock)
{
    /// <summary>Does it.</summary>
    /// <param name="file">The opaque name of the file.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The link, or the refusal.</returns>
    public async Task<Outcome<CreatedFileLink>> RunAsync(string file, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var at = clock.GetUtcNow();
        if (!FetchExport.Pass(await store.FindAsync(file, ct), caller, at).IsDone(out var export, out var refusal))
        {
            return refusal;
        }

        var token = tokens.MintToken();
        var link = new DownloadLink(token.Hash, export.Name, caller.SessionId, at);
        await store.KeepAsync(link, null, ct);
        return new CreatedFileLink(export, token.Token, link.ExpiresAt);
    }
}

/// <summary>A link that was made.</summary>
/// <param name="Export">What it fetches.</param>
/// <param name="Token">The token, which is shown this once.</param>
/// <param name="ExpiresAt">When it is over.</param>
public sealed record CreatedFileLink(Export Export, Secret Token, DateTimeOffset ExpiresAt);
