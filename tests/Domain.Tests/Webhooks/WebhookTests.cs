using Exams.Domain.Vocabulary;
using Exams.Domain.Webhooks;
using Exams.World;

namespace Exams.Domain.Tests.Webhooks;

/// <summary>How a webhook fails, rests, pauses and goes on, and how a delivery climbs its ladder.</summary>
public sealed class WebhookTests
{
    private static readonly DateTimeOffset _start = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("https://example.org/hook", null)]
    [InlineData("https://example.org:8443/hook?tenant=1", null)]
    [InlineData("https://[2606:4700::1111]/", null)]
    [InlineData("http://localhost:5000/", "does not begin with https")]
    [InlineData("http://example.org/", "does not begin with https")]
    [InlineData("ftp://example.org/", "does not begin with https")]
    [InlineData("file:///etc/passwd", "is no absolute address in ASCII")]
    [InlineData("/hook", "is no absolute address in ASCII")]
    [InlineData("https://", "is no absolute address in ASCII")]
    [InlineData("https://example.org/\0", "is no absolute address in ASCII")]
    [InlineData("https://exämple.org/", "is no absolute address in ASCII")]
    [InlineData("https://user@example.org/", "has credentials in it")]
    [InlineData("https://user:password@example.org/", "has credentials in it")]
    [InlineData("https://example.org/#part", "has a fragment, which is never sent")]
    public void An_address_is_absolute_https_without_credentials(string text, string? fault)
    {
        WebhookAddress.TryRead(text, isHttpToLoopbackAllowed: false, out var address, out var why).Should().Be(fault is null);
        (why, address is null).Should().Be((fault, fault is not null));
    }

    [Theory]
    [InlineData("http://localhost:5000/", true)]
    [InlineData("http://127.0.0.1:5000/", true)]
    [InlineData("http://[::1]:5000/", true)]
    [InlineData("http://localhost.example.org/", false)]
    [InlineData("http://10.0.0.1/", false)]
    public void Http_will_do_for_this_machine_alone_where_that_is_allowed(string text, bool isGood) =>
        WebhookAddress.TryRead(text, isHttpToLoopbackAllowed: true, out _, out _).Should().Be(isGood);

    [Fact]
    public void An_address_has_an_end() =>
        WebhookAddress.TryRead("https://example.org/" + new string('a', 2_000), isHttpToLoopbackAllowed: false, out _, out var why).Should().Be(why is null);

    [Fact]
    public void A_delivery_climbs_the_ladder_and_is_given_up_at_its_end_while_others_arrive()
    {
        var delivery = new WebhookDelivery(1, 1, _start);
        List<TimeSpan> waits = [];
        var now = _start;
        while (delivery.State == DeliveryState.Pending)
        {
            delivery.Failed(now, failingSince: now);
            if (delivery.NextAttemptAt is { } next)
            {
                waits.Add(next - now);
                now = next;
            }
        }

        waits.Should().Equal(
            TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(24));
        (delivery.State, delivery.AttemptCount, delivery.EndedAt).Should().Be((DeliveryState.Failed, 8, now));
    }

    [Fact]
    public void A_delivery_is_not_given_up_where_nothing_arrives()
    {
        var delivery = new WebhookDelivery(1, 1, _start);
        for (var i = 0; i < 20; i++)
        {
            delivery.Failed(_start.AddDays(i), failingSince: _start);
        }

        (delivery.State, delivery.NextAttemptAt).Should().Be((DeliveryState.Pending, _start.AddDays(20)));
    }

    [Fact]
    public void A_test_is_tried_once()
    {
        var test = new WebhookDelivery(1, null, _start);
        test.Failed(_start, null);

        test.State.Should().Be(DeliveryState.Failed);
    }

    [Fact]
    public void Who_fails_on_is_left_alone_longer_and_longer_until_something_arrives()
    {
        var webhook = Make();
        List<TimeSpan?> rests = [];
        for (var i = 0; i < 9; i++)
        {
            webhook.Failed(_start);
            rests.Add(webhook.RestsUntil - _start);
        }

        rests.Should().Equal(
            null, null, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(2), TimeSpan.FromHours(2));
        webhook.Arrived();
        (webhook.Failures, webhook.FailingSince, webhook.RestsUntil).Should().Be((0, null, null));
    }

    [Fact]
    public void Three_days_without_anything_arriving_pause_it_and_resuming_forgets_them()
    {
        var webhook = Make();
        webhook.Failed(_start);
        webhook.Failed(_start + Webhook.LongestFailing - TimeSpan.FromTicks(1));
        webhook.State.Should().Be(WebhookState.Active);
        webhook.Failed(_start + Webhook.LongestFailing);
        (webhook.State, webhook.PauseReason, webhook.PausedAt).Should().Be((WebhookState.Paused, PauseReason.Failing, _start + Webhook.LongestFailing));
        webhook.Pause(PauseReason.ByHand, _start.AddDays(9));
        webhook.PauseReason.Should().Be(PauseReason.Failing, "it paused before");

        webhook.Resume();
        (webhook.State, webhook.PauseReason, webhook.PausedAt, webhook.Failures, webhook.FailingSince).Should().Be((WebhookState.Active, null, null, 0, null));
    }

    [Fact]
    public void The_secret_before_signs_until_its_end()
    {
        var webhook = Make();
        webhook.Rotate([2], _start.AddHours(1));

        webhook.LiveSecrets(_start).Select(one => one[0]).Should().Equal(2, 1);
        webhook.LiveSecrets(_start.AddHours(1)).Select(one => one[0]).Should().Equal(2);
    }

    [Fact]
    public void A_webhook_belongs_to_its_owner_and_the_board()
    {
        var client = new Caller.Client(7, "client", new HashSet<Permission>(), new HashSet<CentreNumber>(), 0);
        var webhook = Make(client);

        webhook.BelongsTo(client with { Session = 9 }).Should().BeTrue();
        webhook.BelongsTo(People.Board).Should().BeTrue();
        webhook.BelongsTo(client with { ClientRow = 8 }).Should().BeFalse();
        webhook.BelongsTo(new Caller.Officer(7, "officer", new HashSet<CentreNumber>(), 0)).Should().BeFalse("a person is no client, though their rows are alike");
        webhook.BelongsTo(Caller.Anonymous).Should().BeFalse();
    }

    private static Webhook Make(Caller? owner = null)
    {
        WebhookAddress.TryRead("https://example.org/", isHttpToLoopbackAllowed: false, out var address, out _).Should().BeTrue();
        return new Webhook(owner ?? People.Board, "name", new WebhookWish(address!, [], null), [1], _start);
    }
}
