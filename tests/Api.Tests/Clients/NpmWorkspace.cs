using System.Diagnostics;
using Exams.World;

namespace Exams.Api.Tests.Clients;

/// <summary>A vendor's folder: the guide's own files, the programs of tests/Clients, and the packages that npm installed; generated and compiled once.</summary>
/// <remarks>Nothing in it is ours but the contract. What is generated never reaches the repository.</remarks>
[CollectionDefinition(Shared)]
public sealed class NpmWorkspace : IAsyncLifetime, ICollectionFixture<NpmWorkspace>
{
    /// <summary>The tests that work in one such folder, one after another.</summary>
    public const string Shared = "npm";

    private static readonly string Packages = Path.Combine(Repository.Root, "artifacts", "clients", "node_modules");
    private static readonly string Sources = Path.Combine(Repository.Root, "tests", "Clients");

    private readonly ScratchFolder _folder = new();
    private readonly Lazy<Task> _built;

    public NpmWorkspace() => _built = new(BuildAsync);

    /// <summary>A file of the workspace.</summary>
    public string At(params string[] parts) => Path.Combine([_folder.Path, .. parts]);

    /// <summary>Skips where npm's packages are not here; otherwise everything is generated and compiled afterwards.</summary>
    public Task ReadyAsync()
    {
        Assert.SkipUnless(Programs.Has("node"), "node is not here.");
        Assert.SkipUnless(Directory.Exists(Packages), "The clients' packages are not here (scripts/install.sh clients).");
        return _built.Value;
    }

    /// <summary>Runs a tool that a package brings; it must succeed.</summary>
    public Task<string> ToolAsync(string tool, params string[] arguments) => Programs.RunAsync(Tool(tool, arguments));

    /// <summary>Runs a tool that a package brings, to whatever end.</summary>
    public Task<(int Exit, string Said, string Complaints)> TryToolAsync(string tool, params string[] arguments) => Programs.TryAsync(Tool(tool, arguments));

    /// <summary>Runs the Relay compiler over the folder relay, to whatever end.</summary>
    public Task<(int Exit, string Said, string Complaints)> TryRelayAsync()
    {
        var start = Tool("relay-compiler", []);
        start.WorkingDirectory = At("relay");
        return Programs.TryAsync(start);
    }

    /// <summary>Runs a compiled program with these settings; it must succeed.</summary>
    public Task<string> NodeAsync(string program, IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo("node", [At(program)]) { WorkingDirectory = _folder.Path };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Programs.RunAsync(start);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private async Task BuildAsync()
    {
        Directory.CreateSymbolicLink(At("node_modules"), Packages);
        File.Copy(Path.Combine(Sources, "package.json"), At("package.json"));
        Copy(Path.Combine(Sources, "paging"), At("src", "paging"));
        Copy(Path.Combine(Sources, "relay"), At("relay"));
        Copy(Path.Combine(Repository.Root, "schema"), At("schema"));
        Copy(Path.Combine(Repository.Root, "schema", "operations"), At("schema", "operations"));
        foreach (var (name, text) in Guide.Files)
        {
            await File.WriteAllTextAsync(At(name), text);
        }

        await ToolAsync("graphql-codegen");
        await ToolAsync("tsc");
        Directory.CreateDirectory(At("relay", "__generated__"));
        (await TryRelayAsync()).Should().Match<(int Exit, string Said, string Complaints)>(relay => relay.Exit == 0);
        await ToolAsync("tsc", "-p", At("relay"));
        File.Copy(At("relay", "package.json"), At("out", "relay", "package.json"));
    }

    private ProcessStartInfo Tool(string tool, string[] arguments) => new(Path.Combine(Packages, ".bin", tool), arguments) { WorkingDirectory = _folder.Path };
}
