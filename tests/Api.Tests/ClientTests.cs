using System.Text.Json.Nodes;
using Exams.World;

namespace Exams.Api.Tests;

/// <summary>Clients that know nothing of us: the npm package graphql-ws, and curl.</summary>
public sealed class ClientTests
{
    private static readonly string Tools = Path.Combine(Repository.Root, "artifacts", "tools");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_npm_client_graphql_ws_hears_progress_and_ready()
    {
        Assert.SkipUnless(Programs.Has("node"), "node is not here.");
        Assert.SkipUnless(Directory.Exists(Path.Combine(Tools, "node_modules", "graphql-ws")), "graphql-ws is not here (scripts/install.sh tools).");
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 40));
        using var officer = await service.SignedInAsync("officer.us123");
        var cursor = (await officer.DataAsync("{ newsCursor }", ct: Ct))["newsCursor"]!.GetValue<long>();
        var listening = Programs.RunAsync(
            "node", Path.Combine(Repository.Root, "tests", "Api.Tests", "Clients", "graphql-ws.mjs"), Tools, service.Address.ToString(), officer.Token!,
            $"{cursor}", Path.Combine(Repository.Root, "schema", "operations"));
        await officer.ConfirmAsync();
        var ready = await officer.ReadyAsync();

        var heard = JsonNode.Parse(await listening)!;
        heard["viewer"]!.ToJsonString().Should().Be("{\"kind\":\"OFFICER\",\"username\":\"officer.us123\"}");
        var progress = heard["progress"]!.AsArray();
        progress.Should().HaveCountGreaterThan(1, "there is a beginning and an end");
        progress.Select(news => news!["done"]!.GetValue<int>()).Should().BeInAscendingOrder();
        progress.Should().AllSatisfy(news => news!["total"]!.GetValue<int>().Should().Be(40));
        heard["ready"]!["documents"]!["pdf"]!["url"]!.GetValue<string>().Should().Be(ready["pdf"]!["url"]!.GetValue<string>());
    }

    [Fact]
    public async Task Curl_signs_in_confirms_and_downloads_with_a_range()
    {
        Assert.SkipUnless(Programs.Has("curl"), "curl is not here.");
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 12));
        var password = await People.ResetAsync(service, "officer.us123");
        async Task<JsonNode> AskAsync(string operation, object variables, params string[] headers)
        {
            using var folder = new ScratchFolder();
            var body = Path.Combine(folder.Path, "body.json");
            await File.WriteAllTextAsync(body, System.Text.Json.JsonSerializer.Serialize(new { query = Repository.Operation(operation), variables }), Ct);
            return JsonNode.Parse(await Programs.RunAsync(
                "curl", ["-sS", "--fail", "-H", "content-type: application/json", .. headers, "--data-binary", $"@{body}", $"{service.Address}graphql"]))!["data"]!;
        }

        var session = await AskAsync("SignIn", new { input = new { username = "officer.us123", password } });
        string[] signed = ["-H", $"Authorization: Bearer {session["signIn"]!["session"]!["token"]}"];
        var input = new
        {
            centre = "US123",
            series = "2026-06",
            status = "ALL",
            expectedVersion = 0,
            queriesAccepted = true,
            contact = new { name = "Exams Office", email = "office@example.org" },
        };
        (await AskAsync("SetResultsAccess", new { input }, signed))["setResultsAccess"]!["issued"]!.GetValue<int>().Should().Be(12);
        JsonNode newest;
        do
        {
            newest = (await AskAsync("ResultsAccess", new { centre = "US123", series = "2026-06" }, signed))["resultsAccess"]!["documents"]!["nodes"]![0]!;
        }
        while (newest["state"]!.GetValue<string>() is "PENDING" or "PRINTING");

        using var papers = new ScratchFolder();
        string[] saved = [Path.Combine(papers.Path, "a"), Path.Combine(papers.Path, "b")];
        var url = new Uri(service.Address, newest["pdf"]!["url"]!.GetValue<string>()).ToString();
        var named = await Programs.RunAsync("curl", ["-sS", "--fail", .. signed, "-O", "-J", "--output-dir", papers.Path, "-w", "%{filename_effective} %{size_download} %{content_type}", url]);
        Path.GetFileName(named.Split(' ')[0]).Should().Be("US123_2026-06_sheets.pdf", "-J takes the name that the server gives");
        named.Should().EndWith($"{newest["pdf"]!["bytes"]} application/pdf");
        (await Programs.RunAsync("curl", ["-sS", .. signed, "-r", "0-999", "-o", saved[0], "-w", "%{http_code}", url])).Should().Be("206");
        (await Programs.RunAsync("curl", ["-sS", .. signed, "-r", "1000-", "-o", saved[1], "-w", "%{http_code}", url])).Should().Be("206");
        byte[] joined = [.. await File.ReadAllBytesAsync(saved[0], Ct), .. await File.ReadAllBytesAsync(saved[1], Ct)];
        joined.Should().Equal(await File.ReadAllBytesAsync(Path.Combine(papers.Path, "US123_2026-06_sheets.pdf"), Ct));
        (await Programs.RunAsync("curl", ["-sS", "-o", saved[0], "-w", "%{http_code}", url])).Should().Be("401", "nobody gets passwords");
    }
}
