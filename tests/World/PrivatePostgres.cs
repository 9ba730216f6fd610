using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Exams.World;

/// <summary>A PostgreSQL of the tests' own, on loopback, in a temporary folder, started when it is first asked for and stopped at the end.
/// Without PostgreSQL on the machine, <see cref="Missing"/> says so.</summary>
public sealed class PrivatePostgres : IDisposable
{
    private static readonly string[] _places = ["/usr/lib/postgresql", "/usr/local/pgsql", "/usr/local/bin", "/usr/bin"];

    private readonly Lock _starting = new();
    private readonly string? _programs = FindPrograms();
    private string? _folder;
    private int _port;
    private int _databases;

    /// <summary>Why there is none; null when there is one.</summary>
    public string? Missing => _programs is null ? "PostgreSQL (initdb) is not installed." : null;

    /// <summary>Makes a new, empty database.</summary>
    /// <returns>Its connection string.</returns>
    public string CreateDatabase()
    {
        lock (_starting)
        {
            if (_folder is null)
                Start();
            var name = $"exams_{++_databases}";
            using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
            connection.Open();
            using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
            command.ExecuteNonQuery();
            return ConnectionTo(name);
        }
    }

    public void Dispose()
    {
        if (_folder is null)
            return;
        NpgsqlConnection.ClearAllPools();
        Run("pg_ctl", "-D", _folder, "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static string? FindPrograms() => _places.Where(Directory.Exists)
        .SelectMany(place => Directory.EnumerateFiles(place, "pg_ctl", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3, IgnoreInaccessible = true }))
        .Select(path => Path.GetDirectoryName(path)!).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    private string ConnectionTo(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Maximum Pool Size=20";

    private void Start()
    {
        var folder = Directory.CreateTempSubdirectory("exams-postgres-").FullName;
        if (Environment.UserName == "root")
            Execute("chown", "postgres", folder);
        _port = FreePort();
        Run("initdb", "-D", folder, "-A", "trust", "-U", "postgres", "--locale=C.UTF-8", "-E", "UTF8", "-N");
        Run("pg_ctl", "-D", folder, "-l", Path.Combine(folder, "log"), "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c max_connections=400", "-w", "start");
        _folder = folder;
    }

    // PostgreSQL refuses to run as root.
    private void Run(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs!, program);
        if (Environment.UserName == "root")
            Execute("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else
            Execute(path, arguments);
    }

    private static void Execute(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = "/tmp" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
