using System.Net;
using System.Security.Claims;
using Exams.GraphQL.Execution;
using Exams.GraphQL.Execution.Costs;

namespace Exams.GraphQL.Tests.Execution;

/// <summary>What each client may spend.</summary>
public sealed class LeakyBucketTests
{
    private static readonly CostClient Somebody = new("somebody", false);
    private readonly HandClock _clock = new();

    [Fact]
    public void What_was_taken_comes_back_with_time_and_no_more_than_that()
    {
        var buckets = Buckets(capacity: 100, restore: 10);
        buckets.Reserve(Somebody, 60).Should().BeNull();
        buckets.Reserve(Somebody, 60).Should().Be(TimeSpan.FromSeconds(2), "20 are missing");
        buckets.Status(Somebody).Should().Be(new CostBudgetStatus(100, 40, 10), "a refusal takes nothing");
        _clock.Pass(2);
        buckets.Reserve(Somebody, 60).Should().BeNull();
        _clock.Pass(3_600);
        buckets.Status(Somebody).CurrentlyAvailable.Should().Be(100);
    }

    [Fact]
    public void What_was_not_spent_is_given_back()
    {
        var buckets = Buckets(capacity: 100, restore: 1);
        buckets.Reserve(Somebody, 90);
        buckets.Return(Somebody, 80);
        buckets.Status(Somebody).CurrentlyAvailable.Should().Be(90);
        buckets.Return(Somebody, 80);
        buckets.Status(Somebody).CurrentlyAvailable.Should().Be(100, "a bucket holds no more than that");
    }

    [Fact]
    public void What_costs_more_than_a_bucket_runs_when_it_is_full_and_is_paid_off_later()
    {
        var buckets = Buckets(capacity: 100, restore: 10);
        buckets.Reserve(Somebody, 250).Should().BeNull();
        buckets.Status(Somebody).CurrentlyAvailable.Should().Be(-150);
        buckets.Reserve(Somebody, 1).Should().BeCloseTo(TimeSpan.FromSeconds(15.1), TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void Clients_do_not_pay_for_each_other_and_those_who_share_a_name_have_more()
    {
        var buckets = Buckets(capacity: 100, restore: 10);
        buckets.Reserve(Somebody, 100);
        buckets.Reserve(new CostClient("another", false), 100).Should().BeNull();
        buckets.Status(new CostClient("somebody", true)).Should().Be(new CostBudgetStatus(300, 300, 30));
    }

    [Fact]
    public void Those_for_whom_there_is_no_room_share_until_others_are_whole_again()
    {
        var buckets = Buckets(capacity: 100, restore: 10, clients: 3);
        for (var i = 0; i < 3; i++)
        {
            buckets.Reserve(new CostClient($"old {i}", false), 100).Should().BeNull();
        }

        for (var i = 0; i < 3; i++)
        {
            buckets.Reserve(new CostClient($"new {i}", false), 100).Should().BeNull("the crowd has three times as much");
        }

        buckets.Reserve(new CostClient("new 4", false), 1).Should().NotBeNull();
        buckets.Reserve(new CostClient("old 1", false), 1).Should().NotBeNull("nobody's debt is forgotten for a stranger");
        buckets.Count.Should().Be(4);
        _clock.Pass(20);
        buckets.Reserve(new CostClient("new 5", false), 100).Should().BeNull();
        buckets.Count.Should().Be(1, "all others are whole again");
    }

    [Fact]
    public void Full_buckets_are_looked_for_once_a_second()
    {
        var buckets = Buckets(capacity: 100, restore: 10_000, clients: 2);
        void Come(string name) => buckets.Reserve(new CostClient(name, false), 100).Should().BeNull();
        Come("a");
        Come("b");
        Come("c");
        buckets.Count.Should().Be(3, "nobody is whole again yet, and there is a crowd");
        _clock.Pass(0.999);
        Come("d");
        buckets.Count.Should().Be(3);
        _clock.Pass(0.001);
        Come("e");
        buckets.Count.Should().Be(2, "the crowd has paid for somebody a moment ago");
    }

    [Fact]
    public void Nobody_is_told_to_wait_longer_than_a_day()
    {
        var buckets = Buckets(capacity: 100, restore: 0.001);
        buckets.Reserve(Somebody, 100);
        buckets.Reserve(Somebody, 50).Should().BeCloseTo(TimeSpan.FromSeconds(50_000), TimeSpan.FromSeconds(1));
        buckets.Reserve(Somebody, 90).Should().Be(TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task Many_at_once_take_no_more_than_there_is()
    {
        var buckets = Buckets(capacity: 1_000, restore: 0);
        var granted = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                if (buckets.Reserve(Somebody, 3) is null)
                {
                    Interlocked.Increment(ref granted);
                    buckets.Return(Somebody, 1);
                }
            }
        })));
        granted.Should().BeInRange(498, 500, "each costs 2 in the end, and the last one must find 3");
    }

    [Theory]
    [InlineData("you", null, "192.0.2.1", "name you", false)]
    [InlineData(null, "id", "192.0.2.1", "name id", false)]
    [InlineData(null, null, "192.0.2.1", "address 192.0.2.1", true)]
    [InlineData(null, null, "::ffff:192.0.2.1", "address 192.0.2.1", true)]
    [InlineData(null, null, "2001:db8:1:2:3:4:5:6", "address 2001:db8:1:2::", true)]
    [InlineData(null, null, null, "address ", true)]
    public void A_client_is_a_principal_or_else_a_network(string? name, string? id, string? address, string expected, bool isShared)
    {
        var claims = new List<Claim>();
        claims.AddRange(name is null ? [] : [new Claim(ClaimTypes.Name, name)]);
        claims.AddRange(id is null ? [] : [new Claim(ClaimTypes.NameIdentifier, id)]);
        CostClient.Of(new ClaimsPrincipal(new ClaimsIdentity(claims, "test")), address is null ? null : IPAddress.Parse(address))
            .Should().Be(new CostClient(expected, isShared));
    }

    [Fact]
    public async Task An_operation_pays_what_it_really_cost_and_waits_when_the_bucket_is_empty()
    {
        var schema = Run.Schema(
            "type Query { late: Thing never: Thing } type Thing { late: Thing name: String }",
            ("Query.late", Run.Async(_ => Task.FromResult<object?>(new { }))),
            ("Query.never", Run.Async(_ => Task.FromResult<object?>(null))),
            ("Thing.late", Run.Async(_ => Task.FromResult<object?>(new { }))));
        var budget = Buckets(capacity: 50, restore: 1);
        var executor = Engine.Create(schema, EngineOptions.Public, budget: budget);
        var deep = new OperationRequest
        {
            Document = "{ never { late { late { late { name } } } } }"u8.ToArray(),
            Services = Run.NoServices.Instance,
            Cost = CostMode.Report,
        };
        (await Run.TextAsync(executor, deep, TestContext.Current.CancellationToken)).Should().EndWith(
            """
            "fieldCost":40,"typeCost":5,"maxFieldCost":null,"maxTypeCost":null,"actualFieldCost":10,"throttleStatus":{"maximumAvailable":150,"currentlyAvailable":140,"restoreRate":3}}}}
            """);
        for (var i = 0; i < 3; i++)
        {
            (await Run.TextAsync(executor, "{ late { late { late { late { name } } } } }")).Should().StartWith("""{"data":{"late":{"late":""");
        }

        using var refused = (Response)await executor.ExecuteAsync(Run.Request("{ late { late { late { name } } } }"), TestContext.Current.CancellationToken);
        (refused.Kind, refused.RetryAfter).Should().Be((ResponseKind.Throttled, TimeSpan.FromSeconds(10.0 / 3)));
        System.Text.Encoding.UTF8.GetString(refused.Body.Span).Should().Be(
            """
            {"errors":[{"message":"Too much was asked for in too short a time.","extensions":{"code":"THROTTLED","fieldCost":30,
            "currentlyAvailable":20,"maximumAvailable":150,"restoreRate":3,"retryAfter":4}}]}
            """.ReplaceLineEndings(""));
        (await Run.TextAsync(executor, "{ __typename }")).Should().Be("""{"data":{"__typename":"Query"}}""");
    }

    private LeakyBuckets Buckets(double capacity, double restore, int clients = 100) =>
        new(new LeakyBucketOptions { Capacity = capacity, RestoreRate = restore, SharedFactor = 3, MaxClients = clients }, _clock);

    private sealed class HandClock : TimeProvider
    {
        private long _now = 1_000_000;

        public override long TimestampFrequency => 1_000;

        public override long GetTimestamp() => _now;

        public void Pass(double seconds) => _now += (long)Math.Round(seconds * 1_000);
    }
}
