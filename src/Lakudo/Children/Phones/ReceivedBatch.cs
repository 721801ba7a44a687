using Lakudo.Field;
using Lakudo.Kernel;

namespace Lakudo.Children.Phones;

/// <summary>A batch that was accepted, with its answer: the same batch gets the same answer.</summary>
internal sealed class ReceivedBatch : IRegional
{
    private ReceivedBatch()
    {
    }

    public ReceivedBatch(int regionId, Batch batch, Guid posyanduId, byte[] content, string answer, DateTime receivedAt, int skew)
    {
        (RegionId, Id, PhoneId, PosyanduId, Seq, Entries) = (regionId, batch.Id, batch.Device, posyanduId, batch.Seq, batch.Count);
        (Content, Answer, ReceivedAt, ClockSkewSeconds) = (content, answer, receivedAt, skew);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PhoneId { get; private set; }

    public Guid PosyanduId { get; private set; }

    /// <summary>The phone's own count; 0 for a sealed copy.</summary>
    public long Seq { get; private set; }

    public int Entries { get; private set; }

    /// <summary>
    /// Mark (<see cref="PersonalData.Mark"/>) of the SHA-256 of what it holds, without the phone's clock and count: a batch signed anew is the same. Without the key nobody can try a NIK in it.
    /// </summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>Puts the key over a hash that an earlier release stored without one.</summary>
    public void Key(PersonalData personal) => Content = personal.Mark(Content);

    public string Answer { get; private set; } = "";

    public DateTime ReceivedAt { get; private set; }

    public int ClockSkewSeconds { get; private set; }
}

/// <summary>The key pair to which a region's phones seal what they could not send. The private half is encrypted by the installation's key.</summary>
internal sealed class SealingKey : IRegional
{
    private SealingKey()
    {
    }

    public SealingKey(int regionId, string id, byte[] publicKey, byte[] privateSealed, DateTime from) => (RegionId, Id, PublicKey, PrivateSealed, From) = (regionId, id, publicKey, privateSealed, from);

    public int RegionId { get; private set; }

    public string Id { get; private set; } = "";

    public byte[] PublicKey { get; private set; } = [];

    public byte[] PrivateSealed { get; private set; } = [];

    public DateTime From { get; private set; }
}
