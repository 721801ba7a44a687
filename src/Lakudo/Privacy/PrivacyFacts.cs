using Lakudo.Kernel;

namespace Lakudo.Privacy;

/// <summary>A region set how long something is kept.</summary>
/// <param name="Subject">Empty: a rule has no such id.</param>
/// <param name="Rule">The rule.</param>
/// <param name="From">The period before.</param>
/// <param name="To">The period now.</param>
public sealed record RetentionSet(Guid Subject, string Rule, string From, string To) : IFact;

/// <summary>The retention plan was confirmed as it stands.</summary>
/// <param name="Subject">Empty.</param>
/// <param name="Hash">SHA-256 of rules and periods.</param>
public sealed record RetentionPlanConfirmed(Guid Subject, string Hash) : IFact;

/// <summary>A rule took what was due.</summary>
/// <param name="Subject">The run.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Before">Older than this moment was taken, UTC.</param>
/// <param name="Rows">How many records.</param>
/// <param name="Files">How many files.</param>
public sealed record RetentionApplied(Guid Subject, string Rule, DateTime Before, int Rows, int Files) : IFact;

/// <summary>A data subject's request was taken.</summary>
/// <param name="Subject">The request.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="By">By what the person is looked up.</param>
public sealed record DataRequestTaken(Guid Subject, Requests.DataRequestKind Kind, PersonKeyKind By) : IFact;

/// <summary>It was looked up what is held of the person of a request.</summary>
/// <param name="Subject">The request.</param>
/// <param name="Records">How many records were shown, masked.</param>
public sealed record PersonLookedUp(Guid Subject, int Records) : IFact;

/// <summary>Everything held of a person left as a copy, to be handed over.</summary>
/// <param name="Subject">The request.</param>
/// <param name="Sections">How many parts.</param>
/// <param name="Files">How many files in it.</param>
/// <param name="Hash">SHA-256 of the archive.</param>
public sealed record PersonalDataExported(Guid Subject, int Sections, int Files, string Hash) : IFact;

/// <summary>What can go of a person was erased.</summary>
/// <param name="Subject">The request; empty when it was done again after a restore.</param>
/// <param name="Erasure">The line of the list of erasures.</param>
/// <param name="Rows">How many records.</param>
/// <param name="Files">How many files.</param>
public sealed record PersonErased(Guid Subject, Guid Erasure, int Rows, int Files) : IFact;

/// <summary>A request was answered or turned down; the outcome stands in the row's own column.</summary>
/// <param name="Subject">The request.</param>
/// <param name="Granted">Whether it was done as asked.</param>
public sealed record DataRequestClosed(Guid Subject, bool Granted) : IFact;

/// <summary>A breach became known; three times 24 hours run from then.</summary>
/// <param name="Subject">The sheet.</param>
/// <param name="KnownAt">When it became known, UTC.</param>
public sealed record BreachOpened(Guid Subject, DateTime KnownAt) : IFact;

/// <summary>It was looked up who was affected.</summary>
/// <param name="Subject">The sheet.</param>
/// <param name="Certain">Of whom the journal shows it.</param>
/// <param name="Possible">Whose data lay open.</param>
public sealed record BreachLookedUp(Guid Subject, int Certain, int Possible) : IFact;

/// <summary>The list of those affected left, in clear.</summary>
/// <param name="Subject">The sheet.</param>
/// <param name="Rows">How many.</param>
public sealed record BreachListExported(Guid Subject, int Rows) : IFact;

/// <summary>The sheet was written on.</summary>
/// <param name="Subject">The sheet.</param>
/// <param name="Fields">Which parts changed.</param>
public sealed record BreachDescribed(Guid Subject, IReadOnlyList<string> Fields) : IFact;

/// <summary>The sheet was closed; the reason stands in the row's own column.</summary>
/// <param name="Subject">The sheet.</param>
public sealed record BreachSheetClosed(Guid Subject) : IFact;
