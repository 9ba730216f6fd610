using System.Net;
using Exams.Domain.Webhooks;
using Exams.Infrastructure.Events.Webhooks;
using Exams.World;
using Microsoft.AspNetCore.Http;

namespace Exams.Infrastructure.Tests.Events.Webhooks;

/// <summary>Nobody is reached through a webhook who is not to be, and nobody's misbehaviour costs more than ten seconds and a few bytes.</summary>
public sealed class WebhookCallTests
{
    private static readonly WebhookOptions _open = new() { IsLoopbackOpen = true, Timeout = TimeSpan.FromSeconds(1) };

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("ff02::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    public void An_address_that_is_not_public_is_not_reached(string address) =>
        new WebhookNetworks(new WebhookOptions()).Allows(IPAddress.Parse(address)).Should().BeFalse();

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("193.0.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    public void A_public_address_is_reached(string address) =>
        new WebhookNetworks(new WebhookOptions()).Allows(IPAddress.Parse(address)).Should().BeTrue();

    [Theory]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://127.1/", false)]
    [InlineData("https://2130706433/", false)]
    [InlineData("https://0x7f000001/", false)]
    [InlineData("https://10.1.2.3:8443/hook", false)]
    [InlineData("https://169.254.169.254/latest/", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://[fe80::1%25eth0]/", false)]
    [InlineData("https://[::ffff:10.0.0.1]/", false)]
    [InlineData("https://localhost/", false)]
    [InlineData("https://LocalHost.:8443/", false)]
    [InlineData("https://api.localhost/", false)]
    [InlineData("https://8.8.8.8/", true)]
    [InlineData("https://[2606:4700::1111]/", true)]
    [InlineData("https://example.org/", true)]
    [InlineData("https://mylocalhost/", true)]
    [InlineData("https://localhost.example.org/", true)]
    public void An_address_that_says_itself_that_it_is_not_public_is_no_address_for_a_webhook(string url, bool isGood)
    {
        new WebhookNetworks(new WebhookOptions()).Allows(new Uri(url)).Should().Be(isGood);
        new WebhookNetworks(_open with { Networks = [IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("fe80::/10")] })
            .Allows(new Uri(url)).Should().BeTrue("it is open here");
    }

    [Fact]
    public void What_the_board_lists_is_reached_and_nothing_beside_it()
    {
        var networks = new WebhookNetworks(new WebhookOptions { Networks = [IPNetwork.Parse("10.2.0.0/16")] });

        networks.Allows(IPAddress.Parse("10.2.3.4")).Should().BeTrue();
        networks.Allows(IPAddress.Parse("::ffff:10.2.3.4")).Should().BeTrue();
        networks.Allows(IPAddress.Parse("10.3.0.1")).Should().BeFalse();
        networks.Allows(IPAddress.Loopback).Should().BeFalse();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    public async Task A_name_that_leads_inside_is_not_connected_to(string host)
    {
        await using var receiver = await Receiver.StartAsync();
        using var call = new WebhookCall(new WebhookOptions());

        var outcome = await PostAsync(call, $"http://{host}:{new Uri(receiver.Url).Port}/hook");

        outcome.Fault.Should().Be(AttemptFault.AddressNotAllowed);
        receiver.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task A_redirect_is_told_and_not_followed()
    {
        await using var inside = await Receiver.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (_, context) =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = inside.Url;
            return Task.CompletedTask;
        };
        using var call = new WebhookCall(_open);

        var outcome = await PostAsync(call, receiver.Url);

        (outcome.StatusCode, outcome.Fault, outcome.IsGood).Should().Be((307, AttemptFault.Redirected, false));
        inside.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_is_slow_with_the_answer_or_with_its_end_is_not_waited_for()
    {
        await using var receiver = await Receiver.StartAsync();
        using var call = new WebhookCall(_open);
        receiver.Answer = (_, context) => Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
        (await PostAsync(call, receiver.Url)).Fault.Should().Be(AttemptFault.TimedOut);

        receiver.Answer = async (_, context) =>
        {
            await context.Response.WriteAsync("beginning");
            await context.Response.Body.FlushAsync();
            await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
        };
        var slow = await PostAsync(call, receiver.Url);
        slow.Fault.Should().Be(AttemptFault.TimedOut);
        slow.Duration.Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Of_an_endless_answer_only_the_beginning_is_read()
    {
        await using var receiver = await Receiver.StartAsync();
        using var call = new WebhookCall(_open);
        var sent = 0L;
        receiver.Answer = async (_, context) =>
        {
            var block = new byte[65_536];
            Array.Fill(block, (byte)'x');
            while (!context.RequestAborted.IsCancellationRequested && sent < 1_000_000_000)
            {
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
                sent += block.Length;
            }
        };

        var outcome = await PostAsync(call, receiver.Url);

        (outcome.IsGood, outcome.Excerpt!.Length).Should().Be((true, 1_000));
        sent.Should().BeLessThan(100_000_000);
    }

    [Fact]
    public async Task What_cannot_be_reached_says_why()
    {
        using var call = new WebhookCall(_open);
        await using var receiver = await Receiver.StartAsync();

        (await PostAsync(call, receiver.Url.Replace("http://", "https://", StringComparison.Ordinal))).Fault.Should().Be(AttemptFault.NotTrusted);
        await receiver.GoAwayAsync();
        (await PostAsync(call, receiver.Url)).Fault.Should().Be(AttemptFault.NotReached);
        (await PostAsync(call, "http://no-such-host.invalid/")).Fault.Should().BeOneOf(AttemptFault.NameNotFound, AttemptFault.TimedOut);
    }

    private static Task<AttemptOutcome> PostAsync(WebhookCall call, string url) => call.PostAsync(url, "{}"u8.ToArray(), [("Exams-Attempt", "1")], default);
}
