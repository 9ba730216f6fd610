namespace Exams.GraphQL.Tests.Proofs;

/// <summary>Proofs run alone, because some of them look at the clock.</summary>
[CollectionDefinition(nameof(Proofs), DisableParallelization = true)]
public class Proofs;

/// <summary>Other people's audits of transports and abuse, run against the engine's host.</summary>
/// <param name="host">The host.</param>
[Trait("Category", "Proof")]
[Collection(nameof(Proofs))]
public class PublishedAudits(RunningHost host) : IClassFixture<RunningHost>
{
    // The host closes sockets that say nothing for a second.
    private const string InitialisationTimeout = "1000";

    [Fact]
    public async Task All_61_checks_of_graphql_over_http_pass()
    {
        Assert.SkipWhen(host.Missing is not null, host.Missing ?? "");

        var (code, output) = await host.RunAsync(
            ["audit.mjs", host.Address.ToString(), "--strict"],
            new() { ["AUDIT_AUTH"] = "Bearer host" });

        output.Should().Contain("61 passed, 0 failed");
        code.Should().Be(0);
    }

    [Fact]
    public async Task All_30_checks_of_the_socket_protocol_pass()
    {
        Assert.SkipWhen(host.Missing is not null, host.Missing ?? "");

        var (code, output) = await host.RunAsync(
            ["ws-audit.mjs", $"ws://127.0.0.1:{host.Address.Port}/graphql"],
            new() { ["INIT_MS"] = InitialisationTimeout });

        output.Should().Contain("30 passed, 0 failed, 0 skipped");
        code.Should().Be(0);
    }

    [Fact]
    public async Task All_10_checks_of_event_streams_pass()
    {
        Assert.SkipWhen(host.Missing is not null, host.Missing ?? "");

        var (code, output) = await host.RunAsync(["sse-audit.mjs", host.Address.ToString()]);

        output.Should().Contain("10 passed, 0 failed");
        code.Should().Be(0);
    }

    [Fact]
    public async Task Client_libraries_put_answers_in_parts_together()
    {
        Assert.SkipWhen(host.Missing is not null, host.Missing ?? "");

        var (code, output) = await host.RunAsync(["parts.mjs", host.Address.ToString()]);

        output.Should().Contain("4 of 4 ways come to the same");
        code.Should().Be(0);
    }

    [Fact]
    public async Task All_49_attacks_are_answered_by_a_process_that_lives_on()
    {
        Assert.SkipWhen(host.Missing is not null, host.Missing ?? "");

        var (_, output) = await host.RunAsync(["attack.mjs", host.Address.ToString(), "--policy"]);
        if (output.Contains(" took ", StringComparison.Ordinal))
        {
            // Answers have deadlines of their own, which a machine busy with something else may miss once.
            (_, output) = await host.RunAsync(["attack.mjs", host.Address.ToString(), "--policy"]);
        }

        output.Should().Contain("49 passed, 0 failed");
        host.IsAlive.Should().BeTrue();
    }
}
