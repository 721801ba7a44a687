namespace Lakudo.Kernel;

/// <summary>How high an area stands: a kecamatan, or a village within one.</summary>
public enum AreaLevel
{
    /// <summary>Kecamatan.</summary>
    District = 3,

    /// <summary>Desa, a village with its own budget.</summary>
    Village = 4,

    /// <summary>Kelurahan, a village run by the regency.</summary>
    UrbanVillage = 5,
}

/// <summary>A kecamatan, desa or kelurahan of a region. The Kemendagri code holds from a date; the id stays.</summary>
public sealed class Area : IRegional
{
    private Area()
    {
    }

    /// <summary>Makes an area.</summary>
    public Area(int regionId, int id, AreaLevel level, int? parentId, string code, string name, DateOnly codeFrom)
    {
        (RegionId, Id, Level, ParentId, Code, Name, CodeFrom) = (regionId, id, level, parentId, code, name, codeFrom);
    }

    /// <inheritdoc />
    public int RegionId { get; private set; }

    /// <summary>The number within the region.</summary>
    public int Id { get; private set; }

    /// <summary>Kecamatan, desa or kelurahan.</summary>
    public AreaLevel Level { get; private set; }

    /// <summary>The kecamatan a village lies in.</summary>
    public int? ParentId { get; private set; }

    /// <summary>The Kemendagri code, for example <c>74.14.01.2001</c>.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The day the code came into use or was taken over.</summary>
    public DateOnly CodeFrom { get; private set; }
}
