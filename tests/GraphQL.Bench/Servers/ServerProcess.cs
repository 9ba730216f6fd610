using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Exams.GraphQL.Bench.Servers;

/// <summary>A server as a process of its own, on one core.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private ServerProcess(string name, Process process, Func<Workload, Uri> address) => (Name, _process, Address) = (name, process, address);

    /// <summary>Its name in the table.</summary>
    public string Name { get; }

    /// <summary>Where a workload goes.</summary>
    public Func<Workload, Uri> Address { get; }

    /// <summary>Processor time used so far by all its threads (/proc/PID/stat).</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Memory that is resident now, in bytes (VmRSS).</summary>
    public long ResidentMemory
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts a server on a core and waits until it listens.</summary>
    /// <param name="name">Its name in the table.</param>
    /// <param name="core">The core; null for any.</param>
    /// <param name="port">The port it was told to listen on.</param>
    /// <param name="path">The path of a workload.</param>
    /// <param name="environment">Further variables.</param>
    /// <param name="command">Program and arguments.</param>
    /// <exception cref="BenchException">It ended, or was silent for a minute.</exception>
    public static async Task<ServerProcess> StartAsync(
        string name, int? core, int port, Func<Workload, string> path, IReadOnlyDictionary<string, string> environment, params string[] command)
    {
        string[] whole = core is { } number ? ["taskset", "-c", number.ToString(CultureInfo.InvariantCulture), .. command] : command;
        var start = new ProcessStartInfo(whole[0], whole[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        var said = new Queue<string>();
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(said, line.Data);
        process.ErrorDataReceived += (_, line) => Hear(said, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(name, process, workload => new Uri($"http://127.0.0.1:{port}{path(workload)}"));
        for (var waited = Stopwatch.StartNew(); !await ListensAsync(port); await Task.Delay(100))
        {
            if (process.HasExited || waited.Elapsed > Patience)
            {
                server.Dispose();
                throw new BenchException($"{name} did not start: {string.Join(" | ", said)}");
            }
        }

        return server;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static async Task<bool> ListensAsync(int port)
    {
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // The last few lines say why a server did not start.
    private static void Hear(Queue<string> said, string? line)
    {
        lock (said)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                said.Enqueue(line);
            }

            if (said.Count > 5)
            {
                said.Dequeue();
            }
        }
    }
}
