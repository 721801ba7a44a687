using Lakudo.Kernel;

namespace Lakudo.Children.Counts;

/// <summary>An account may see the numbers of a village.</summary>
/// <param name="Subject">The account.</param>
/// <param name="Village">The kernel's number of the village.</param>
public sealed record VillageAssigned(Guid Subject, int Village) : IFact;

/// <summary>An account may not see the numbers of a village any more.</summary>
/// <param name="Subject">The account.</param>
/// <param name="Village">The kernel's number of the village.</param>
public sealed record VillageEnded(Guid Subject, int Village) : IFact;
