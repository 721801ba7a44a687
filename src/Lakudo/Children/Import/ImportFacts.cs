using Lakudo.Kernel;

namespace Lakudo.Children.Import;

/// <summary>A file was uploaded to see what it would change.</summary>
/// <param name="Subject">The trial.</param>
/// <param name="Lines">Its lines.</param>
public sealed record ImportTried(Guid Subject, int Lines) : IFact;

/// <summary>Somebody looked at what a file would change; it names children.</summary>
/// <param name="Subject">The trial.</param>
/// <param name="Lines">Its lines.</param>
public sealed record ImportLookedAt(Guid Subject, int Lines) : IFact;

/// <summary>A file was entered.</summary>
/// <param name="Subject">The trial.</param>
/// <param name="Children">Newcomers.</param>
/// <param name="Measurements">Measurements.</param>
/// <param name="Refused">Lines that could not be taken.</param>
public sealed record ImportEntered(Guid Subject, int Children, int Measurements, int Refused) : IFact;

/// <summary>A trial was dropped; nothing was entered.</summary>
/// <param name="Subject">The trial.</param>
public sealed record ImportDropped(Guid Subject) : IFact;

/// <summary>A profile of columns was kept.</summary>
/// <param name="Subject">The profile.</param>
/// <param name="Headers">Columns that it speaks of.</param>
public sealed record ImportProfileSaved(Guid Subject, int Headers) : IFact;
