using Lakudo.Kernel;

namespace Lakudo.Hall;

/// <summary>A public service hall (Mal Pelayanan Publik) of a region.</summary>
public sealed class ServiceHall : IRegional
{
    private ServiceHall()
    {
    }

    /// <summary>Makes a hall.</summary>
    public ServiceHall(int regionId, int id, string slug, string name, string address)
    {
        (RegionId, Id, Slug, Name, Address) = (regionId, id, slug, name, address);
    }

    /// <inheritdoc />
    public int RegionId { get; private set; }

    /// <summary>The hall's number, unique in the installation so that an address needs no region.</summary>
    public int Id { get; private set; }

    /// <summary>The name in addresses, for example <c>buton-tengah</c>; needed only where an installation has several halls.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>The name on boards and papers.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where it stands, in one line.</summary>
    public string Address { get; private set; } = "";
}
