using Lakudo.Kernel;

namespace Lakudo.Privacy.Requests;

/// <summary>What a data subject asks for.</summary>
public enum DataRequestKind
{
    /// <summary>To see and receive what is held, and who looked at it (UU 27/2022 art. 7, 13, 32).</summary>
    Access = 1,

    /// <summary>To have it corrected (art. 6, 30).</summary>
    Correction = 2,

    /// <summary>To have it erased (art. 8, 43, 44).</summary>
    Erasure = 3,
}

/// <summary>How the officer knows that it is the person.</summary>
public enum IdentityProof
{
    /// <summary>The identity card was seen, with its holder.</summary>
    CardSeen = 1,

    /// <summary>A power of attorney and both identity cards were seen.</summary>
    Attorney = 2,
}

/// <summary>A request of a data subject, to be answered within three times 24 hours. What was looked for is sealed and goes when its time has passed.</summary>
internal sealed class DataRequest : IRegional
{
    /// <summary>The time the law gives for access and correction (UU 27/2022 art. 30, 32).</summary>
    internal static readonly TimeSpan Time = TimeSpan.FromHours(72);

    private DataRequest()
    {
    }

    internal DataRequest(int region, Guid id, DataRequestKind kind, IdentityProof proof, Person person, byte[] keySealed, string masked, DateTime at, Guid? by)
    {
        (RegionId, Id, Kind, Proof, ReceivedAt, TakenBy) = (region, id, kind, proof, at, by);
        (KeyKind, Fingerprint, KeySealed, Masked) = (person.Kind, person.Key, keySealed, masked);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public DataRequestKind Kind { get; private set; }

    public IdentityProof Proof { get; private set; }

    public PersonKeyKind KeyKind { get; private set; }

    public byte[] Fingerprint { get; private set; } = [];

    /// <summary>What was typed, sealed; null once it is forgotten.</summary>
    public byte[]? KeySealed { get; private set; }

    public string Masked { get; private set; } = "";

    public DateTime ReceivedAt { get; private set; }

    public Guid? TakenBy { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public bool Granted { get; private set; }

    public string? Outcome { get; private set; }

    public int Revision { get; private set; }

    public DateTime DueAt => ReceivedAt + Time;

    public bool IsOpen => ClosedAt is null;

    internal Person Person => new(KeyKind, Fingerprint);

    internal Refusal? Close(bool granted, string outcome, DateTime at)
    {
        if (!IsOpen) return PrivacyRefusals.RequestClosed;
        (ClosedAt, Granted, Outcome) = (at, granted, outcome);
        Revision++;
        return null;
    }

    internal void Forget()
    {
        (KeySealed, Fingerprint, Masked) = (null, [], "");
        Revision++;
    }
}

/// <summary>A line of the list of erasures: what a restored backup must lose again.</summary>
internal sealed class Erasure : IRegional
{
    public int RegionId { get; set; }

    public Guid Id { get; set; }

    public PersonKeyKind KeyKind { get; set; }

    /// <summary>Whose; null once no backup is left that could bring it back.</summary>
    public byte[]? Fingerprint { get; set; }

    /// <summary>What was there until then was erased. What came later is the person's new business.</summary>
    public DateTime At { get; set; }

    public int Rows { get; set; }

    public int Files { get; set; }
}
