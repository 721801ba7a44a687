namespace Lakudo.Kernel;

/// <summary>An amount of money in whole rupiah.</summary>
/// <param name="Amount">Whole rupiah; negative for a refund.</param>
public readonly record struct Rupiah(long Amount)
{
    /// <summary>The amount as it is written on forms, for example <c>Rp1.250.000</c>; zero is <c>Rp0</c>.</summary>
    public override string ToString() =>
        Amount < 0 ? string.Create(Formats.Indonesian, $"-Rp{-Amount:N0}") : string.Create(Formats.Indonesian, $"Rp{Amount:N0}");
}
