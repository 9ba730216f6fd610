using System.Text.Json;
using Exams.Domain.Clients;
using Exams.Domain.News;
using Exams.Domain.Vocabulary;
using Exams.Domain.Webhooks;
using Exams.Infrastructure.Events.Webhooks;
using Exams.Infrastructure.Persistence.Writing;
using Exams.World;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using static Exams.World.BoardWorld;

namespace Exams.Infrastructure.Tests.Events.Webhooks;

/// <summary>What happened is delivered: nothing lost, in order while nothing fails, to whom it is theirs, by whom it is theirs.</summary>
public abstract partial class WebhookDeliveryTests(PrivatePostgres? postgres) : OnADatabase(postgres)
{
    private Receiver _receiver = null!;
    private Caller.Client _client = null!;

    private protected IReadOnlyList<Received> Received => _receiver.Received;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _receiver = await Receiver.StartAsync();
        _client = await World.ClientAsync(Us123, Permission.EventsRead, Permission.AccessRead, Permission.WebhooksWrite);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_receiver is not null)
            await _receiver.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_happens_from_now_on_is_delivered_once_in_order_and_signed()
    {
        await TellAsync(0);
        var minted = await CreateAsync();
        for (var i = 1; i <= 25; i++)
            await TellAsync(i);
        await World.DeliverAsync();
        await World.DeliverAsync();

        _receiver.Received.Select(DoneOf).Should().Equal(Enumerable.Range(1, 25));
        foreach (var received in _receiver.Received)
        {
            received.Signatures.Should().Equal(Receiver.SignatureOf(received, minted.Secret.Reveal()));
            received.Header("Content-Type").Should().Be("application/json");
            received.Header("Exams-Attempt").Should().Be("1");
            received.Header("Exams-Event").Should().Be(JsonDocument.Parse(received.Body).RootElement.GetProperty("event").ToString());
        }

        _receiver.Received.Select(one => one.Header("Exams-Delivery")).Should().OnlyHaveUniqueItems();
        _receiver.Received[0].Header("Exams-Signature").Should().StartWith($"t={World.Clock.Now.ToUnixTimeSeconds()},v1=");
        (await World.DeliveriesAsync(minted.Webhook.Id)).Should().HaveCount(25).And.OnlyContain(one => one.State == DeliveryState.Delivered && one.AttemptCount == 1);
    }

    [Fact]
    public async Task Only_what_its_owner_may_hear_and_asked_for_is_delivered()
    {
        var all = await CreateAsync();
        await CreateAsync(types: [NewsType.DocumentsReady]);
        await CreateAsync(owner: await World.ClientAsync(Uk12345, Permission.EventsRead, Permission.AccessRead, Permission.WebhooksWrite));
        await CreateAsync(owner: await World.ClientAsync(Us123, Permission.EventsRead, Permission.ResultsRead, Permission.WebhooksWrite));
        await TellAsync(1);
        await World.DeliverAsync();

        _receiver.Received.Should().ContainSingle().Which.Body.Should().Contain(_client.AuditName);
        (await World.DeliveriesAsync(all.Webhook.Id)).Should().ContainSingle();
    }

    [Fact]
    public async Task Whoever_lost_a_scope_a_centre_or_everything_gets_nothing_not_even_what_waited()
    {
        _receiver.Answer = Status(500);
        foreach (var lose in new Func<Task>[]
        {
            () => ChangeAsync(db => db.ApiClients.Where(one => one.Id == _client.ClientRow)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.Scopes, [Named.Word<Permission>(Permission.EventsRead), Named.Word<Permission>(Permission.WebhooksWrite)]))),
            () => ChangeAsync(db => db.ClientPlaces.Where(one => one.ClientRow == _client.ClientRow).ExecuteDeleteAsync()),
            async () => Done(await World.Get<RevokeApiClient>().RunAsync(_client.ClientId, People.Board, default)),
        })
        {
            _client = await World.ClientAsync(Us123, Permission.EventsRead, Permission.AccessRead, Permission.WebhooksWrite);
            var webhook = (await CreateAsync()).Webhook.Id;
            await TellAsync(1);
            await World.DeliverAsync();
            var heard = _receiver.Received.Count;
            await lose();
            await TellAsync(2);
            World.Clock.Now += TimeSpan.FromMinutes(1);
            await World.DeliverAsync();

            _receiver.Received.Should().HaveCount(heard);
            (await World.DeliveriesAsync(webhook)).Should().ContainSingle().Which.State.Should().Be(DeliveryState.Withheld);
        }
    }

    [Fact]
    public async Task What_was_refused_is_sent_again_on_a_ladder_and_logged()
    {
        var webhook = (await CreateAsync()).Webhook.Id;
        _receiver.Answer = Status(503, "busy\0 now");
        await TellAsync(1);
        await World.DeliverAsync();
        await World.DeliverAsync();
        _receiver.Received.Should().ContainSingle("it is not yet time");

        World.Clock.Now += TimeSpan.FromSeconds(10);
        await World.DeliverAsync();
        World.Clock.Now += TimeSpan.FromSeconds(59);
        await World.DeliverAsync();
        _receiver.Received.Should().HaveCount(2);
        _receiver.Answer = Status(204);
        World.Clock.Now += TimeSpan.FromSeconds(1);
        await World.DeliverAsync();

        _receiver.Received.Select(one => one.Header("Exams-Attempt")).Should().Equal("1", "2", "3");
        _receiver.Received.Select(one => one.Header("Exams-Delivery")).Distinct().Should().ContainSingle("it is the same delivery");
        await using var db = World.Open(_client);
        (await db.DeliveryAttempts.OrderBy(one => one.Id).ToListAsync()).Select(one => (one.StatusCode, one.Excerpt)).Should().Equal((503, "busy now"), (503, "busy now"), (204, null));
        (await db.WebhookDeliveries.SingleAsync()).State.Should().Be(DeliveryState.Delivered);
        (await db.Webhooks.SingleAsync(one => one.Id == webhook)).FailingSince.Should().BeNull();
    }

    [Fact]
    public async Task A_receiver_that_is_away_for_a_day_gets_everything_in_order_when_it_is_back()
    {
        var webhook = (await CreateAsync()).Webhook.Id;
        await _receiver.GoAwayAsync();
        for (var i = 1; i <= 30; i++)
            await TellAsync(i);
        for (var minute = 0; minute < 24 * 60; minute += 20)
        {
            World.Clock.Now += TimeSpan.FromMinutes(20);
            await World.DeliverAsync();
        }

        await using (var db = World.Open(People.Board))
        {
            (await db.DeliveryAttempts.CountAsync()).Should().BeInRange(5, 100, "whoever is away is left alone");
            (await db.DeliveryAttempts.FirstAsync()).Fault.Should().Be(AttemptFault.NotReached);
        }

        await _receiver.ComeBackAsync();
        for (var i = 0; i < 40; i++)
        {
            World.Clock.Now += TimeSpan.FromHours(1);
            await World.DeliverAsync();
        }

        _receiver.Received.Select(DoneOf).Should().BeEquivalentTo(Enumerable.Range(1, 30)).And.OnlyHaveUniqueItems();
        (await World.DeliveriesAsync(webhook)).Should().OnlyContain(one => one.State == DeliveryState.Delivered);
    }

    [Fact]
    public async Task A_webhook_that_fails_for_three_days_pauses_and_goes_on_with_everything_when_it_is_resumed()
    {
        var webhook = (await CreateAsync()).Webhook.Id;
        _receiver.Answer = Status(500);
        for (var hour = 0; hour < 80; hour++)
        {
            await TellAsync(hour);
            await World.DeliverAsync();
            World.Clock.Now += TimeSpan.FromHours(1);
        }

        await using (var db = World.Open(_client))
        {
            var paused = await db.Webhooks.SingleAsync();
            (paused.State, paused.PauseReason, paused.FailingSince).Should().Be((WebhookState.Paused, PauseReason.Failing, World.Clock.Now - TimeSpan.FromHours(80)));
        }

        var before = _receiver.Received.Count;
        await World.DeliverAsync();
        _receiver.Received.Should().HaveCount(before);

        _receiver.Answer = Status(200);
        Done(await World.Get<PauseWebhook>().RunAsync(webhook, isPaused: false, _client, default));
        await World.DeliverAsync();
        _receiver.Received.Skip(before).Select(DoneOf).Should().Equal(Enumerable.Range(0, 80), "nothing was given up and nothing forgotten");
    }

    [Fact]
    public async Task What_a_receiver_never_takes_is_given_up_while_everything_else_arrives_and_can_be_replayed()
    {
        var webhook = (await CreateAsync()).Webhook.Id;
        _receiver.Answer = (received, context) =>
        {
            context.Response.StatusCode = DoneOf(received) == 1 ? 422 : 200;
            return Task.CompletedTask;
        };
        for (var i = 1; i <= 60; i++)
        {
            await TellAsync(i);
            await World.DeliverAsync();
            World.Clock.Now += TimeSpan.FromHours(1);
        }

        var poisoned = (await World.DeliveriesAsync(webhook))[0];
        (poisoned.State, poisoned.AttemptCount).Should().Be((DeliveryState.Failed, 8));
        _receiver.Received.Select(DoneOf).Where(one => one != 1).Should().Equal(Enumerable.Range(2, 59));

        _receiver.Answer = Status(200);
        var again = Done(await World.Get<ReplayDelivery>().RunAsync(poisoned.Id, _client, default));
        await World.DeliverAsync();
        DoneOf(_receiver.Received[^1]).Should().Be(1);
        (again.ReplayOf, (await World.DeliveriesAsync(webhook))[^1].State).Should().Be((poisoned.Id, DeliveryState.Delivered));
    }

    [Fact]
    public async Task Everything_after_a_place_is_replayed_and_what_lies_before_one_is_skipped()
    {
        var webhook = (await CreateAsync()).Webhook.Id;
        for (var i = 1; i <= 5; i++)
            await TellAsync(i);
        await World.DeliverAsync();
        await using var db = World.Open(People.Board);
        var second = await db.News.Where(one => one.Done == 2).Select(one => one.Sequence).SingleAsync();

        Done(await World.Get<ReplayEvents>().RunAsync(webhook, second, _client, default));
        await World.DeliverAsync();
        _receiver.Received.Select(DoneOf).Should().Equal(1, 2, 3, 4, 5, 3, 4, 5);

        Done(await World.Get<PauseWebhook>().RunAsync(webhook, isPaused: true, _client, default));
        await TellAsync(6);
        var head = await World.Feed.HeadAsync(default);
        await TellAsync(7);
        Done(await World.Get<ReplayEvents>().RunAsync(webhook, head, _client, default));
        Done(await World.Get<PauseWebhook>().RunAsync(webhook, isPaused: false, _client, default));
        await World.DeliverAsync();
        _receiver.Received.Skip(8).Select(DoneOf).Should().Equal(7);
    }

    [Fact]
    public async Task Secrets_overlap_for_a_while_and_are_nowhere_to_be_read()
    {
        var first = await CreateAsync();
        var second = Done(await World.Get<RotateWebhookSecret>().RunAsync(first.Webhook.Id, 24, _client, default));
        await TellAsync(1);
        await World.DeliverAsync();
        World.Clock.Now += TimeSpan.FromHours(24);
        await TellAsync(2);
        await World.DeliverAsync();

        var (both, one) = (_receiver.Received[0], _receiver.Received[1]);
        both.Signatures.Should().Equal(Receiver.SignatureOf(both, second.Secret.Reveal()), Receiver.SignatureOf(both, first.Secret.Reveal()));
        one.Signatures.Should().Equal(Receiver.SignatureOf(one, second.Secret.Reveal()));
        await using var db = World.Open(People.Board);
        var kept = await db.Webhooks.SingleAsync();
        foreach (var secret in new[] { first.Secret, second.Secret })
            System.Text.Encoding.UTF8.GetString([.. kept.SecretSealed, .. kept.OldSecretSealed!]).Should().NotContain(secret.Reveal());
    }

    [Fact]
    public async Task Trying_an_address_tells_of_nothing_and_does_not_count()
    {
        var minted = await CreateAsync();
        Done(await World.Get<PauseWebhook>().RunAsync(minted.Webhook.Id, isPaused: true, _client, default));
        await TellAsync(1);
        _receiver.Answer = Status(404);
        Done(await World.Get<TestWebhook>().RunAsync(minted.Webhook.Id, _client, default));
        await World.DeliverAsync();
        World.Clock.Now += TimeSpan.FromDays(1);
        await World.DeliverAsync();

        var test = _receiver.Received.Should().ContainSingle().Subject;
        (test.Body.Contains("\"test\":true", StringComparison.Ordinal), test.Headers.ContainsKey("Exams-Event")).Should().Be((true, false));
        test.Signatures.Should().Equal(Receiver.SignatureOf(test, minted.Secret.Reveal()));
        (await World.DeliveriesAsync(minted.Webhook.Id)).Should().ContainSingle().Which.State.Should().Be(DeliveryState.Failed);
        await using var db = World.Open(_client);
        (await db.Webhooks.SingleAsync()).Failures.Should().Be(0);
    }

    [Fact]
    public async Task Whoever_died_while_sending_has_it_sent_again_by_the_next()
    {
        await CreateAsync();
        await TellAsync(1);
        using var death = new CancellationTokenSource();
        _receiver.Answer = async (_, context) =>
        {
            await death.CancelAsync();
            await Task.Delay(TimeSpan.FromSeconds(5), context.RequestAborted);
        };
        while (await World.Get<WebhookPump>().PumpAsync(default))
        {
            // There is more.
        }

        await World.Get<WebhookSender>().SendAsync(death.Token);
        await World.Get<WebhookSender>().IdleAsync();
        (await World.DeliveriesAsync(1))[0].State.Should().Be(DeliveryState.Pending);

        await using var next = await World.OpenAnotherAsync();
        _receiver.Answer = Status(200);
        await next.DeliverAsync();
        _receiver.Received.Should().ContainSingle("somebody may still be sending");
        next.Clock.Now += TimeSpan.FromSeconds(60);
        await next.DeliverAsync();
        _receiver.Received.Should().HaveCount(2);
        (await World.DeliveriesAsync(1)).Should().ContainSingle().Which.State.Should().Be(DeliveryState.Delivered);
    }

    [Fact]
    public async Task Whose_receivers_take_their_time_holds_up_nobody_elses()
    {
        await using var slow = await Receiver.StartAsync();
        var answers = new TaskCompletionSource();
        slow.Answer = (_, _) => answers.Task;
        var patient = await World.ClientAsync(Us123, Permission.EventsRead, Permission.AccessRead, Permission.WebhooksWrite);
        for (var i = 0; i < 20; i++)
            await CreateAsync(owner: patient, url: slow.Url);
        for (var i = 0; i < 3; i++)
        {
            var another = await World.ClientAsync(Us123, Permission.EventsRead, Permission.AccessRead, Permission.WebhooksWrite);
            await CreateAsync(owner: another);
        }

        await TellAsync(1);
        while (await World.Get<WebhookPump>().PumpAsync(CancellationToken.None))
        {
            // There is more.
        }

        await World.Get<WebhookSender>().SendAsync(CancellationToken.None);
        await _receiver.WaitAsync(3);
        slow.Received.Count.Should().BeLessThanOrEqualTo(4);
        answers.SetResult();
        await World.DeliverAsync();
        slow.Received.Should().HaveCount(20);
    }

    [Fact]
    public async Task A_webhook_that_waits_keeps_few_rows_and_loses_nothing()
    {
        var webhook = (await CreateAsync()).Webhook.Id;
        _receiver.Answer = Status(500);
        await TellAsync([.. Enumerable.Range(1, 2_500)]);
        await World.DeliverAsync();
        (await World.DeliveriesAsync(webhook)).Should().HaveCount(WebhookPump.MostWaiting);

        _receiver.Answer = Status(200);
        Done(await World.Get<PauseWebhook>().RunAsync(webhook, isPaused: false, _client, default));
        for (var i = 0; i < 4; i++)
            await World.DeliverAsync();
        _receiver.Received.Skip(3).Select(DoneOf).Should().Equal(Enumerable.Range(1, 2_500));
    }

    private protected static int DoneOf(Received received) => JsonDocument.Parse(received.Body).RootElement.GetProperty("done").GetInt32();

    private static Func<Received, HttpContext, Task> Status(int status, string body = "") => async (_, context) =>
    {
        context.Response.StatusCode = status;
        if (body.Length > 0)
            await context.Response.WriteAsync(body);
    };

    private protected async Task<MintedWebhook> CreateAsync(NewsType[]? types = null, Caller? owner = null, string? url = null) =>
        Done(await World.Get<CreateWebhook>().RunAsync(new(url ?? _receiver.Url, types, null), owner ?? _client, default));

    private protected Task TellAsync(params int[] done) => World.Get<Writer>().WriteAsync("test", writing =>
    {
        writing.Tell(done.Select(one => new NewsItem(NewsType.DocumentsProgressed, World.Clock.Now) { Centre = Us123, Series = June, Done = one }));
        return Task.CompletedTask;
    }, default);

    private Task ChangeAsync(Func<Exams.Infrastructure.Persistence.ExamsDb, Task> change) =>
        World.Get<Writer>().WriteAsync("test", writing => change(writing.Db), default);
}

public sealed class WebhooksOnSqliteTests() : WebhookDeliveryTests(null);

public sealed class WebhooksOnPostgresTests(PrivatePostgres postgres) : WebhookDeliveryTests(postgres)
{
    [Fact]
    public async Task Two_processes_make_and_send_each_delivery_once()
    {
        var webhook = (await CreateAsync()).Webhook.Id;
        await using var other = await World.OpenAnotherAsync();
        for (var i = 1; i <= 40; i++)
        {
            await TellAsync(i);
            await Task.WhenAll(Task.Run(World.DeliverAsync), Task.Run(other.DeliverAsync));
        }

        await World.DeliverAsync();
        Received.Select(DoneOf).Should().Equal(Enumerable.Range(1, 40));
        (await World.DeliveriesAsync(webhook)).Should().HaveCount(40);
    }
}
