using Lakudo.Kernel;

namespace Lakudo.Children.Pregnancies;

/// <summary>Somebody saw a list of pregnant women.</summary>
/// <param name="Subject">The posyandu; nothing where it was all in the reader's care.</param>
/// <param name="Pregnancies">How many were named.</param>
public sealed record PregnanciesListed(Guid Subject, int Pregnancies) : IFact;

/// <summary>Somebody read what is held of a pregnancy and the woman.</summary>
/// <param name="Subject">The pregnancy.</param>
public sealed record PregnancyRead(Guid Subject) : IFact;

/// <summary>A visit was written down wrong: other values stand beside it, or none; the reason stands in the row's own column too.</summary>
/// <param name="Subject">The pregnancy.</param>
/// <param name="Visit">The visit that no longer counts.</param>
/// <param name="By">The visit that takes its place; null where it was another woman's.</param>
public sealed record PregnancyVisitCorrected(Guid Subject, Guid Visit, Guid? By) : IFact;

/// <summary>A pregnancy came to its end; how and when stands in the row's own columns.</summary>
/// <param name="Subject">The pregnancy.</param>
/// <param name="Ending">The ending.</param>
public sealed record PregnancyEnded(Guid Subject, Guid Ending) : IFact;

/// <summary>A pregnancy that was said to have ended goes on; why stands in the row's own column.</summary>
/// <param name="Subject">The pregnancy.</param>
/// <param name="Ending">The ending that was taken back.</param>
public sealed record PregnancyEndTakenBack(Guid Subject, Guid Ending) : IFact;

/// <summary>A child of the register was named as born of a pregnancy.</summary>
/// <param name="Subject">The pregnancy.</param>
/// <param name="Child">The child.</param>
public sealed record BornChildNamed(Guid Subject, Guid Child) : IFact;

/// <summary>A pregnant woman's whole NIK was shown; why stands beside it in the journal.</summary>
/// <param name="Subject">The pregnancy on whose page it was asked for.</param>
public sealed record MotherNikRevealed(Guid Subject) : IFact;
