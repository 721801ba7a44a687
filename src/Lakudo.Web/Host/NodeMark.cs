using Orleans.Runtime;

namespace Lakudo.Web.Host;

/// <summary>
/// A file in <c>nodes/</c> of the data folder for each node, with the number of its latest start. Keys, uploads and issued documents must be the same for all nodes: a node
/// whose mark another does not see works on a folder of its own, and the doctor says so.
/// </summary>
public sealed class NodeMark(Settings settings, ILocalSiloDetails node) : IHostedService
{
    /// <summary>Whether this data folder holds the mark of a node's start.</summary>
    public static bool Sees(Settings settings, string address, int generation)
    {
        try
        {
            return File.ReadAllText(Place(settings, address)) == Text(generation);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var place = Place(settings, node.SiloAddress.Endpoint.ToString());
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        return File.WriteAllTextAsync(place, Text(node.SiloAddress.Generation), cancellationToken);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Place(Settings settings, string address) => Path.Combine(settings.Data, "nodes", address.Replace(':', '-'));

    private static string Text(int generation) => generation.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
