using Lakudo.Kernel;

namespace Lakudo.Children.Phones;

/// <summary>A sealed batch that a phone handed in because it could not send it itself. It lies here until a health worker releases it.</summary>
internal sealed class KeptSealed : IRegional
{
    private KeptSealed()
    {
    }

    public KeptSealed(int regionId, Guid id, Guid phoneId, Guid posyanduId, byte[] box, DateTime now) =>
        (RegionId, Id, PhoneId, PosyanduId, Box, ReceivedAt) = (regionId, id, phoneId, posyanduId, box, now);

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PhoneId { get; private set; }

    public Guid PosyanduId { get; private set; }

    /// <summary>The JSON of the <see cref="Field.SealedBatch"/>; emptied when released.</summary>
    public byte[] Box { get; private set; } = [];

    public DateTime ReceivedAt { get; private set; }

    public DateTime? ReleasedAt { get; private set; }

    /// <summary>Why it could not be released, the number of the refusal; null otherwise.</summary>
    public string? RefusedWith { get; private set; }

    /// <summary>It was entered, or turned out to be here already.</summary>
    public void Release(DateTime now) => (Box, ReleasedAt, RefusedWith) = ([], now, null);

    /// <summary>It could not be entered; it stays.</summary>
    public void Refuse(string code) => RefusedWith = code;
}
