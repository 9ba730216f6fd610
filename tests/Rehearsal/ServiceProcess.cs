using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Exams.Rehearsal;

/// <summary>The real service as a process of its own: started on a free port, killed or stopped, looked at from outside.</summary>
public sealed partial class ServiceProcess : IDisposable
{
    private const string PublicAddress = "https://results.example.org/";
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(ServiceHome home)
    {
        _process = new Process { StartInfo = home.Command() };
        _process.OutputDataReceived += (_, line) => Hear(home, line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(home, line.Data);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Processor time used so far, user and system, all threads.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory that was resident at any moment since <see cref="ForgetPeak"/>, in bytes (VmHWM).</summary>
    public long PeakMemory => Memory("VmHWM");

    /// <summary>The memory that is resident now, in bytes (VmRSS).</summary>
    public long ResidentMemory => Memory("VmRSS");

    /// <summary>Starts the service and waits until it listens.</summary>
    /// <exception cref="RehearsalException">It ended, or was silent for two minutes.</exception>
    public static async Task<ServiceProcess> StartAsync(ServiceHome home)
    {
        var service = new ServiceProcess(home);
        service._process.Start();
        service._process.BeginOutputReadLine();
        service._process.BeginErrorReadLine();
        var ended = service._process.WaitForExitAsync();
        if (await Task.WhenAny(service._address.Task, ended, Task.Delay(StartPatience)) != service._address.Task)
        {
            service.Dispose();
            throw new RehearsalException($"The service did not start; {home.Log} says why.");
        }

        service.Address = await service._address.Task;
        return service;
    }

    /// <summary>Lets <see cref="PeakMemory"/> begin anew, where the system allows it.</summary>
    public void ForgetPeak()
    {
        try
        {
            File.WriteAllText($"/proc/{_process.Id}/clear_refs", "5");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // The peak then counts from the start, which is more and not less.
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, and waits for the orderly end.</summary>
    /// <exception cref="RehearsalException">It did not end in half a minute, or not with 0.</exception>
    public async Task StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        if (await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(StopPatience)) is var _ && !_process.HasExited)
        {
            throw new RehearsalException("The service does not stop when it is asked to.");
        }

        if (_process.ExitCode != 0)
        {
            throw new RehearsalException($"The service ended with {_process.ExitCode}.");
        }
    }

    /// <summary>Ends the process if it still runs.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    /// <summary>What the environment of every process of one service says.</summary>
    internal static void Set(IDictionary<string, string?> environment, ServiceHome home)
    {
        environment["EXAMS_DATA"] = home.Data;
        environment["EXAMS_KEYS"] = home.Keys;
        environment["EXAMS_URLS"] = "http://127.0.0.1:0";
        environment["EXAMS_PUBLIC_URL"] = PublicAddress;
        environment["EXAMS_DATABASE"] = home.Database;
        environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in home.Settings)
        {
            environment[name] = value;
        }
    }

    private void Hear(ServiceHome home, string? line)
    {
        if (line is null)
        {
            return;
        }

        home.Write(line);
        if (Listening().Match(line) is { Success: true } found)
        {
            _address.TrySetResult(new Uri(found.Groups[1].Value + "/"));
        }
    }

    private long Memory(string what)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(one => one.StartsWith(what + ":", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
