using System.Net;
using System.Net.Sockets;

namespace Exams.GraphQL.Fuzz.Worlds;

/// <summary>Raw bytes to a server and back.</summary>
internal static class Wire
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    // A busy server needs longer for its first word than for the next ones.
    private const int TimesForFirst = 4;

    /// <summary>Sends everything, reads until the server has been silent for a while, says that nothing more will come, and reads to the end.</summary>
    /// <param name="address">The server.</param>
    /// <param name="sent">What to send.</param>
    /// <param name="isWhole">Whether what was read is all that is to be expected.</param>
    /// <param name="silence">How long a silence counts as one; what still runs then is ended.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>What came back, and whether the server hung up in time.</returns>
    public static (byte[] Received, bool HungUp) Talk(IPEndPoint address, byte[] sent, Func<byte[], bool> isWhole, TimeSpan silence, TimeProvider clock)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(address);
        var received = new MemoryStream();
        var began = clock.GetTimestamp();
        try
        {
            socket.Send(sent);
            var buffer = new byte[16_384];
            var isClosed = false;
            while (clock.GetElapsedTime(began) < Longest)
            {
                if (!socket.Poll((int)(isClosed ? 500_000 : silence.TotalMicroseconds * (received.Length == 0 ? TimesForFirst : 1)), SelectMode.SelectRead))
                {
                    // Silent: it waits for more of the request, or keeps a finished connection open.
                    if (!isClosed)
                    {
                        socket.Shutdown(SocketShutdown.Send);
                        isClosed = true;
                    }

                    continue;
                }

                var count = socket.Receive(buffer);
                if (count == 0)
                {
                    return (received.ToArray(), true);
                }

                received.Write(buffer, 0, count);
                if (!isClosed && isWhole(received.ToArray()))
                {
                    return (received.ToArray(), true);
                }
            }

            return (received.ToArray(), false);
        }
        catch (SocketException)
        {
            // Reset by the server: it has said what it had to say, and did not read the rest.
            return (received.ToArray(), true);
        }
    }
}
