using Lakudo.Kernel;

namespace Lakudo.Catalogue;

/// <summary>A file was imported.</summary>
/// <param name="Subject">Nothing in particular: the whole catalogue.</param>
/// <param name="Added">Services that are new.</param>
/// <param name="Changed">Services that say something else than before.</param>
/// <param name="Agencies">Agencies that are new.</param>
/// <param name="FileHash">SHA-256 of the file, in hexadecimal.</param>
public sealed record CatalogueImported(Guid Subject, int Added, int Changed, int Agencies, string FileHash) : IFact;

/// <summary>An agency confirmed a service; from here on it is public.</summary>
/// <param name="Subject">The service.</param>
/// <param name="Decree">Number of the decree.</param>
/// <param name="DecreeDate">Its date.</param>
public sealed record ServiceConfirmed(Guid Subject, string Decree, DateOnly DecreeDate) : IFact;

/// <summary>A service was edited.</summary>
/// <param name="Subject">The service.</param>
/// <param name="Fields">Names of the fields that changed.</param>
/// <param name="Revision">The revision it has now.</param>
public sealed record ServiceEdited(Guid Subject, IReadOnlyList<string> Fields, int Revision) : IFact;
