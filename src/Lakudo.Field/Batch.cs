namespace Lakudo.Field;

/// <summary>
/// What a phone hands in at once. It is accepted whole or refused whole, may be sent any number of times and in any order, and is known by its <see cref="Id"/>; each entry
/// is known by its own id, so that one that comes again in another batch (released from a sealed copy) is not entered twice.
/// </summary>
public sealed record Batch
{
    /// <summary>Always <see cref="FieldMessages.Batch"/>.</summary>
    public string Message { get; init; } = FieldMessages.Batch;

    /// <summary><see cref="FieldMessages.Edition"/> of the app that made it.</summary>
    public int Edition { get; init; } = FieldMessages.Edition;

    /// <summary>Made on the phone (UUIDv7). The same id never holds other entries.</summary>
    public required Guid Id { get; init; }

    /// <summary>The phone; the same as in <see cref="Signed.Device"/>.</summary>
    public required Guid Device { get; init; }

    /// <summary>The posyandu at which it was entered.</summary>
    public required Guid Posyandu { get; init; }

    /// <summary>The phone's own count of batches, from 1. A gap means that one is still on the way or lost; 0 marks a sealed copy made at the moment of entry.</summary>
    public required long Seq { get; init; }

    /// <summary>The phone's clock (UTC) when it was signed; the server notes how far it was off.</summary>
    public required DateTime Clock { get; init; }

    /// <summary>Children not known here before. They come first: other entries may speak of them.</summary>
    public IReadOnlyList<NewChild> Children { get; init; } = [];

    /// <summary>Measurements.</summary>
    public IReadOnlyList<FieldMeasurement> Measurements { get; init; } = [];

    /// <summary>Vitamin A, immunisation, breastfeeding, complementary food, supplementary food, deworming.</summary>
    public IReadOnlyList<ChildService> Services { get; init; } = [];

    /// <summary>Pregnancies not known here before.</summary>
    public IReadOnlyList<NewPregnancy> Pregnancies { get; init; } = [];

    /// <summary>Visits of pregnant women.</summary>
    public IReadOnlyList<PregnancyVisit> PregnancyVisits { get; init; } = [];

    /// <summary>How many entries there are.</summary>
    public int Count => Children.Count + Measurements.Count + Services.Count + Pregnancies.Count + PregnancyVisits.Count;
}

/// <summary>Most entries that one batch may hold; the app begins another one then, so that a cut costs little.</summary>
public static class BatchLimits
{
    /// <summary>Entries in a batch.</summary>
    public const int Entries = 200;

    /// <summary>Bytes of a payload.</summary>
    public const int Bytes = 256 * 1024;
}
