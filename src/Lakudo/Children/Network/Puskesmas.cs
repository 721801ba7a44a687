using Lakudo.Kernel;

namespace Lakudo.Children.Network;

/// <summary>A community health centre. It validates what its posyandu measure.</summary>
internal sealed class Puskesmas : IRegional
{
    private Puskesmas()
    {
    }

    public Puskesmas(int regionId, int id, string name) => (RegionId, Id, Name) = (regionId, id, name);

    public int RegionId { get; private set; }

    /// <summary>Small number within the region.</summary>
    public int Id { get; private set; }

    public string Name { get; private set; } = "";
}
