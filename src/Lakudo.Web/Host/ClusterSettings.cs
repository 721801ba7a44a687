using System.Net;
using Lakudo.Kernel;

namespace Lakudo.Web.Host;

/// <summary>How this node takes part in a cluster. With no address there is none: the program serves alone, as most installations do.</summary>
public sealed class ClusterSettings
{
    /// <summary>
    /// Address and port at which the other nodes reach this one, <c>10.0.0.11:11111</c>; empty to serve alone. What is said between nodes is not encrypted and not asked
    /// for a password: it belongs on a network of their own, with the port closed to everybody else.
    /// </summary>
    public string Address { get; set; } = "";

    /// <summary>The cluster's name: nodes of the same name on one database are one cluster.</summary>
    public string Name { get; set; } = "lakudo";

    /// <summary>Seconds after which a question to a neighbour whether it lives counts as missed; two of them and it is out. The hall stands still for about twice that long.</summary>
    public double ProbeSeconds { get; set; } = 1;

    /// <summary>Whether this node takes part in a cluster.</summary>
    public bool IsOn => Address.Length > 0;

    /// <summary>The address as read. Only asked where <see cref="Wrong"/> found nothing.</summary>
    public IPEndPoint Endpoint => IPEndPoint.Parse(Address);

    /// <summary>Whether the address is one of a private network or of the machine itself (RFC 1918, RFC 4193, RFC 3927).</summary>
    public bool IsPrivate
    {
        get
        {
            var address = Endpoint.Address;
            var bytes = address.GetAddressBytes();
            return IPAddress.IsLoopback(address) || address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal
                || bytes is [10, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..] or [169, 254, ..];
        }
    }

    /// <summary>Why the settings cannot be served with: S-001 on SQLite, S-002 for an address nobody could reach; null when they can.</summary>
    public Refusal? Wrong(bool isSqlite) => !IsOn ? null
        : isSqlite ? ClusterRefusals.NeedsPostgres
        : !IPEndPoint.TryParse(Address, out var endpoint) || endpoint.Port == 0 || endpoint.Address.Equals(IPAddress.Any) || endpoint.Address.Equals(IPAddress.IPv6Any) ? ClusterRefusals.AddressWrong.With(Address)
        : null;
}
