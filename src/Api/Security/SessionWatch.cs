using System.Collections.Concurrent;
using Exams.Infrastructure.Persistence.Sessions;

namespace Exams.Api.Security;

/// <summary>Watches the sessions of open sockets: within a second of a session's end, whoever ended it and in whichever process, its
/// sockets are closed.</summary>
internal sealed class SessionWatch(SessionCallers sessions, TimeProvider clock, ILogger<SessionWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private readonly ConcurrentDictionary<Lease, byte> _leases = new();

    /// <summary>Begins to watch a session.</summary>
    /// <param name="caller">Who is on the socket.</param>
    /// <returns>Tells when the session ends; dispose it when the socket is gone.</returns>
    public Lease Watch(Caller caller)
    {
        var lease = new Lease(caller, this);
        _leases.TryAdd(lease, 0);
        return lease;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync();
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "Open sessions could not be looked at; trying again.");
            }
        }
    }

    private async Task LookAsync()
    {
        foreach (var session in _leases.Keys.GroupBy(lease => lease.Caller.SessionId))
        {
            var caller = session.First().Caller;
            if (!StillHolds(caller, await sessions.RefreshAsync(caller)))
            {
                foreach (var lease in session)
                {
                    lease.End();
                }
            }
        }
    }

    /// <summary>Whether a socket may go on. An officer whose centres changed must connect again: the socket's subscriptions were opened
    /// for the old ones.</summary>
    /// <param name="before">Who opened the socket.</param>
    /// <param name="now">Who that is by now.</param>
    internal static bool StillHolds(Caller before, Caller now) => (before, now) switch
    {
        (Caller.Officer old, Caller.Officer current) => old.Centres.SetEquals(current.Centres),
        _ => now.IsSignedIn,
    };

    /// <summary>One socket's interest in its session.</summary>
    internal sealed class Lease(Caller caller, SessionWatch watch) : IDisposable
    {
        private readonly CancellationTokenSource _ended = new();

        /// <summary>Who is on the socket.</summary>
        public Caller Caller { get; } = caller;

        /// <summary>Cancelled when the session has ended.</summary>
        public CancellationToken Ended => _ended.Token;

        /// <summary>Ends the socket.</summary>
        public void End()
        {
            if (watch._leases.TryRemove(this, out _))
            {
                _ended.Cancel();
            }
        }

        /// <inheritdoc/>
        public void Dispose() => watch._leases.TryRemove(this, out _);
    }
}
