using System.Net.NetworkInformation;
using System.Security.Cryptography;

namespace Lakudo.Kernel;

/// <summary>A port of this machine for whoever must name one before opening it: the silo of a node that is alone, a server that a test starts.</summary>
public static class LoopbackPort
{
    /// <summary>Where systems begin to give ports to outgoing connections (Linux's <c>ip_local_port_range</c>): one named above may be gone by the time it is opened.</summary>
    private const int FirstEphemeral = 32_768;

    /// <summary>A port between 10000 and 32767 that nobody listens at; drawn by chance, so that two who ask at one time do not get the same.</summary>
    public static int Free()
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(e => e.Port).ToHashSet();
        int port;
        do
        {
            port = RandomNumberGenerator.GetInt32(10_000, FirstEphemeral);
        }
        while (taken.Contains(port));

        return port;
    }
}
