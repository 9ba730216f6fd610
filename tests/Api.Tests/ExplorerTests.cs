using System.Text.Json.Nodes;
using Exams.World;

namespace Exams.Api.Tests;

/// <summary>The explorer in a real browser that can reach nothing but the service. Its pictures are left in artifacts/pictures to be looked at.</summary>
public sealed class ExplorerTests
{
    private static readonly string Artifacts = Path.Combine(Repository.Root, "artifacts");

    [Fact]
    public async Task An_officer_gives_access_in_the_explorer_without_any_network()
    {
        var chromium = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(chromium is null, "chromium is not here (scripts/install.sh browser).");
        Assert.SkipUnless(Programs.Has("node"), "node is not here.");
        var modules = Path.Combine(Artifacts, "browser");
        Assert.SkipUnless(Directory.Exists(Path.Combine(modules, "node_modules", "playwright-core")), "playwright-core is not here (scripts/install.sh browser).");
        Assert.SkipUnless(File.Exists(Path.Combine(Artifacts, "explorer", "assets", "graphiql.min.js")), "GraphiQL is not here (scripts/install.sh explorer).");

        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 12), environment: "Development");
        var password = await People.ResetAsync(service, "officer.us123");
        using var officer = await service.SignedInAsync("officer.us123");
        var cursor = (await officer.DataAsync("{ newsCursor }", ct: TestContext.Current.CancellationToken))["newsCursor"]!.GetValue<long>();
        var pictures = Directory.CreateDirectory(Path.Combine(Artifacts, "pictures")).FullName;
        var seen = JsonNode.Parse(await Programs.RunAsync(
            "node", Path.Combine(Repository.Root, "tests", "Api.Tests", "Clients", "explorer.mjs"), modules, chromium, service.Address.ToString(), password, $"{cursor}", pictures))!;

        seen["foreign"]!.AsArray().Should().BeEmpty("nothing may be fetched from elsewhere");
        seen["complaints"]!.AsArray().Should().BeEmpty("the browser has nothing to complain of");
        seen["who"]!.GetValue<string>().Should().StartWith("Signed in as officer.us123");
        seen["before"]!["data"]!["resultsAccess"]!["status"]!.GetValue<string>().Should().Be("NONE");
        seen["set"]!["data"]!["setResultsAccess"]!["issued"]!.GetValue<int>().Should().Be(12);
        seen["ready"]!["data"]!["onDocumentsReady"]!["documents"]!["state"]!.GetValue<string>().Should().Be("READY");
        seen["docs"]!.GetValue<string>().Should().Contain("Query", "the schema can be read in it");
    }
}
