using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Exams.World;

namespace Exams.Api.Tests;

/// <summary>Closed by default: what strangers get outside Development, and whose word counts for where a request comes from.</summary>
public sealed class ClosedDoorsTests
{
    private const string SignIn = "mutation($input: SignInInput!) { signIn(input: $input) { session { token } errors { code } } }";
    private static readonly string[] Pages = ["/", "/explorer/explorer.js", "/explorer/operations.json", "/explorer/graphiql.min.js", "/graphql/schema.graphql"];
    private static readonly DemoBoard Board = new(Candidates: 2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Strangers_learn_nothing_of_the_schema()
    {
        await using var service = await RunningService.StartAsync(Board);
        using var nobody = service.Nobody;
        foreach (var question in new[] { "{ __schema { types { name } } }", "{ __type(name: \"Query\") { name } }", "{ viewer { kind } s: __schema { queryType { name } } }" })
        {
            var answer = await nobody.AskAsync(question, ct: Ct);
            answer["errors"]!.AsArray().Should().NotBeEmpty();
            answer.ToJsonString().Should().NotContain("\"name\"", "{0} must not be answered", question);
        }

        foreach (var typo in new[] { "{ viewr { kind } }", "{ viewer { kinds } }", "{ resultsAccess(center: \"US123\", series: \"2026-06\") { status } }", "mutation { signOu { errors { code } } }", "{ ... on Viewr { kind } }" })
        {
            (await nobody.AskAsync(typo, ct: Ct)).ToJsonString().Should().NotContainEquivalentOf("did you mean");
        }

        (await nobody.DataAsync("{ __typename viewer { kind } }", ct: Ct)).ToJsonString().Should().Contain("ANONYMOUS");
    }

    [Fact]
    public async Task Whoever_has_signed_in_may_look_at_the_schema()
    {
        await using var service = await RunningService.StartAsync(Board);
        using var officer = await service.SignedInAsync("officer.us123");
        (await officer.DataAsync("{ __schema { queryType { name } } }", ct: Ct)).ToJsonString().Should().Contain("Query");
        (await officer.AskAsync("{ viewr { kind } }", ct: Ct)).ToJsonString().Should().Contain("Did you mean \\u0022viewer\\u0022");
        using var page = await officer.GetAsync("/", ct: Ct);
        page.StatusCode.Should().Be(HttpStatusCode.OK);
        using var schema = await officer.GetAsync("/graphql/schema.graphql", ct: Ct);
        (await schema.Content.ReadAsStringAsync(Ct)).Should().Contain("type Query {");
    }

    [Fact]
    public async Task Strangers_get_no_explorer_and_no_schema_file()
    {
        await using var service = await RunningService.StartAsync(Board);
        foreach (var page in Pages)
        {
            using var nobody = service.Nobody;
            using var response = await nobody.GetAsync(page, ct: Ct);
            ((int)response.StatusCode).Should().BeOneOf([401, 403, 404], "{0} is not for strangers", page);
            (await response.Content.ReadAsStringAsync(Ct)).Should().NotContain("viewer").And.NotContain("GraphiQL");
        }
    }

    [Fact]
    public async Task In_development_everything_can_be_looked_at()
    {
        await using var service = await RunningService.StartAsync(Board, environment: "Development");
        using var nobody = service.Nobody;
        (await nobody.DataAsync("{ __schema { queryType { name } } }", ct: Ct)).ToJsonString().Should().Contain("Query");
        foreach (var page in Pages.Where(page => page != "/explorer/graphiql.min.js"))
        {
            using var response = await nobody.GetAsync(page, ct: Ct);
            response.StatusCode.Should().Be(HttpStatusCode.OK, "{0} is open", page);
        }
    }

    [Fact]
    public async Task Measurements_are_for_loopback_and_for_the_token()
    {
        await using var open = await RunningService.StartAsync();
        (await StatusAsync(new Uri(open.Address, "metrics"))).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(new Uri(open.Address, "metrics"), forwarded: "203.0.113.9")).Should().Be(HttpStatusCode.NotFound, "a proxy on this machine speaks for anybody");

        await using var closed = await RunningService.StartAsync(change: settings => settings with { MetricsToken = "measure" });
        (await StatusAsync(new Uri(closed.Address, "metrics"))).Should().Be(HttpStatusCode.NotFound);
        (await StatusAsync(new Uri(closed.Address, "metrics"), token: "measured")).Should().Be(HttpStatusCode.NotFound);
        (await StatusAsync(new Uri(closed.Address, "metrics"), token: "measure")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Measurements_are_not_for_other_machines()
    {
        var here = NetworkInterface.GetAllNetworkInterfaces().SelectMany(one => one.GetIPProperties().UnicastAddresses)
            .Select(one => one.Address).FirstOrDefault(one => one.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(one));
        Assert.SkipWhen(here is null, "This machine has no other address than loopback.");
        await using var service = await RunningService.StartAsync(change: settings => settings with { Urls = $"http://{here}:0" });
        (await StatusAsync(new Uri(service.Address, "health/live"))).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(new Uri(service.Address, "metrics"))).Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("10.9.8.7", true)]
    [InlineData("127.0.0.1", false)]
    public async Task A_forwarded_address_counts_only_from_a_listed_proxy(string? proxy, bool throttled)
    {
        await using var service = await RunningService.StartAsync(Board, change: settings => settings with { Proxies = proxy is null ? [] : [proxy] });
        var password = await People.ResetAsync(service, "officer.us123");
        for (var i = 0; i < 12; i++)
        {
            (await SignInAsync("wrong", proxy == "127.0.0.1" ? "203.0.113.9" : $"203.0.113.{i}")).Should().BeFalse();
        }

        (await SignInAsync(password, "198.51.100.7")).Should().Be(!throttled, "failures count where they come from");

        async Task<bool> SignInAsync(string word, string from)
        {
            using var http = new HttpClient();
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service.Address, "graphql"))
            {
                Content = JsonContent.Create(new { query = SignIn, variables = new { input = new { username = "officer.us123", password = word } } }),
            };
            request.Headers.Add("X-Forwarded-For", from);
            using var response = await http.SendAsync(request, Ct);
            return JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!["data"]!["signIn"]!["session"] is not null;
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(Uri address, string? token = null, string? forwarded = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (forwarded is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwarded);
        }

        using var response = await http.SendAsync(request, Ct);
        return response.StatusCode;
    }
}
