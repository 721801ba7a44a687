using System.Net;
using Lakudo.Kernel;
using Orleans.Configuration;

namespace Lakudo.Web.Host;

/// <summary>The Orleans silo that runs in the same process: alone by default, or one of the nodes of a cluster that find one another in PostgreSQL.</summary>
public static class Silo
{
    /// <summary>Adds a silo on a loopback port that nobody else has, or at the address the cluster's settings name.</summary>
    public static void AddSilo(this WebApplicationBuilder builder, Settings settings) => builder.Host.UseOrleans(silo =>
    {
        if (settings.Cluster.IsOn)
        {
            Join(silo, settings);
        }
        else
        {
            Alone(silo);
        }

        // The day's grain keeps a queue and a timer of its own; it stays for the day.
        silo.Configure<GrainCollectionOptions>(o => o.CollectionAge = TimeSpan.FromHours(20));
    });

    private static void Alone(ISiloBuilder silo)
    {
        var port = LoopbackPort.Free();
        silo.UseLocalhostClustering(port, primarySiloEndpoint: null, serviceId: "lakudo", clusterId: $"lakudo-{port}");
        silo.Configure<EndpointOptions>(o => (o.AdvertisedIPAddress, o.GatewayPort) = (IPAddress.Loopback, 0));
    }

    private static void Join(ISiloBuilder silo, Settings settings)
    {
        silo.UseAdoNetClustering(o => (o.Invariant, o.ConnectionString) = ("Npgsql", settings.PostgresConnection));
        silo.Configure<ClusterOptions>(o => (o.ServiceId, o.ClusterId) = ("lakudo", settings.Cluster.Name));
        silo.Configure<EndpointOptions>(o =>
        {
            (o.AdvertisedIPAddress, o.SiloPort) = (settings.Cluster.Endpoint.Address, settings.Cluster.Endpoint.Port);
            // Whoever asks the hall is in a node's own process: nothing but the nodes' own port needs to be open.
            o.GatewayPort = 0;
        });
        // A node that answers two probes of about a second with silence is out; with the defaults the hall would stand still for twelve seconds. One vote, so that of two
        // nodes the one that is left can decide. A node that was only slow finds itself declared dead, ends, and is started again by its unit: the database lets nothing happen twice.
        silo.Configure<ClusterMembershipOptions>(o =>
        {
            (o.ProbeTimeout, o.MaxProbeTimeout) = (TimeSpan.FromSeconds(settings.Cluster.ProbeSeconds), TimeSpan.FromSeconds(settings.Cluster.ProbeSeconds * 1.5));
            (o.NumMissedProbesLimit, o.NumVotesForDeathDeclaration) = (2, 1);
            // When all nodes lost power, the first that comes back does not wait for those that do not: rows this old are not asked for.
            (o.IAmAliveTablePublishTimeout, o.NumMissedTableIAmAliveLimit) = (TimeSpan.FromSeconds(3), 3);
        });
        // A message that a dying node swallowed is sent again well before the patience of whoever asks is at its end (HallDayWay): under its key, so that a slow first one does no harm.
        silo.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = TimeSpan.FromSeconds(4));
    }
}
