using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>An officer asks for a link to a document: it serves once, within a minute.</summary>
public sealed class CreateDownloadLink(IDocumentStore store, ISignInStore signIns, IPasswordChecks checks, ISessionTokens tokens, TimeProvider clock)
{
    /// <summary>What is asked for.</summary>
    /// <param name="Document">The opaque name of the PDF or the ZIP.</param>
    /// <param name="Code">The second factor's six digits, if they were asked for.</param>
    public sealed record Request(string Document, string? Code = null);

    /// <summary>Does it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The link, or the refusal.</returns>
    public async Task<Outcome<CreatedLink>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        var desk = await store.FindAsync(request.Document, caller.SessionId, ct);
        var token = tokens.MintToken();
        var decided = desk.Link(caller, request.Code is { } code ? user => checks.TotpStep(user, code, at) : null, token.Hash, at);
        await signIns.CountWrongCodeAsync(desk, decided, at, ct);
        if (!decided.IsDone(out var change, out var refusal))
        {
            return refusal;
        }

        return (await store.CommitAsync(change, ct)).IsDone(out _, out var late)
            ? new CreatedLink(change.Document, token.Token, at + DownloadLink.Life)
            : late;
    }
}

/// <summary>A link that was made.</summary>
/// <param name="Document">What it fetches.</param>
/// <param name="Token">The token, which is shown this once.</param>
/// <param name="ExpiresAt">When it is over.</param>
public sealed record CreatedLink(FetchedDocument Document, Secret Token, DateTimeOffset ExpiresAt);
