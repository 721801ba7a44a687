using Lakudo.Kernel;

namespace Lakudo.Children.Companions;

/// <summary>A family was entrusted to a companion, with its mother's consent; one fact for each child that the companion sees from now on.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Companionship">The decision.</param>
/// <param name="Companion">The companion's account.</param>
/// <param name="Until">The last day.</param>
public sealed record FamilyEntrusted(Guid Subject, Guid Companionship, Guid Companion, DateOnly Until) : IFact;

/// <summary>A companionship is over before its last day; one fact for each child, or for the one it was decided on.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Companionship">The decision.</param>
/// <param name="Ending">Why.</param>
public sealed record CompanionshipEnded(Guid Subject, Guid Companionship, CompanionshipEnding Ending) : IFact;

/// <summary>A companion was shown a child of an entrusted family; the purpose stands as the reason.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Companionship">The decision.</param>
public sealed record EntrustedChildRead(Guid Subject, Guid Companionship) : IFact;

/// <summary>A companion wrote down a visit.</summary>
/// <param name="Subject">The child.</param>
/// <param name="Visit">The visit.</param>
/// <param name="NeedsMidwife">Whether a midwife is asked for.</param>
public sealed record CompanionVisitRecorded(Guid Subject, Guid Visit, bool NeedsMidwife) : IFact;

/// <summary>Midwife or nutritionist looked at who accompanies a child's family.</summary>
/// <param name="Subject">The child.</param>
public sealed record CompanionshipsRead(Guid Subject) : IFact;
