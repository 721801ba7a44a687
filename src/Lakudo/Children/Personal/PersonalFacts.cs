using Lakudo.Kernel;

namespace Lakudo.Children.Personal;

/// <summary>The person was taken out of a child's entry; its measurements stay as numbers of nobody.</summary>
/// <param name="Subject">The child.</param>
public sealed record ChildErased(Guid Subject) : IFact;

/// <summary>The woman was taken out of a pregnancy.</summary>
/// <param name="Subject">The pregnancy.</param>
public sealed record PregnancyErased(Guid Subject) : IFact;

/// <summary>A health worker's name was taken out.</summary>
/// <param name="Subject">The health worker.</param>
public sealed record HealthWorkerErased(Guid Subject) : IFact;
