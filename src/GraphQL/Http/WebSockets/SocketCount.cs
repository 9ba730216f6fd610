using System.Collections.Concurrent;
using Exams.GraphQL.Execution.Diagnostics;

namespace Exams.GraphQL.Http.WebSockets;

/// <summary>Counts open sockets by principal.</summary>
internal sealed class SocketCount
{
    private readonly ConcurrentDictionary<string, int> _open = new(StringComparer.Ordinal);

    /// <summary>Counts one more, unless there are too many already.</summary>
    /// <returns>Whether it was counted.</returns>
    public bool TryEnter(string principal, int max)
    {
        while (true)
        {
            var open = _open.GetOrAdd(principal, 0);
            if (open >= max)
            {
                return false;
            }

            if (_open.TryUpdate(principal, open + 1, open))
            {
                EngineDiagnostics.CountSocket(1);
                return true;
            }
        }
    }

    /// <summary>Counts one less; nobody is remembered who has none.</summary>
    public void Leave(string principal)
    {
        while (_open.TryGetValue(principal, out var open))
        {
            if (open > 1 ? _open.TryUpdate(principal, open - 1, open) : _open.TryRemove(new(principal, open)))
            {
                EngineDiagnostics.CountSocket(-1);
                return;
            }
        }
    }
}
