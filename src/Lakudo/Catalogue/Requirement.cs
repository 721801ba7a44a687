using Lakudo.Kernel;

namespace Lakudo.Catalogue;

/// <summary>Something to bring or to be. Its id stays for as long as its text does, so that files refer to it.</summary>
public sealed class Requirement : IRegional
{
    private Requirement()
    {
    }

    internal Requirement(int regionId, Guid id, Guid serviceId, int order, string text) =>
        (RegionId, Id, ServiceId, Order, Text) = (regionId, id, serviceId, order, text);

    /// <inheritdoc />
    public int RegionId { get; private set; }

    /// <summary>The stable id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The service that asks for it.</summary>
    public Guid ServiceId { get; private set; }

    /// <summary>The place in the list, from 1.</summary>
    public int Order { get; internal set; }

    /// <summary>What is asked.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether it is no longer asked; files made before still name it.</summary>
    public bool IsRetired { get; internal set; }
}

/// <summary>The text of one written part of a standard.</summary>
internal sealed class StandardText : IRegional
{
    public int RegionId { get; set; }

    public Guid ServiceId { get; set; }

    public StandardPart Part { get; set; }

    public string Text { get; set; } = "";
}

/// <summary>How often a region's catalogue has changed; what is kept in memory is of one edition.</summary>
internal sealed class CatalogueRevision : IRegional
{
    public int RegionId { get; set; }

    public long Number { get; set; }
}
