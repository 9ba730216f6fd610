using Exams.Domain.Clients;
using Exams.Domain.Vocabulary;
using Exams.Domain.Webhooks;
using Exams.Infrastructure.Jobs;
using Exams.World;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Events.Webhooks;

/// <content>Whose webhooks are, what cannot be one, and how long their log is kept.</content>
public abstract partial class WebhookDeliveryTests
{
    [Fact]
    public async Task The_log_is_kept_for_thirty_days_and_a_deleted_webhook_leaves_nothing()
    {
        var webhook = (await CreateAsync()).Webhook.Id;
        await TellAsync(1);
        await World.DeliverAsync();
        World.Clock.Now += TimeSpan.FromDays(29);
        await TellAsync(2);
        await World.DeliverAsync();
        await World.Get<Sweeper>().SweepAsync(default);
        (await World.DeliveriesAsync(webhook)).Should().HaveCount(2);
        World.Clock.Now += TimeSpan.FromDays(1);
        await World.Get<Sweeper>().SweepAsync(default);
        (await World.DeliveriesAsync(webhook)).Should().ContainSingle();

        Done(await World.Get<DeleteWebhook>().RunAsync(webhook, _client, default));
        await using var db = World.Open(People.Board);
        (await db.Webhooks.CountAsync() + await db.WebhookDeliveries.CountAsync() + await db.DeliveryAttempts.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_webhook_is_its_owners_alone()
    {
        var webhook = (await CreateAsync()).Webhook.Id;
        await TellAsync(1);
        await World.DeliverAsync();
        var delivery = (await World.DeliveriesAsync(webhook))[0].Id;
        var other = await World.ClientAsync(Us123, Permission.EventsRead, Permission.AccessRead, Permission.WebhooksWrite);
        var request = new CreateWebhook.Request(_receiver.Url, null, null);

        foreach (var stranger in new Caller[] { other, OfficerOf(Us123), Caller.Anonymous })
        {
            Refused(await World.Get<ChangeWebhook>().RunAsync(webhook, request, stranger, default)).Should().BeOneOf(new WebhookNotFound(), new MayNotHear());
            Refused(await World.Get<PauseWebhook>().RunAsync(webhook, isPaused: true, stranger, default)).Should().Be(new WebhookNotFound());
            Refused(await World.Get<DeleteWebhook>().RunAsync(webhook, stranger, default)).Should().Be(new WebhookNotFound());
            Refused(await World.Get<RotateWebhookSecret>().RunAsync(webhook, 0, stranger, default)).Should().Be(new WebhookNotFound());
            Refused(await World.Get<TestWebhook>().RunAsync(webhook, stranger, default)).Should().Be(new WebhookNotFound());
            Refused(await World.Get<ReplayEvents>().RunAsync(webhook, 0, stranger, default)).Should().Be(new WebhookNotFound());
            Refused(await World.Get<ReplayDelivery>().RunAsync(delivery, stranger, default)).Should().Be(new DeliveryNotFound());
            await using var db = World.Open(stranger);
            (await db.Webhooks.CountAsync() + await db.WebhookDeliveries.CountAsync() + await db.DeliveryAttempts.CountAsync()).Should().Be(0);
        }

        await using var own = World.Open(_client);
        (await own.Webhooks.CountAsync() + await own.WebhookDeliveries.CountAsync() + await own.DeliveryAttempts.CountAsync()).Should().Be(3);
    }

    [Fact]
    public async Task A_revoked_clients_webhook_shows_that_and_never_goes_on()
    {
        var webhook = (await CreateAsync()).Webhook.Id;
        var paused = (await CreateAsync()).Webhook.Id;
        Done(await World.Get<PauseWebhook>().RunAsync(paused, isPaused: true, _client, default));
        var others = (await CreateAsync(owner: await World.ClientAsync(Us123, Permission.EventsRead, Permission.AccessRead, Permission.WebhooksWrite))).Webhook.Id;
        _receiver.Answer = Status(500);
        await TellAsync(1);
        await World.DeliverAsync();

        Done(await World.Get<RevokeApiClient>().RunAsync(_client.ClientId, People.Board, default));

        await using (var db = World.Open(People.Board))
        {
            (await db.Webhooks.OrderBy(one => one.Id).Select(one => new { one.Id, one.State, one.PauseReason }).ToListAsync()).Should().Equal(
                new { Id = webhook, State = WebhookState.Paused, PauseReason = (PauseReason?)PauseReason.OwnerRevoked },
                new { Id = paused, State = WebhookState.Paused, PauseReason = (PauseReason?)PauseReason.OwnerRevoked },
                new { Id = others, State = WebhookState.Active, PauseReason = (PauseReason?)null });
        }

        (await World.DeliveriesAsync(webhook)).Should().ContainSingle().Which.State.Should().Be(DeliveryState.Withheld, "nobody is left to deliver it to");
        (await World.DeliveriesAsync(others)).Should().ContainSingle().Which.State.Should().Be(DeliveryState.Pending);
        Refused(await World.Get<PauseWebhook>().RunAsync(webhook, isPaused: false, People.Board, default)).Should().Be(new WebhookOwnerRevoked());
    }

    [Fact]
    public async Task What_cannot_be_a_webhook_is_refused()
    {
        var create = World.Get<CreateWebhook>();
        async Task<Refusal> RefusedAsync(string url, string? document = null, Caller? caller = null) =>
            Refused(await create.RunAsync(new(url, null, document), caller ?? _client, default));

        (await RefusedAsync("http://example.org/hook")).Should().Be(new WebhookAddressRefused("does not begin with https"));
        (await RefusedAsync("https://me:secret@example.org/hook")).Should().Be(new WebhookAddressRefused("has credentials in it"));
        (await RefusedAsync(_receiver.Url, PlainWebhookDocuments.Bad)).Should().Be(new WebhookDocumentRefused("It is bad."));
        (await RefusedAsync(_receiver.Url, caller: await World.ClientAsync(Us123, Permission.WebhooksWrite, Permission.EntriesRead))).Should().Be(new MayNotHear());
        for (var i = 0; i < CreateWebhook.Most; i++)
            await CreateAsync();
        (await RefusedAsync(_receiver.Url)).Should().Be(new TooManyWebhooks(CreateWebhook.Most));
    }
}
