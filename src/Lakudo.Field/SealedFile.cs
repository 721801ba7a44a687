namespace Lakudo.Field;

/// <summary>What a cadre carries to the puskesmas where there is never a signal, as a file (ends in <c>.lakudo</c>, JSON) or as QR codes: sealed, so that a lost stick tells nothing.</summary>
/// <param name="Device">The phone.</param>
/// <param name="Posyandu">The posyandu's name, for whoever holds several files.</param>
/// <param name="Clock">The phone's clock (UTC).</param>
/// <param name="Batches">Sealed copies of single visits, from a phone that cannot open its own records any more.</param>
public sealed record SealedFile(Guid Device, string Posyandu, DateTime Clock, IReadOnlyList<SealedBatch> Batches)
{
    /// <summary>The one <see cref="Format"/> there is.</summary>
    public const string Known = "lakudo-posyandu-1";

    /// <summary>Always <see cref="Known"/>.</summary>
    public string Format { get; init; } = Known;

    /// <summary>A sealed <see cref="Field.HandOver"/>, from an open phone; null otherwise.</summary>
    public SealedBatch? HandOver { get; init; }
}
