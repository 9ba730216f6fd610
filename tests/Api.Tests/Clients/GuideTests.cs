using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Exams.Rehearsal;
using Exams.World;

namespace Exams.Api.Tests.Clients;

/// <summary>The integrator's guide cannot lie: its own blocks are run, from the first to the last, against a running service.</summary>
[Collection(NpmWorkspace.Shared)]
public sealed partial class GuideTests(NpmWorkspace workspace)
{
    private const string Between = "=-=-= a block ends =-=-=";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_shell_block_of_the_guide_prints_what_the_guide_says()
    {
        foreach (var program in new[] { "bash", "curl", "jq" })
        {
            Assert.SkipUnless(Programs.Has(program), $"{program} is not here (scripts/install.sh clients).");
        }

        // Each block with what the page says that it prints; empty where it says nothing.
        var blocks = Guide.Blocks.Where(block => Sheets.CanRead || block.Section is not ("Statements of entry" or "Listening" or "Downloading")).ToList();
        var told = blocks.Select((block, at) => (block, After: blocks.ElementAtOrDefault(at + 1)))
            .Where(one => one.block.Language == "sh")
            .Select(one => (one.block.Text, Prints: one.After is { Language: "text" } text ? text.Text.TrimEnd() : ""))
            .ToList();
        told.Should().HaveCountGreaterThan(10, "the guide is full of examples");

        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 12));
        using var folder = new ScratchFolder();
        var script = Path.Combine(folder.Path, "guide.sh");

        // Complaints go to a file: a curl that still listens when all is printed would hold a pipe open until it notices that nobody reads.
        await File.WriteAllTextAsync(script, "set -euo pipefail\nexec 2>complaints\n" + string.Concat(told.Select(one => $"{one.Text}echo '{Between}'\n")), Ct);
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "schema"), Path.Combine(Repository.Root, "schema"));
        var start = new ProcessStartInfo("bash", [script]) { WorkingDirectory = folder.Path };
        start.Environment["URL"] = service.Address.ToString().TrimEnd('/');
        start.Environment["BOARD_PASSWORD"] = await People.AddAsync(service, "board", "BOARD");
        start.Environment["OFFICER_PASSWORD"] = await People.ResetAsync(service, "officer.us123");
        var (exit, said, _) = await Programs.TryAsync(start);
        var complaints = await File.ReadAllTextAsync(Path.Combine(folder.Path, "complaints"), Ct);

        var printed = said.Split(Between).Select(part => part.Trim()).ToList();
        foreach (var (one, at) in told.Select((one, at) => (one, at)))
        {
            (at < printed.Count ? printed[at] : null).Should().Be(one.Prints, "this is what the guide shows below\n{0}\nand bash complained of: {1}", one.Text, complaints);
        }

        exit.Should().Be(0, "{0}", complaints);
    }

    [Fact]
    public async Task The_typed_program_of_the_guide_syncs_a_centre_and_finds_nothing_to_do_the_second_night()
    {
        await workspace.ReadyAsync();
        await using var service = await RunningService.StartAsync(new DemoBoard(Candidates: 12));
        using var board = new ApiClient(service.Address, await BoardTokenAsync(service));
        var made = await board.DoAsync(Repository.Operation("CreateApiClient"), new
        {
            name = "Our school system",
            scopes = new[] { "catalogue:read", "centres:read", "candidates:read", "candidates:write", "entries:read", "entries:write", "events:read" },
            centres = new[] { DemoBoard.Centre },
        }, Ct);
        (string, string)[] settings =
        [
            ("URL", service.Address.ToString().TrimEnd('/')),
            ("CLIENT_ID", made["apiClient"]!["clientId"]!.GetValue<string>()),
            ("CLIENT_SECRET", made["clientSecret"]!.GetValue<string>()),
        ];

        (await workspace.NodeAsync("out/sync.js", settings))
            .Should().MatchRegex("""^{"registered":3,"made":6,"unchanged":0,"refused":0,"missing":\[\],"changed":[1-9][0-9]+}$""");
        (await workspace.NodeAsync("out/sync.js", settings))
            .Should().Be("""{"registered":0,"made":0,"unchanged":6,"refused":0,"missing":[],"changed":0}""");
        using var officer = await service.SignedInAsync("officer.us123");
        await officer.DoAsync(Repository.Operation("EnterCandidate"), new { centre = DemoBoard.Centre, series = DemoBoard.Series, candidate = "0001", syllabus = "0500", option = "A" }, Ct);
        (await workspace.NodeAsync("out/sync.js", settings))
            .Should().Be("""{"registered":0,"made":0,"unchanged":6,"refused":0,"missing":[],"changed":1}""", "what the officer does by hand is heard of");
    }

    [Fact]
    public void The_packages_that_the_guide_installs_are_those_that_the_tests_use_and_ten_minutes_are_ten()
    {
        var used = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Clients", "package.json")))!;
        var named = Guide.Blocks.Where(block => block.Language == "console").SelectMany(block => Package().Matches(block.Text)).ToList();

        named.Should().HaveCountGreaterThan(4);
        named.Should().AllSatisfy(match => ((string?)(used["dependencies"]![match.Groups[1].Value] ?? used["devDependencies"]![match.Groups[1].Value]))
            .Should().StartWith(match.Groups[2].Value + ".", match.Value));
        Minutes().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "integrators.md")))
            .Sum(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(10);
    }

    [GeneratedRegex(@"(@?[a-z][\w./-]*)@([0-9]+)\b")]
    private static partial Regex Package();

    [GeneratedRegex(@"^### .*\(([0-9]+) minutes?\)$", RegexOptions.Multiline)]
    private static partial Regex Minutes();

    private static async Task<string> BoardTokenAsync(RunningService service)
    {
        var password = await People.AddAsync(service, "board", "BOARD");
        using var nobody = service.Nobody;
        return (await nobody.DoAsync(Repository.Operation("SignIn"), new { username = "board", password }, Ct))["session"]!["token"]!.GetValue<string>();
    }
}
