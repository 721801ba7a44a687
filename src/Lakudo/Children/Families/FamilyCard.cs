using Lakudo.Kernel;

namespace Lakudo.Children.Families;

/// <summary>The sticker on a KIA book, by which a family opens its child's page. It belongs to the child wherever that is measured.</summary>
internal sealed class FamilyCard : IRegional
{
    private FamilyCard()
    {
    }

    public FamilyCard(int regionId, Guid id, Guid childId, byte[] token, Guid issuedBy, DateTime now) =>
        (RegionId, Id, ChildId, Token, IssuedBy, IssuedAt) = (regionId, id, childId, token, issuedBy, now);

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The entry of the child for which it was made; where that was merged, the page shows the child it turned out to be.</summary>
    public Guid ChildId { get; private set; }

    /// <summary>Keyed hash of the token in the QR code.</summary>
    public byte[] Token { get; private set; } = [];

    /// <summary>The account.</summary>
    public Guid IssuedBy { get; private set; }

    public DateTime IssuedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    /// <summary>It opens nothing any more; an earlier end stays.</summary>
    public void Revoke(DateTime now) => RevokedAt ??= now;
}

/// <summary>A child's page that is open in a browser, for a quarter of an hour.</summary>
internal sealed class FamilySession : IRegional
{
    /// <summary>How long a page stays open, whatever is done on it: telephones are lent and left lying.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private FamilySession()
    {
    }

    public FamilySession(int regionId, Guid id, Guid cardId, DateTime now) => (RegionId, Id, CardId, OpenedAt, Until) = (regionId, id, cardId, now, now + Life);

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Guid CardId { get; private set; }

    public DateTime OpenedAt { get; private set; }

    public DateTime Until { get; private set; }

    /// <summary>It is over now; an earlier end stays.</summary>
    public void End(DateTime now) => Until = Until < now ? Until : now;
}
