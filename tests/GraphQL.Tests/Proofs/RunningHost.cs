using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Exams.GraphQL.Tests.Proofs;

/// <summary>The engine's host as a process of its own, and the published tools that try it. Both are made once for all proofs.</summary>
public sealed class RunningHost : IAsyncLifetime
{
    private static readonly string[] Needed = ["audit.mjs", "ws-audit.mjs", "sse-audit.mjs", "attack.mjs", "package.json"];
    private Process? _host;
    private string? _tools;

    /// <summary>Why nothing can be proven on this machine; null when it can.</summary>
    public string? Missing { get; private set; }

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Missing = await PrepareToolsAsync() ?? await StartAsync();
    }

    /// <summary>Runs a tool to its end.</summary>
    /// <returns>Its exit code and what it said.</returns>
    public async Task<(int Code, string Output)> RunAsync(string[] arguments, Dictionary<string, string>? environment = null) =>
        await RunAsync("node", arguments, _tools!, TimeSpan.FromMinutes(3), environment);

    public ValueTask DisposeAsync()
    {
        if (_host is { HasExited: false })
        {
            _host.Kill(entireProcessTree: true);
        }

        _host?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Whether the process that is attacked is still the one that was started.</summary>
    public bool IsAlive => _host is { HasExited: false };

    private async Task<string?> PrepareToolsAsync()
    {
        var repository = Above(folder => File.Exists(Path.Combine(folder, "Exams.sln")));
        var published = Above(folder => Directory.Exists(Path.Combine(folder, "shared", "graphql", "tools")));
        if (repository is null || published is null)
        {
            return "The published tools (../shared/graphql/tools) are not here.";
        }

        _tools = Path.Combine(repository, "artifacts", "tools");
        Directory.CreateDirectory(_tools);
        foreach (var name in Needed)
        {
            var file = Path.Combine(_tools, name);
            File.Delete(file);
            await File.WriteAllBytesAsync(file, await File.ReadAllBytesAsync(Path.Combine(published, "shared", "graphql", "tools", name)));
        }

        // One of our own, which needs the packages of the others.
        File.Copy(Path.Combine(repository, "tests", "GraphQL.Tests", "Proofs", "parts.mjs"), Path.Combine(_tools, "parts.mjs"), overwrite: true);
        if (Directory.Exists(Path.Combine(_tools, "node_modules", "graphql-http")))
        {
            return null;
        }

        try
        {
            var (code, output) = await RunAsync(
                "npm", ["install", "--no-audit", "--no-fund", "--legacy-peer-deps"], _tools, TimeSpan.FromMinutes(3));
            return code == 0 ? null : $"npm cannot install the tools here: {output}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node and npm are not installed.";
        }
    }

    private async Task<string?> StartAsync()
    {
        var folder = AppContext.BaseDirectory.Replace("GraphQL.Tests", "GraphQL.Host", StringComparison.Ordinal);
        var program = Path.Combine(folder, "Exams.GraphQL.Host.dll");
        if (!File.Exists(program))
        {
            return $"The engine's host is not built ({program}).";
        }

        var port = FreePort();
        Address = new Uri($"http://127.0.0.1:{port}/graphql");
        _host = Process.Start(new ProcessStartInfo("dotnet", [program, "--urls", $"http://127.0.0.1:{port}"]))!;
        using var client = new HttpClient();
        for (var i = 0; i < 150; i++)
        {
            try
            {
                await client.GetAsync(new Uri(Address, "?query={__typename}"));
                return null;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200);
            }
        }

        throw new InvalidOperationException("The engine's host does not answer.");
    }

    private static async Task<(int Code, string Output)> RunAsync(
        string program, string[] arguments, string folder, TimeSpan atMost, Dictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(atMost);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"{program} took longer than {atMost}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? Above(Func<string, bool> isIt)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (isIt(at.FullName))
            {
                return at.FullName;
            }
        }

        return null;
    }
}
