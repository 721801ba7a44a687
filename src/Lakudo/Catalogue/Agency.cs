using Lakudo.Kernel;

namespace Lakudo.Catalogue;

/// <summary>An agency, company or court that offers services in the hall.</summary>
public sealed class Agency : IRegional
{
    private Agency()
    {
    }

    /// <summary>Makes an agency.</summary>
    public Agency(int regionId, int id, string code, string name, string shortName, string kind, bool isSample) =>
        (RegionId, Id, Code, Name, ShortName, Kind, IsSample) = (regionId, id, code, name, shortName, kind, isSample);

    /// <inheritdoc />
    public int RegionId { get; private set; }

    /// <summary>The number within the region.</summary>
    public int Id { get; private set; }

    /// <summary>The name in addresses and between regions, for example <c>disdukcapil</c>; stays.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The full name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name people use.</summary>
    public string ShortName { get; private set; } = "";

    /// <summary>What it is: dinas, vertikal, badan, bumn, bumd, peradilan, desa or lembaga.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Whether it is part of the sample.</summary>
    public bool IsSample { get; private set; }
}
