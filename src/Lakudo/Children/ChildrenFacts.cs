using Lakudo.Children.Network;
using Lakudo.Kernel;

namespace Lakudo.Children;

/// <summary>Puskesmas and posyandu were brought in.</summary>
/// <param name="Subject">Nothing.</param>
/// <param name="Puskesmas">How many.</param>
/// <param name="Posyandu">How many.</param>
public sealed record NetworkSetUp(Guid Subject, int Puskesmas, int Posyandu) : IFact;

/// <summary>A health worker was told for whom to care.</summary>
/// <param name="Subject">The health worker.</param>
/// <param name="Profession">As what.</param>
/// <param name="Assignments">For how many posyandu, villages or puskesmas.</param>
public sealed record HealthWorkerAppointed(Guid Subject, Profession Profession, int Assignments) : IFact;

/// <summary>A health worker no longer cares for anyone.</summary>
/// <param name="Subject">The health worker.</param>
/// <param name="Assignments">How many assignments ended.</param>
public sealed record CareEnded(Guid Subject, int Assignments) : IFact;

/// <summary>A code for a phone was told.</summary>
/// <param name="Subject">The phone.</param>
/// <param name="Posyandu">Its posyandu.</param>
/// <param name="Worker">Its cadre.</param>
public sealed record PhoneCodeGiven(Guid Subject, Guid Posyandu, Guid Worker) : IFact;

/// <summary>A phone was registered.</summary>
/// <param name="Subject">The phone.</param>
/// <param name="Posyandu">Its posyandu.</param>
/// <param name="Worker">Its cadre.</param>
public sealed record PhoneRegistered(Guid Subject, Guid Posyandu, Guid Worker) : IFact;

/// <summary>A phone is to forget everything at its next contact.</summary>
/// <param name="Subject">The phone.</param>
public sealed record PhoneWipeOrdered(Guid Subject) : IFact;

/// <summary>A phone made contact and was told to forget everything.</summary>
/// <param name="Subject">The phone.</param>
public sealed record PhoneToldToForget(Guid Subject) : IFact;

/// <summary>A phone of an earlier edition changed its one key for two.</summary>
/// <param name="Subject">The phone.</param>
public sealed record PhoneKeysChanged(Guid Subject) : IFact;

/// <summary>A phone got the server's share of the key to its history: the PIN was right.</summary>
/// <param name="Subject">The phone.</param>
/// <param name="Posyandu">Its posyandu.</param>
public sealed record PhoneHistoryOpened(Guid Subject, Guid Posyandu) : IFact;

/// <summary>A wrong PIN was tried at the server.</summary>
/// <param name="Subject">The phone.</param>
/// <param name="Tries">How many wrong ones in a row.</param>
public sealed record PhonePinWrong(Guid Subject, int Tries) : IFact;

/// <summary>A phone's key for reading is dead.</summary>
/// <param name="Subject">The phone.</param>
/// <param name="Cause">Why.</param>
public sealed record PhoneReadingEnded(Guid Subject, Phones.ReadingEnd Cause) : IFact;

/// <summary>For how many days a phone opens its list of the day by the PIN alone was set for the region.</summary>
/// <param name="Subject">Nothing: it holds for the region.</param>
/// <param name="Days">How many.</param>
public sealed record TodayDaysSet(Guid Subject, int Days) : IFact;

/// <summary>Whether a posyandu has a signal was noted.</summary>
/// <param name="Subject">The posyandu.</param>
/// <param name="HasSignal">Whether it has one.</param>
public sealed record PosyanduSignalSet(Guid Subject, bool HasSignal) : IFact;

/// <summary>A batch is in the register.</summary>
/// <param name="Subject">The batch.</param>
/// <param name="Phone">The phone.</param>
/// <param name="Posyandu">The posyandu.</param>
/// <param name="Worker">The cadre who measured.</param>
/// <param name="Children">Newcomers.</param>
/// <param name="Measurements">Measurements.</param>
/// <param name="Services">Services.</param>
/// <param name="Pregnancies">Pregnancies and their visits.</param>
public sealed record BatchAccepted(Guid Subject, Guid Phone, Guid Posyandu, Guid Worker, int Children, int Measurements, int Services, int Pregnancies) : IFact;

/// <summary>A batch was refused whole.</summary>
/// <param name="Subject">The batch.</param>
/// <param name="Phone">The phone.</param>
/// <param name="Entries">How many entries could not be.</param>
/// <param name="Code">The first reason's number.</param>
public sealed record BatchRefused(Guid Subject, Guid Phone, int Entries, string Code) : IFact;

/// <summary>A phone loaded what is new of its posyandu.</summary>
/// <param name="Subject">The posyandu.</param>
/// <param name="Phone">The phone.</param>
/// <param name="Children">How many children.</param>
/// <param name="Pregnancies">How many pregnancies.</param>
public sealed record PosyanduDataRead(Guid Subject, Guid Phone, int Children, int Pregnancies) : IFact;

/// <summary>Sealed batches of a phone lie here.</summary>
/// <param name="Subject">The phone.</param>
/// <param name="Batches">How many.</param>
public sealed record SealedBatchesKept(Guid Subject, int Batches) : IFact;

/// <summary>A sealed batch was opened and entered, or could not be.</summary>
/// <param name="Subject">The sealed batch.</param>
/// <param name="Phone">The phone.</param>
/// <param name="Code">Why it could not be; null when it was entered.</param>
public sealed record SealedBatchReleased(Guid Subject, Guid Phone, string? Code) : IFact;

/// <summary>Work carried to the puskesmas by file or QR was taken in, for the first time or again.</summary>
/// <param name="Subject">The phone.</param>
/// <param name="HandOver">The hand-over.</param>
/// <param name="Way">How it came.</param>
/// <param name="Batches">Batches in it.</param>
/// <param name="Measurements">Measurements entered this time.</param>
/// <param name="Doubled">Measurements that were here before.</param>
/// <param name="Conflicts">Of those entered, beside another.</param>
/// <param name="Refused">Entries that could not be entered.</param>
/// <param name="Unopened">Boxes that did not open.</param>
public sealed record HandOverTaken(Guid Subject, Guid HandOver, Phones.HandOverWay Way, int Batches, int Measurements, int Doubled, int Conflicts, int Refused, int Unopened) : IFact;

/// <summary>A paper sheet was entered.</summary>
/// <param name="Subject">The posyandu.</param>
/// <param name="Measurer">Who measured.</param>
/// <param name="Children">Newcomers.</param>
/// <param name="Measurements">Measurements.</param>
/// <param name="Services">Services.</param>
/// <param name="Pregnancies">Pregnancies not known before.</param>
/// <param name="Visits">Visits of pregnant women.</param>
public sealed record SheetEntered(Guid Subject, Guid Measurer, int Children, int Measurements, int Services, int Pregnancies, int Visits) : IFact;

/// <summary>Somebody read a child's record.</summary>
/// <param name="Subject">The child.</param>
public sealed record ChildRead(Guid Subject) : IFact;

/// <summary>Somebody saw a list of children.</summary>
/// <param name="Subject">The posyandu or the child it was about; nothing where it was all in the reader's care.</param>
/// <param name="Children">How many.</param>
public sealed record ChildrenListed(Guid Subject, int Children) : IFact;

/// <summary>A child is measured elsewhere from now on.</summary>
/// <param name="Subject">The child.</param>
/// <param name="From">The posyandu before.</param>
/// <param name="To">The posyandu now.</param>
public sealed record ChildMoved(Guid Subject, Guid From, Guid To) : IFact;

/// <summary>Two entries turned out to be one child.</summary>
/// <param name="Subject">The entry that stays.</param>
/// <param name="Double">The entry that went into it.</param>
public sealed record ChildrenMerged(Guid Subject, Guid Double) : IFact;

/// <summary>Two merged entries turned out to be two children.</summary>
/// <param name="Subject">The entry that stands for itself again.</param>
/// <param name="From">The entry that it had gone into.</param>
public sealed record ChildSplit(Guid Subject, Guid From) : IFact;

/// <summary>Two entries that look alike are two children.</summary>
/// <param name="Subject">One.</param>
/// <param name="Other">The other.</param>
public sealed record ChildrenToldApart(Guid Subject, Guid Other) : IFact;

/// <summary>Two entries that were told apart are looked at once more.</summary>
/// <param name="Subject">One.</param>
/// <param name="Other">The other.</param>
public sealed record ChildrenLookedAtAgain(Guid Subject, Guid Other) : IFact;

/// <summary>The puskesmas decided of a measurement; the reason stands in the row's own column.</summary>
/// <param name="Subject">The measurement.</param>
/// <param name="Child">The child.</param>
/// <param name="Kept">Whether it counts.</param>
/// <param name="Remeasure">Whether the child is to be measured again.</param>
public sealed record MeasurementValidated(Guid Subject, Guid Child, bool Kept, bool Remeasure) : IFact;

/// <summary>The puskesmas put other values beside a measurement that was written down wrong; the reason stands in the rows' own column.</summary>
/// <param name="Subject">The measurement that no longer counts.</param>
/// <param name="Child">The child.</param>
/// <param name="By">The measurement that takes its place.</param>
public sealed record MeasurementCorrected(Guid Subject, Guid Child, Guid By) : IFact;
