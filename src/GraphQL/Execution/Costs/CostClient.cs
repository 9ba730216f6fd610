using System.Net;
using System.Net.Sockets;
using System.Security.Claims;

namespace Exams.GraphQL.Execution.Costs;

/// <summary>Who spends.</summary>
/// <param name="Name">Tells it from others.</param>
/// <param name="IsShared">Whether many may be behind it, as behind an address.</param>
public readonly record struct CostClient(string Name, bool IsShared)
{
    private const int BytesOfNetwork = 8;

    /// <summary>Somebody by their identifier or name, nobody by their address. Whoever has one address of IPv6 has the whole network of
    /// 64 bits, so that is what counts.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="address">From where; null when nobody can say.</param>
    /// <returns>The client.</returns>
    public static CostClient Of(ClaimsPrincipal user, IPAddress? address)
    {
        ArgumentNullException.ThrowIfNull(user);
        return (user.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? user.Identity?.Name) is { } name
            ? new CostClient("name " + name, false)
            : new CostClient("address " + Network(address), true);
    }

    private static string? Network(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 } || address.IsIPv4MappedToIPv6)
        {
            return address?.MapToIPv4().ToString();
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[BytesOfNetwork..].Clear();
        return new IPAddress(bytes).ToString();
    }
}
