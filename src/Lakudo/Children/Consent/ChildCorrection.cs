using Lakudo.Kernel;

namespace Lakudo.Children.Consent;

/// <summary>A part of a child's identity that can be corrected.</summary>
public enum CorrectedField : byte
{
    /// <summary>The child's name.</summary>
    Name = 1,

    /// <summary>Boy or girl.</summary>
    Sex = 2,

    /// <summary>Day of birth.</summary>
    Birth = 3,

    /// <summary>Which child of its mother.</summary>
    BirthOrder = 4,

    /// <summary>The mother's name.</summary>
    MotherName = 5,

    /// <summary>The address.</summary>
    Address = 6,
}

/// <summary>What stood in a child's record before it was corrected. The journal may hold no name, so it stands here, sealed, and goes with the child.</summary>
internal sealed class ChildCorrection : IRegional
{
    private ChildCorrection()
    {
    }

    public ChildCorrection(int regionId, Guid id, Guid childId, CorrectedField field, byte[] beforeSealed, Guid? by, DateTime at, string why) =>
        (RegionId, Id, ChildId, Field, BeforeSealed, By, At, Why) = (regionId, id, childId, field, beforeSealed, by, at, why);

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Guid ChildId { get; private set; }

    public CorrectedField Field { get; private set; }

    public byte[] BeforeSealed { get; private set; } = [];

    /// <summary>The account.</summary>
    public Guid? By { get; private set; }

    public DateTime At { get; private set; }

    public string Why { get; private set; } = "";
}
