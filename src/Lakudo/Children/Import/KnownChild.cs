using Lakudo.Children.Register;

namespace Lakudo.Children.Import;

/// <summary>A child whom a line may speak of: one of the register, or one that an earlier line of the file makes.</summary>
/// <param name="Id">The child.</param>
/// <param name="Posyandu">Where it is measured.</param>
/// <param name="Name">Its name, normalised.</param>
/// <param name="Said">Who it is.</param>
/// <param name="MotherId">Its mother's row.</param>
/// <param name="Line">The line that makes it; null for one of the register.</param>
internal sealed record KnownChild(Guid Id, Guid Posyandu, string Name, SaidIdentity Said, Guid MotherId, int? Line = null)
{
    /// <summary>The day of birth.</summary>
    public DateOnly Birth => Said.Birth!.Value;

    /// <summary>Grams at birth, as the line that makes it says.</summary>
    public int? BirthWeight { get; init; }
}
