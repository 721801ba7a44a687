using Lakudo.Kernel;

namespace Lakudo.Children.Phones;

/// <summary>By which way a hand-over came.</summary>
public enum HandOverWay : byte
{
    /// <summary>A file.</summary>
    File = 0,

    /// <summary>QR codes from the phone's screen.</summary>
    Qr = 1,
}

/// <summary>Work that was carried to the puskesmas, and what became of it when it first came. It names no child.</summary>
internal sealed class TakenHandOver : IRegional
{
    private TakenHandOver()
    {
    }

    public TakenHandOver(int regionId, Guid id, Phone phone, Guid? by, HandOverWay way, DateTime? madeAt, DateTime now) =>
        (RegionId, Id, PhoneId, WorkerId, PosyanduId, By, Way, MadeAt, At, LastAt) = (regionId, id, phone.Id, phone.WorkerId, phone.PosyanduId, by, way, madeAt, now, now);

    public int RegionId { get; private set; }

    /// <summary>The hand-over as its phone named it; for a file of single copies, made of its content.</summary>
    public Guid Id { get; private set; }

    public Guid PhoneId { get; private set; }

    public Guid WorkerId { get; private set; }

    public Guid PosyanduId { get; private set; }

    /// <summary>The account that took it.</summary>
    public Guid? By { get; private set; }

    public HandOverWay Way { get; private set; }

    /// <summary>When the phone made it, by its own clock; null where that is not known.</summary>
    public DateTime? MadeAt { get; private set; }

    public DateTime At { get; private set; }

    public DateTime LastAt { get; private set; }

    /// <summary>How often it came.</summary>
    public int Times { get; private set; }

    public int Batches { get; private set; }

    /// <summary>Measurements entered, whichever time.</summary>
    public int Measurements { get; private set; }

    /// <summary>Measurements that were here before the first time.</summary>
    public int Doubled { get; private set; }

    public int Others { get; private set; }

    public int Conflicts { get; private set; }

    /// <summary>Entries that could not be entered, as of the last time.</summary>
    public int Refused { get; private set; }

    /// <summary>Boxes that did not open, as of the last time.</summary>
    public int Unopened { get; private set; }

    /// <summary>The code told to the cadre; null where there is none.</summary>
    public string? Receipt { get; private set; }

    /// <summary>It came, for the first time or again.</summary>
    public void Came(SealedCounts counts, int unopened, string? receipt, DateTime now)
    {
        if (Times == 0) (Batches, Doubled, Others) = (counts.Batches, counts.Doubled, counts.Others);
        (Times, LastAt, Receipt) = (Times + 1, now, receipt);
        (Measurements, Conflicts, Refused, Unopened) = (Measurements + counts.Measurements, Conflicts + counts.Conflicts, counts.Refused.Length, unopened);
    }
}
