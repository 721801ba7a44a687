using Lakudo.Field;

namespace Lakudo.Children.Import;

/// <summary>What a line says to do, worked out and not planned yet.</summary>
/// <param name="Fate">What would become of it, its household left aside.</param>
/// <param name="Words">Why not, or what was left out.</param>
internal sealed record LineDecision(ImportFate Fate, IReadOnlyList<string> Words)
{
    /// <summary>The line without the keys that are another's.</summary>
    public ImportRow? Row { get; init; }

    /// <summary>Of whom it speaks; null where that is not known.</summary>
    public KnownChild? Child { get; init; }

    /// <summary>What is registered; null where the child is known.</summary>
    public NewChild? Newcomer { get; init; }

    /// <summary>What is entered of it; null for nothing.</summary>
    public FieldMeasurement? Measurement { get; init; }

    /// <summary>The child of the register that it contradicts.</summary>
    public Guid? Other { get; init; }

    /// <summary>What may be answered.</summary>
    public IReadOnlyList<ImportAnswer> Answers { get; init; } = [];

    /// <summary>It cannot be.</summary>
    public static LineDecision Refuse(string why) => new(ImportFate.Refused, [why]);

    /// <summary>Somebody has to say.</summary>
    public static LineDecision Ask(string why, Guid? other, params ImportAnswer[] answers) => new(ImportFate.Contradicts, [why]) { Other = other, Answers = answers };
}
