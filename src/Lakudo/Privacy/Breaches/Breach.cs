using Lakudo.Kernel;

namespace Lakudo.Privacy.Breaches;

/// <summary>Through what data came into wrong hands.</summary>
public enum BreachSource
{
    /// <summary>A staff account: a stolen password, a colleague who looked without a reason.</summary>
    Account = 1,

    /// <summary>A registered device: a counter computer left open or stolen.</summary>
    Device = 2,

    /// <summary>The store itself: a copied database, a lost backup, a disk.</summary>
    Store = 3,
}

/// <summary>The sheet of one breach: what the notice of UU 27/2022 art. 46 asks for, kept as a record.</summary>
internal sealed class Breach : IRegional
{
    /// <summary>The time the law gives for the written notice.</summary>
    internal static readonly TimeSpan Time = TimeSpan.FromHours(72);

    private Breach()
    {
    }

    internal Breach(int region, Guid id, BreachSource source, Guid? sourceId, string sourceName, string? activity, DateTime from, DateTime until, DateTime knownAt, byte[] how)
    {
        (RegionId, Id, Source, SourceId, SourceName, Activity) = (region, id, source, sourceId, sourceName, activity);
        (From, Until, KnownAt, HowSealed) = (from, until, knownAt, how);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public BreachSource Source { get; private set; }

    /// <summary>The account or device.</summary>
    public Guid? SourceId { get; private set; }

    /// <summary>The user name, the device's name, or which store.</summary>
    public string SourceName { get; private set; } = "";

    /// <summary>Only data of this activity; null for all.</summary>
    public string? Activity { get; private set; }

    public DateTime From { get; private set; }

    public DateTime Until { get; private set; }

    /// <summary>When it became known: the clock runs from here.</summary>
    public DateTime KnownAt { get; private set; }

    /// <summary>How it happened, sealed.</summary>
    public byte[] HowSealed { get; private set; } = [];

    /// <summary>What was done against it and for those affected, sealed.</summary>
    public byte[]? HandlingSealed { get; private set; }

    public DateTime? SubjectsToldAt { get; private set; }

    public DateTime? AuthorityToldAt { get; private set; }

    public DateTime? PublicToldAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public string? CloseReason { get; private set; }

    public int Revision { get; private set; }

    public DateTime DueAt => KnownAt + Time;

    internal Refusal? Describe(byte[] how, byte[]? handling, DateTime? subjects, DateTime? authority, DateTime? everyone)
    {
        if (ClosedAt is not null) return PrivacyRefusals.BreachClosed;
        (HowSealed, HandlingSealed, SubjectsToldAt, AuthorityToldAt, PublicToldAt) = (how, handling, subjects, authority, everyone);
        Revision++;
        return null;
    }

    /// <summary>Closes it. A notice that was not sent must be explained by the reason, which the officer confirms.</summary>
    internal Refusal? Close(string reason, bool withoutNotice, DateTime at)
    {
        if (ClosedAt is not null) return PrivacyRefusals.BreachClosed;
        if (!withoutNotice && SubjectsToldAt is null) return PrivacyRefusals.NoticeMissing.With("subjek data");
        if (!withoutNotice && AuthorityToldAt is null) return PrivacyRefusals.NoticeMissing.With("lembaga PDP");
        (ClosedAt, CloseReason) = (at, reason);
        Revision++;
        return null;
    }
}
