using Lakudo.Kernel;

namespace Lakudo.Children.Pregnancies;

/// <summary>Somebody saw a list of pregnant women.</summary>
/// <param name="Subject">The posyandu; nothing where it was all in the reader's care.</param>
/// <param name="Pregnancies">How many were named.</param>
public sealed record PregnanciesListed(Guid Subject, int Pregnancies) : IFact;

/// <summary>Somebody read what is held of a pregnancy and the woman.</summary>
/// <param name="Subject">The pregnancy.</param>
public sealed record PregnancyRead(Guid Subject) : IFact;

/// <summary>A pregnant woman's whole NIK was shown; why stands beside it in the journal.</summary>
/// <param name="Subject">The pregnancy on whose page it was asked for.</param>
public sealed record MotherNikRevealed(Guid Subject) : IFact;
