using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.ResultsAccess;

/// <summary>An officer fetches a document with passwords, by session or by link. Every fetch is recorded.</summary>
public sealed class FetchDocument(IDocumentStore store, ISignInStore signIns, IPasswordChecks checks, ISessionTokens tokens, TimeProvider clock)
{
    /// <summary>What is asked for by somebody who is signed in.</summary>
    /// <param name="Document">The opaque name of the PDF or the ZIP.</param>
    /// <param name="Code">The second factor's six digits, if they were asked for.</param>
    public sealed record Request(string Document, string? Code = null);

    /// <summary>Lets somebody fetch who is signed in.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The document, or the refusal.</returns>
    public async Task<Outcome<FetchedDocument>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        var desk = await store.FindAsync(request.Document, caller.SessionId, ct);
        var decided = desk.Fetch(caller, request.Code is { } code ? user => checks.TotpStep(user, code, at) : null, at);
        await signIns.CountWrongCodeAsync(desk, decided, at, ct);
        return await CommitAsync(decided, ct);
    }

    /// <summary>Lets somebody fetch who has a link, which is used up by it.</summary>
    /// <param name="document">The opaque name of the PDF or the ZIP.</param>
    /// <param name="link">The link's token.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The document, or the refusal.</returns>
    public async Task<Outcome<FetchedDocument>> RunAsync(string document, Secret link, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        if (await store.UseLinkAsync(tokens.Hash(link), at, ct) is not { } used || used.Link.DocumentName != document)
        {
            return new DocumentNotFound();
        }

        // The second factor was shown for the link; the rest is asked again, for a minute may change much.
        var desk = await store.FindAsync(document, used.Caller.SessionId, ct);
        return await CommitAsync(desk.Fetch(used.Caller, step: null, at, byLink: true), ct);
    }

    private async Task<Outcome<FetchedDocument>> CommitAsync(Outcome<DocumentChange> decided, CancellationToken ct)
    {
        if (!decided.IsDone(out var change, out var refusal))
        {
            return refusal;
        }

        return (await store.CommitAsync(change, ct)).IsDone(out _, out var late) ? change.Document : late;
    }
}
