namespace Lakudo.Field;

/// <summary>The file that a cadre carries to the puskesmas where there is never a signal (ends in <c>.lakudo</c>, JSON): sealed, so that a lost stick tells nothing.</summary>
/// <param name="Device">The phone.</param>
/// <param name="Posyandu">The posyandu's name, for whoever holds several files.</param>
/// <param name="Clock">The phone's clock (UTC).</param>
/// <param name="Batches">Sealed batches.</param>
public sealed record SealedFile(Guid Device, string Posyandu, DateTime Clock, IReadOnlyList<SealedBatch> Batches)
{
    /// <summary>Always "lakudo-posyandu-1".</summary>
    public string Format { get; init; } = "lakudo-posyandu-1";
}
