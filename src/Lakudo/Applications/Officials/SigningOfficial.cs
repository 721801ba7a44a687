using Lakudo.Kernel;

namespace Lakudo.Applications.Officials;

/// <summary>What is printed under a document that an account signs, and where that official is known to the signing service.</summary>
internal sealed class SigningOfficial : IRegional
{
    private SigningOfficial()
    {
    }

    internal SigningOfficial(int regionId, Guid account, int agency) => (RegionId, AccountId, AgencyId) = (regionId, account, agency);

    /// <summary>Stands for the agency where the official signs for every agency of the region.</summary>
    internal const int EveryAgency = 0;

    public int RegionId { get; private set; }

    /// <summary>The account with the role of signer.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>The agency whose documents are signed so, or <see cref="EveryAgency"/>.</summary>
    public int AgencyId { get; private set; }

    public string Position { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? Nip { get; private set; }

    public string? Rank { get; private set; }

    /// <summary>NIK or e-mail at the signing service, sealed; null for the installation's own key.</summary>
    public byte[]? ServiceAccountSealed { get; private set; }

    internal Documents.Signatory Signatory => new(Position, Name, Nip, Rank);

    internal void Set(string position, string name, string? nip, string? rank, byte[]? serviceAccount) =>
        (Position, Name, Nip, Rank, ServiceAccountSealed) = (position, name, nip, rank, serviceAccount);
}

/// <summary>What stands in the head of an agency's letters beside its name, and where they are issued.</summary>
internal sealed class AgencyLetterhead : IOfAgency
{
    private AgencyLetterhead()
    {
    }

    internal AgencyLetterhead(int regionId, int agency) => (RegionId, AgencyId) = (regionId, agency);

    public int RegionId { get; private set; }

    public int AgencyId { get; private set; }

    /// <summary>Street, town, telephone.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The place documents are issued at.</summary>
    public string Place { get; private set; } = "";

    internal void Set(string address, string place) => (Address, Place) = (address, place);
}
