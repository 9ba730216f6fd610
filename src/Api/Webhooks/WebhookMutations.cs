using Exams.Api.News;
using Exams.Domain.News;
using Exams.Domain.Webhooks;
using Exams.Infrastructure.Events;

namespace Exams.Api.Webhooks;

/// <summary>A webhook to make.</summary>
/// <param name="Url">Where to deliver to: an absolute https address without credentials.</param>
/// <param name="Types">Which events; all that you may hear when left out.</param>
/// <param name="Document">A subscription of onEvent, without arguments and variables, whose answer is what is sent; the plain facts when left out.</param>
public sealed record CreateWebhookInput(string Url, IReadOnlyList<NewsType>? Types, string? Document);

/// <summary>A webhook as it shall be.</summary>
/// <param name="Id">The webhook.</param>
/// <param name="Url">Where to deliver to: an absolute https address without credentials.</param>
/// <param name="Types">Which events; all that you may hear when left out.</param>
/// <param name="Document">A subscription of onEvent, without arguments and variables, whose answer is what is sent; the plain facts when left out.</param>
public sealed record ChangeWebhookInput([property: ID<Webhook>] long Id, string Url, IReadOnlyList<NewsType>? Types, string? Document);

/// <summary>A webhook.</summary>
/// <param name="Id">The webhook.</param>
public sealed record WebhookInput([property: ID<Webhook>] long Id);

/// <summary>A webhook that gets a new secret.</summary>
/// <param name="Id">The webhook.</param>
/// <param name="OverlapHours">How long the old secret signs besides, in hours: 0 to 168.</param>
public sealed record RotateWebhookSecretInput([property: ID<Webhook>] long Id, int OverlapHours = 24);

/// <summary>A delivery to repeat.</summary>
/// <param name="Id">The delivery.</param>
public sealed record ReplayDeliveryInput([property: ID<WebhookDelivery>] long Id);

/// <summary>Events to deliver again.</summary>
/// <param name="Id">The webhook.</param>
/// <param name="After">A cursor of events: everything after it is delivered, whether or not it was before.</param>
public sealed record ReplayEventsInput([property: ID<Webhook>] long Id, string After);

/// <summary>A webhook with its secret.</summary>
/// <param name="Webhook">The webhook; null when refused.</param>
/// <param name="SigningSecret">The secret that signs what is sent, shown this once; null when refused.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record MintedWebhookPayload(Webhook? Webhook, string? SigningSecret, IReadOnlyList<UserError> Errors);

/// <summary>What became of a webhook.</summary>
/// <param name="Webhook">The webhook; null when refused.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record WebhookPayload(Webhook? Webhook, IReadOnlyList<UserError> Errors);

/// <summary>What became of a webhook that was to be deleted.</summary>
/// <param name="DeletedUrl">Where it delivered to; null when refused.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record DeleteWebhookPayload(string? DeletedUrl, IReadOnlyList<UserError> Errors);

/// <summary>A delivery that was ordered.</summary>
/// <param name="Delivery">The delivery, which is sent at once; null when refused.</param>
/// <param name="Errors">Why it was refused; empty when it was done.</param>
public sealed record DeliveryPayload(WebhookDelivery? Delivery, IReadOnlyList<UserError> Errors);

/// <summary>Having events delivered.</summary>
[MutationType]
public static class WebhookMutations
{
    /// <summary>Makes a webhook, which delivers what happens from now on to an address of yours, signed with the secret that is shown this once. It belongs to you alone and
    /// tells what you may hear at the time. Codes: WEBHOOK_ADDRESS_REFUSED, WEBHOOK_ADDRESS_NOT_PUBLIC, WEBHOOK_DOCUMENT_REFUSED,
    /// MAY_NOT_HEAR, TOO_MANY_WEBHOOKS.</summary>
    [Authorize(Policy = Permission.WebhooksWrite)]
    public static async Task<MintedWebhookPayload> CreateWebhookAsync(CreateWebhookInput input, CreateWebhook verb, CurrentCaller current, CancellationToken ct) =>
        Minted(await verb.RunAsync(new(input.Url, input.Types, input.Document), current.Caller, ct), input);

    /// <summary>Changes address, types and document of a webhook; what waits is sent at once and as it is asked for now.
    /// Codes: WEBHOOK_NOT_FOUND, WEBHOOK_ADDRESS_REFUSED, WEBHOOK_ADDRESS_NOT_PUBLIC, WEBHOOK_DOCUMENT_REFUSED, MAY_NOT_HEAR.</summary>
    [Authorize(Policy = Permission.WebhooksWrite)]
    public static async Task<WebhookPayload> ChangeWebhookAsync(ChangeWebhookInput input, ChangeWebhook verb, CurrentCaller current, CancellationToken ct) =>
        Plain(await verb.RunAsync(input.Id, new(input.Url, input.Types, input.Document), current.Caller, ct), input);

    /// <summary>Makes a webhook wait. What happens meanwhile is delivered when it goes on. Codes: WEBHOOK_NOT_FOUND.</summary>
    [Authorize(Policy = Permission.WebhooksWrite)]
    public static async Task<WebhookPayload> PauseWebhookAsync(WebhookInput input, PauseWebhook verb, CurrentCaller current, CancellationToken ct) =>
        Plain(await verb.RunAsync(input.Id, isPaused: true, current.Caller, ct), input);

    /// <summary>Lets a webhook go on, whoever or whatever paused it; what waits is sent at once. Codes: WEBHOOK_NOT_FOUND,
    /// WEBHOOK_OWNER_REVOKED.</summary>
    [Authorize(Policy = Permission.WebhooksWrite)]
    public static async Task<WebhookPayload> ResumeWebhookAsync(WebhookInput input, PauseWebhook verb, CurrentCaller current, CancellationToken ct) =>
        Plain(await verb.RunAsync(input.Id, isPaused: false, current.Caller, ct), input);

    /// <summary>Ends a webhook; its log is gone. Codes: WEBHOOK_NOT_FOUND.</summary>
    [Authorize(Policy = Permission.WebhooksWrite)]
    public static async Task<DeleteWebhookPayload> DeleteWebhookAsync(WebhookInput input, DeleteWebhook verb, CurrentCaller current, CancellationToken ct) =>
        (await verb.RunAsync(input.Id, current.Caller, ct)).Present<Webhook, DeleteWebhookPayload>(input, (done, errors) => new(done?.Url, errors));

    /// <summary>Gives a webhook a new secret, shown this once; for a while deliveries are signed with the old one besides. Codes: WEBHOOK_NOT_FOUND, OVERLAP_TOO_LONG.</summary>
    [Authorize(Policy = Permission.WebhooksWrite)]
    public static async Task<MintedWebhookPayload> RotateWebhookSecretAsync(
        RotateWebhookSecretInput input, RotateWebhookSecret verb, CurrentCaller current, CancellationToken ct) =>
        Minted(await verb.RunAsync(input.Id, input.OverlapHours, current.Caller, ct), input);

    /// <summary>Sends a signed message that tells of nothing, once, also while the webhook is paused; the log says what came of it. Codes: WEBHOOK_NOT_FOUND.</summary>
    [Authorize(Policy = Permission.WebhooksWrite)]
    public static async Task<DeliveryPayload> TestWebhookAsync(WebhookInput input, TestWebhook verb, CurrentCaller current, CancellationToken ct) =>
        Ordered(await verb.RunAsync(input.Id, current.Caller, ct), input);

    /// <summary>Sends the event of a delivery once more. Codes: DELIVERY_NOT_FOUND.</summary>
    [Authorize(Policy = Permission.WebhooksWrite)]
    public static async Task<DeliveryPayload> ReplayDeliveryAsync(ReplayDeliveryInput input, ReplayDelivery verb, CurrentCaller current, CancellationToken ct) =>
        Ordered(await verb.RunAsync(input.Id, current.Caller, ct), input);

    /// <summary>Delivers everything after a cursor, once more where it was delivered before; with a later cursor, skips what lies between.
    /// Codes: WEBHOOK_NOT_FOUND, CURSOR_UNKNOWN, CURSOR_AHEAD.</summary>
    [Authorize(Policy = Permission.WebhooksWrite)]
    public static async Task<WebhookPayload> ReplayEventsAsync(
        ReplayEventsInput input, ReplayEvents verb, EventFeed feed, NewsCursors cursors, CurrentCaller current, CancellationToken ct)
    {
        if (cursors.Read(input.After, NewsLists.Events, 1) is not [var place])
        {
            return Plain(new CursorUnknown(), input);
        }

        return Plain(place <= await feed.HeadAsync(ct) ? await verb.RunAsync(input.Id, place, current.Caller, ct) : new CursorAhead(), input);
    }

    private static MintedWebhookPayload Minted(Outcome<MintedWebhook> outcome, object input) => outcome.Present<MintedWebhook, MintedWebhookPayload>(
        input, (done, errors) => new(done?.Webhook, done?.Secret.Reveal(), errors));

    private static WebhookPayload Plain(Outcome<Webhook> outcome, object input) => outcome.Present<Webhook, WebhookPayload>(input, (done, errors) => new(done, errors));

    private static DeliveryPayload Ordered(Outcome<WebhookDelivery> outcome, object input) => outcome.Present<WebhookDelivery, DeliveryPayload>(input, (done, errors) => new(done, errors));
}
