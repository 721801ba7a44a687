using Lakudo.Growth.Indonesia;

namespace Lakudo.Field;

/// <summary>What an unregistered phone says, once: the code that the puskesmas gave the cadre, and the phone's own key.</summary>
/// <param name="Code">The one-time code, as typed: letters and digits, capitals and spaces do not matter.</param>
/// <param name="PublicKey">The key that reads and sends: ECDSA on P-256 as SubjectPublicKeyInfo. Its private half lies behind the PIN.</param>
/// <param name="Model">What the browser says of the phone, shortened by the app; shown in the list of devices.</param>
/// <param name="Clock">The phone's clock (UTC) at this moment.</param>
public sealed record RegisterDevice(string Code, byte[] PublicKey, string Model, DateTime Clock)
{
    /// <summary>The key that can only hand in sealed work and have PINs counted; its private half lies outside the PIN. Null from an app of an earlier edition, which has one key.</summary>
    public byte[]? HandInKey { get; init; }

    /// <summary>32 random bytes that the phone keeps masked by its PIN: who says them typed the right PIN. Given together with <see cref="HandInKey"/>.</summary>
    public byte[]? Secret { get; init; }
}

/// <summary>The server's answer to <see cref="RegisterDevice"/>.</summary>
/// <param name="Device">The name of the phone from now on.</param>
/// <param name="Cadre">The cadre to whom the code was given.</param>
/// <param name="Posyandu">The one posyandu whose data this phone may have.</param>
/// <param name="RegionKey">To whom unsent work is sealed.</param>
/// <param name="Clock">The server's clock (UTC).</param>
public sealed record DeviceRegistered(Guid Device, FieldPerson Cadre, FieldPosyandu Posyandu, RegionKey RegionKey, DateTime Clock)
{
    /// <summary>The server's share of the key to the history, 32 bytes; null for an app of an earlier edition.</summary>
    public byte[]? Share { get; init; }

    /// <summary>For how many days after a contact the list of the day opens by the PIN alone; null for an app of an earlier edition.</summary>
    public int? TodayDays { get; init; }
}

/// <summary>A person named in the app.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">The name shown.</param>
public sealed record FieldPerson(Guid Id, string Name);

/// <summary>A posyandu as the phone knows it.</summary>
public sealed record FieldPosyandu
{
    /// <summary>The posyandu.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name, for example "Posyandu Melati 1".</summary>
    public required string Name { get; init; }

    /// <summary>The village (desa or kelurahan).</summary>
    public required string Village { get; init; }

    /// <summary>The puskesmas that validates what is sent.</summary>
    public required string Puskesmas { get; init; }

    /// <summary>Minutes that the region's time is ahead of UTC (WITA: 480); Indonesia has no summer time.</summary>
    public required int UtcOffsetMinutes { get; init; }

    /// <summary>The next day of this posyandu; null when none is planned.</summary>
    public DateOnly? NextDay { get; init; }

    /// <summary>Whether the region reports by days, not by completed months (<see cref="AgeMethod"/>).</summary>
    public AgeMethod Reporting { get; init; }

    /// <summary>Whether all of this is invented (<i>contoh</i>).</summary>
    public bool IsSample { get; init; }
}

/// <summary>The region's key for sealing. Its private half is with the puskesmas' server only.</summary>
/// <param name="Id">Names the key, so that it can be changed while sealed batches are still on the way.</param>
/// <param name="PublicKey">ECDH on P-256 as SubjectPublicKeyInfo.</param>
public sealed record RegionKey(string Id, byte[] PublicKey);
