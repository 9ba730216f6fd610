using System.Text;
using System.Text.Json;

namespace Exams.GraphQL.Bench.Servers;

/// <summary>The engine beside other servers: each on the same core, one after the other, over and over, so that whatever else the
/// machine does falls on all of them.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="folder">For what lies between.</param>
/// <param name="output">Where to write.</param>
internal sealed class Comparison(ComparisonOptions options, string folder, TextWriter output) : IDisposable
{
    private const int ServerCore = 0;
    private const int LoadCore = 1;
    private readonly HttpClient _client = new() { DefaultRequestHeaders = { { "Authorization", "Bearer host" }, { "Accept", "application/json" } } };

    /// <summary>Starts the servers, measures and prints.</summary>
    public async Task RunAsync()
    {
        var servers = new List<ServerProcess>();
        try
        {
            await StartAsync(servers);
            var measures = await MeasureAsync(servers);
            new ComparisonReport(servers.ConvertAll(s => s.Name), options, measures).Write(output);
        }
        finally
        {
            servers.ForEach(s => s.Dispose());
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task StartAsync(List<ServerProcess> servers)
    {
        var port = ServerProcess.FreePort();
        var engine = await ServerProcess.StartAsync(
            ComparisonReport.Engine, ServerCore, port, _ => "/graphql", Dotnet, "dotnet", options.Host, "--urls", $"http://127.0.0.1:{port}");
        servers.Add(engine);
        var answers = Directory.CreateDirectory(Path.Combine(folder, "answers")).FullName;
        foreach (var workload in Workload.All)
        {
            await File.WriteAllTextAsync(Path.Combine(answers, workload.Name + ".json"), await AskAsync(engine, workload));
        }

        var schema = Path.Combine(folder, "host.graphql");
        await File.WriteAllTextAsync(schema, await _client.GetStringAsync(new Uri(engine.Address(Workload.All[0]), "/graphql/schema.graphql")));

        port = ServerProcess.FreePort();
        servers.Add(await ServerProcess.StartAsync(
            ComparisonReport.Bare, ServerCore, port, w => "/" + w.Name, Dotnet, "dotnet", options.Host, "bare", answers, "--urls", $"http://127.0.0.1:{port}"));
        foreach (var peer in options.Peers)
        {
            await TryStartPeerAsync(servers, peer, schema);
        }
    }

    private async Task TryStartPeerAsync(List<ServerProcess> servers, string peer, string schema)
    {
        if (options.PeersScript is not { } script)
        {
            await output.WriteLineAsync($"{peer} is not here (npm's packages could not be installed).");
            return;
        }

        var port = ServerProcess.FreePort();
        var environment = new Dictionary<string, string>
        {
            ["PEER"] = peer, ["SCHEMA"] = schema, ["PORT"] = $"{port}", ["NODE_ENV"] = "production",
        };
        var path = peer == "apollo" ? "/" : "/graphql";
        try
        {
            var server = await ServerProcess.StartAsync(peer, ServerCore, port, _ => path, environment, "node", script);
            servers.Add(server);
            await CompareAnswersAsync(servers[0], server);
        }
        catch (BenchException missing)
        {
            await output.WriteLineAsync(missing.Message);
        }
    }

    // A server that answers something else would be compared with for nothing.
    private async Task CompareAnswersAsync(ServerProcess engine, ServerProcess peer)
    {
        foreach (var workload in Workload.All.Where(w => w.Name != "introspection"))
        {
            using var ours = JsonDocument.Parse(await AskAsync(engine, workload));
            using var theirs = JsonDocument.Parse(await AskAsync(peer, workload));
            if (!JsonElement.DeepEquals(ours.RootElement, theirs.RootElement))
            {
                throw new BenchException($"{peer.Name} answers \"{workload.Name}\" differently.");
            }
        }
    }

    private async Task<string> AskAsync(ServerProcess server, Workload workload)
    {
        using var body = new StringContent(workload.Body, Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync(server.Address(workload), body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode && text.StartsWith("{\"data\":{", StringComparison.Ordinal)
            ? text
            : throw new BenchException($"{server.Name} answers \"{workload.Name}\" with {(int)answer.StatusCode}: {text[..Math.Min(200, text.Length)]}");
    }

    private async Task<Dictionary<(string Server, string Workload), List<Measure>>> MeasureAsync(List<ServerProcess> servers)
    {
        var wrk = new Wrk(LoadCore, folder);
        var measures = new Dictionary<(string, string), List<Measure>>();
        foreach (var workload in options.Workloads)
        {
            foreach (var server in servers)
            {
                await wrk.RunAsync(server.Address(workload), workload, options.WarmUpSeconds);
            }

            for (var round = 0; round < options.Rounds; round++)
            {
                foreach (var server in servers)
                {
                    var measure = await MeasureAsync(wrk, server, workload);
                    if (!measures.TryGetValue((server.Name, workload.Name), out var known))
                    {
                        measures.Add((server.Name, workload.Name), known = []);
                    }

                    known.Add(measure);
                }
            }
        }

        return measures;
    }

    private async Task<Measure> MeasureAsync(Wrk wrk, ServerProcess server, Workload workload)
    {
        var counted = server.Name == ComparisonReport.Engine;
        var before = counted ? await HostCounters.ReadAsync(_client, server.Address(workload)) : null;
        var cpu = server.ProcessorTime;
        var (requests, seconds, p99) = await wrk.RunAsync(server.Address(workload), workload, options.Seconds);
        cpu = server.ProcessorTime - cpu;
        var after = counted ? await HostCounters.ReadAsync(_client, server.Address(workload)) : null;
        return new Measure(
            requests / seconds,
            p99,
            cpu.TotalMicroseconds / requests,
            after is null ? null : (double)(after.Allocated - before!.Allocated) / requests);
    }

    // Without the pause before methods are counted, compilers are done when the warm-up is.
    private static Dictionary<string, string> Dotnet { get; } = new()
    {
        ["DOTNET_gcServer"] = "0", ["DOTNET_TieredPGO"] = "1", ["DOTNET_TC_CallCountingDelayMs"] = "0",
    };
}
