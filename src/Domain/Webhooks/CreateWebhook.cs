using Exams.Domain.Audit;
using Exams.Domain.News;
using Exams.Domain.Sessions;
using Exams.Domain.Vocabulary;

namespace Exams.Domain.Webhooks;

/// <summary>Makes a webhook, which delivers what happens from now on. Its secret is shown this once.</summary>
public sealed class CreateWebhook(
    IWebhookStore store, IWebhookDocuments documents, IWebhookSecrets secrets, ISessionTokens names, WebhookRules rules, TimeProvider clock)
{
    /// <summary>How many webhooks one may have.</summary>
    public const int Most = 20;

    /// <summary>What is asked for.</summary>
    /// <param name="Url">Where to deliver to.</param>
    /// <param name="Types">Which events; null for all that the caller may hear.</param>
    /// <param name="Document">A subscription that shapes what is sent; null for the plain facts.</param>
    public sealed record Request(string Url, IReadOnlyList<NewsType>? Types, string? Document);

    /// <summary>Does it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who asks; it is theirs.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The webhook and its secret; or the refusal.</returns>
    public async Task<Outcome<MintedWebhook>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var wish = await WebhookWishes.ReadAsync(request, documents, rules, caller, ct);
        if (!wish.IsDone(out var asked, out var refusal))
        {
            return refusal;
        }

        var (at, name) = (clock.GetUtcNow(), names.MintName());
        var secret = secrets.Mint(name);
        var added = await store.AddAsync(new Webhook(caller, name, asked, secret.Sealed, at), Most, new AuditRecord(at, caller, AuditAction.WebhookCreated) { Detail = name }, ct);
        return added.IsDone(out var webhook, out var full) ? new MintedWebhook(webhook, secret.Clear) : full;
    }
}

/// <summary>Reads what a webhook shall do.</summary>
internal static class WebhookWishes
{
    public static async Task<Outcome<WebhookWish>> ReadAsync(
        CreateWebhook.Request request, IWebhookDocuments documents, WebhookRules rules, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (NewsMeaning.HeardBy(caller.Permissions).Count == 0)
        {
            return new MayNotHear();
        }

        if (!WebhookAddress.TryRead(request.Url, rules.IsHttpToLoopbackAllowed, out var address, out var why))
        {
            return new WebhookAddressRefused(why);
        }

        if (!rules.MayReach(address.Uri))
        {
            return new WebhookAddressNotPublic(address.Uri.Host);
        }

        return await documents.FaultOfAsync(request.Document, caller, ct) is { } fault
            ? new WebhookDocumentRefused(fault)
            : new WebhookWish(address, request.Types ?? [], request.Document);
    }
}
