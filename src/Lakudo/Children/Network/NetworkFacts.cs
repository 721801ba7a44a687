using Lakudo.Kernel;

namespace Lakudo.Children.Network;

/// <summary>A puskesmas is called otherwise.</summary>
/// <param name="Subject">Nothing: a puskesmas has a number.</param>
/// <param name="Puskesmas">Its number.</param>
public sealed record PuskesmasRenamed(Guid Subject, int Puskesmas) : IFact;

/// <summary>A puskesmas was closed; the reason stands in the journal's own column.</summary>
/// <param name="Subject">Nothing.</param>
/// <param name="Puskesmas">Its number.</param>
public sealed record PuskesmasClosed(Guid Subject, int Puskesmas) : IFact;

/// <summary>A puskesmas works again.</summary>
/// <param name="Subject">Nothing.</param>
/// <param name="Puskesmas">Its number.</param>
public sealed record PuskesmasReopened(Guid Subject, int Puskesmas) : IFact;

/// <summary>A posyandu has another name, place, puskesmas or day.</summary>
/// <param name="Subject">The posyandu.</param>
/// <param name="Village">Its village now.</param>
/// <param name="Puskesmas">Its puskesmas now.</param>
/// <param name="DayOfMonth">Its day now.</param>
public sealed record PosyanduChanged(Guid Subject, int Village, int Puskesmas, int DayOfMonth) : IFact;

/// <summary>A posyandu was closed; its cadres' assignments ended with it.</summary>
/// <param name="Subject">The posyandu.</param>
/// <param name="Assignments">How many assignments ended.</param>
public sealed record PosyanduClosed(Guid Subject, int Assignments) : IFact;

/// <summary>A posyandu is held again.</summary>
/// <param name="Subject">The posyandu.</param>
public sealed record PosyanduReopened(Guid Subject) : IFact;

/// <summary>One assignment of a health worker ended.</summary>
/// <param name="Subject">The health worker.</param>
/// <param name="Assignment">The assignment.</param>
public sealed record AssignmentEnded(Guid Subject, Guid Assignment) : IFact;

/// <summary>Everybody of a posyandu is looked after by another; each child has its own <see cref="ChildMoved"/> beside this.</summary>
/// <param name="Subject">The posyandu they left.</param>
/// <param name="To">The posyandu now.</param>
/// <param name="Children">How many children.</param>
/// <param name="Pregnancies">How many pregnancies.</param>
public sealed record PosyanduEmptied(Guid Subject, Guid To, int Children, int Pregnancies) : IFact;
