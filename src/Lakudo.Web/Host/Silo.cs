using System.Net;
using Orleans.Configuration;

namespace Lakudo.Web.Host;

/// <summary>The Orleans silo that runs in the same process: one node by default.</summary>
public static class Silo
{
    /// <summary>Adds a silo on loopback ports that nobody else has.</summary>
    public static void AddSilo(this WebApplicationBuilder builder) => builder.Host.UseOrleans(silo =>
    {
        var (siloPort, gatewayPort) = FreePorts();
        silo.UseLocalhostClustering(siloPort, gatewayPort, primarySiloEndpoint: null, serviceId: "lakudo", clusterId: $"lakudo-{siloPort}");
        silo.Configure<EndpointOptions>(o => o.AdvertisedIPAddress = IPAddress.Loopback);
        // The day's grain keeps a queue and a timer of its own; it stays for the day.
        silo.Configure<GrainCollectionOptions>(o => o.CollectionAge = TimeSpan.FromHours(20));
    });

    private static (int Silo, int Gateway) FreePorts()
    {
        using var one = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        using var two = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        one.Start();
        two.Start();
        return (((IPEndPoint)one.LocalEndpoint).Port, ((IPEndPoint)two.LocalEndpoint).Port);
    }
}
