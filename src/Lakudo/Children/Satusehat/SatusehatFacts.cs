using Lakudo.Kernel;

namespace Lakudo.Children.Satusehat;

/// <summary>Somebody took the records of a posyandu's children out as a bundle for SATUSEHAT, with their NIK and their mothers'.</summary>
/// <param name="Subject">The posyandu.</param>
/// <param name="From">The first day of what was measured.</param>
/// <param name="Until">The last day.</param>
/// <param name="Children">How many children.</param>
/// <param name="Measurements">How many measurements.</param>
public sealed record SatusehatBundleMade(Guid Subject, DateOnly From, DateOnly Until, int Children, int Measurements) : IFact;
