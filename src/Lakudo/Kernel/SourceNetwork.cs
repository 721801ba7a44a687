using System.Net;
using System.Net.Sockets;

namespace Lakudo.Kernel;

/// <summary>
/// What a limit counts as one asker: an IPv4 address, or the first 64 bits of an IPv6 address. A provider gives a household or a telephone a whole /64 (RFC 6177), so one
/// person has 2^64 addresses to ask from.
/// </summary>
public static class SourceNetwork
{
    private const int PrefixBytes = 8;
    private const int SixToFourPrefix = 0x2002;

    /// <summary>The network as text: <c>203.0.113.7</c> or <c>2001:db8:1:2::/64</c>; empty when the address is not known.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null) return "";
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        var bytes = address.GetAddressBytes();
        // 6to4 (RFC 3056) makes a /48 out of one IPv4 address: it counts as that address.
        if ((bytes[0] << 8 | bytes[1]) == SixToFourPrefix) return new IPAddress(bytes.AsSpan(2, 4)).ToString();
        bytes.AsSpan(PrefixBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
