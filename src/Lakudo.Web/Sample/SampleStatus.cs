using Lakudo.Catalogue;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;

namespace Lakudo.Web.Sample;

/// <summary>What the sample's clerks said this morning of some services: most can be had, some cannot.</summary>
public static class SampleStatus
{
    private static readonly (string Code, ServiceObstacles Obstacles)[] _said =
    [
        ("DKC-001", ServiceObstacles.NoBlanks), ("DKC-005", ServiceObstacles.None), ("DKC-006", ServiceObstacles.None), ("DKC-015", ServiceObstacles.None),
        ("PTS-001", ServiceObstacles.None), ("PTS-013", ServiceObstacles.NoSigner), ("SOS-002", ServiceObstacles.None), ("POL-001", ServiceObstacles.None),
        ("IMI-001", ServiceObstacles.NoOfficer | ServiceObstacles.OutsideApplicationDown), ("BPN-001", ServiceObstacles.NetworkDown), ("BPD-001", ServiceObstacles.None),
        ("IKN-001", ServiceObstacles.None), ("DKN-001", ServiceObstacles.None),
    ];

    /// <summary>Says it, through the clerks' own verb.</summary>
    public static async Task Tell(IServiceProvider services, CatalogueSnapshot catalogue, Guid clerk, CancellationToken ct)
    {
        var caller = new Caller(SampleRegion.Region, clerk, [new Assignment(Role.CounterOfficer, SampleRegion.Region, SampleHall.Hall)]);
        foreach (var (code, obstacles) in _said)
        {
            await SampleRegion.Run<SetServiceStatus, Done>(services, v => v.Run(caller, new(SampleHall.Hall, [catalogue.Find(code)!.Service.Id], obstacles), ct));
        }
    }
}
