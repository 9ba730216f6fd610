using System.Net;
using System.Net.Sockets;

namespace Exams.Infrastructure.Events.Webhooks;

/// <summary>Decides which addresses may be connected to: public ones, and those that the board has listed. Asked for the very address that the connection goes
/// to, so that a name which is pointed elsewhere afterwards gains nothing.</summary>
/// <remarks>The registries of special-purpose addresses (RFC 6890 and what IANA added to them).</remarks>
internal sealed class WebhookNetworks(WebhookOptions options)
{
    // Of IPv6 only what is given out as global unicast is public; that leaves out loopback, link-local, unique local, multicast and mapped addresses.
    private static readonly IPNetwork _globalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] _special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            // Protocol assignments with Teredo, documentation, 6to4 (which wraps any IPv4 address), and segment routing.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork[] _loopback = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    public bool Allows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Lies(plain, options.Networks) || (options.IsLoopbackOpen && Lies(plain, _loopback)) || IsPublic(plain);
    }

    /// <summary>Whether an address may be reached, as far as one can tell without asking for its name: a name other than this machine's is looked at when it is connected to.</summary>
    public bool Allows(Uri address)
    {
        // "localhost." and names below it are this machine as well (RFC 6761, 6.3).
        var name = address.IdnHost.TrimEnd('.');
        return IPAddress.TryParse(name, out var literal) ? Allows(literal)
            : !$".{name}".EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || Allows(IPAddress.Loopback) || Allows(IPAddress.IPv6Loopback);
    }

    private static bool IsPublic(IPAddress address) =>
        (address.AddressFamily == AddressFamily.InterNetwork || _globalUnicast.Contains(address)) && !Lies(address, _special);

    private static bool Lies(IPAddress address, IEnumerable<IPNetwork> networks) => networks.Any(network => network.Contains(address));
}
