using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Exams.GraphQL.Tests.Surface;

/// <summary>The sample's host as a process of its own. Skips the test where the sample is not beside the repository.</summary>
public sealed class LibraryProcess : IAsyncLifetime
{
    private Process? _process;

    /// <summary>Talks to the host.</summary>
    public HttpClient Client { get; } = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The host's folder.</summary>
    public static string Host { get; } =
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "GraphQL.LibraryHost"));

    public static DirectoryInfo? Sample { get; } = FindSample();

    public async ValueTask InitializeAsync()
    {
        if (Sample is null)
        {
            return;
        }

        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = Path.Combine(here.Parent!.Name, here.Name);
        var host = Path.Combine(Host, "bin", configuration, "Exams.GraphQL.LibraryHost.dll");
        var address = $"http://127.0.0.1:{FreePort()}";
        Client.BaseAddress = new Uri(address);
        _process = Process.Start(new ProcessStartInfo("dotnet", [host, "--urls", address])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await UntilAlive();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
    }

    private async Task UntilAlive()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                (await Client.GetStringAsync("/alive")).Should().Be("ok");
                return;
            }
            catch (HttpRequestException) when (tries < 300 && _process is { HasExited: false })
            {
                await Task.Delay(100);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static DirectoryInfo? FindSample()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = new DirectoryInfo(Path.Combine(at.FullName, "shared", "hotchocolate", "library"));
            if (folder.Exists)
            {
                return folder;
            }
        }

        return null;
    }
}
