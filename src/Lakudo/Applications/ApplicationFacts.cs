using Lakudo.Applications.Documents;
using Lakudo.Kernel;

namespace Lakudo.Applications;

/// <summary>An application was taken in: the first stamp.</summary>
/// <param name="Subject">The application.</param>
/// <param name="Service">For which service.</param>
/// <param name="Number">Its number.</param>
public sealed record ApplicationFiled(Guid Subject, Guid Service, string Number) : IFact;

/// <summary>It was declared complete: the second stamp, from which the clock runs.</summary>
/// <param name="Subject">The application.</param>
/// <param name="DueAt">Until when it is promised, UTC.</param>
/// <param name="Provisional">Whether the calendar is not yet confirmed that far.</param>
/// <param name="Calendar">The calendar it was counted on.</param>
public sealed record ApplicationCompleted(Guid Subject, DateTime DueAt, bool Provisional, string Calendar) : IFact;

/// <summary>It was sent back with its one list of defects.</summary>
/// <param name="Subject">The application.</param>
public sealed record ApplicationReturned(Guid Subject) : IFact;

/// <summary>It came back corrected.</summary>
/// <param name="Subject">The application.</param>
public sealed record ApplicationResubmitted(Guid Subject) : IFact;

/// <summary>It was verified.</summary>
/// <param name="Subject">The application.</param>
public sealed record ApplicationVerified(Guid Subject) : IFact;

/// <summary>The signing official decided.</summary>
/// <param name="Subject">The application.</param>
/// <param name="Granted">Whether it was granted.</param>
public sealed record ApplicationDecided(Guid Subject, bool Granted) : IFact;

/// <summary>An outside system has issued.</summary>
/// <param name="Subject">The application.</param>
public sealed record OutsideReferenceRecorded(Guid Subject) : IFact;

/// <summary>The applicant has the result.</summary>
/// <param name="Subject">The application.</param>
public sealed record ResultHandedOver(Guid Subject) : IFact;

/// <summary>A document got its number.</summary>
/// <param name="Subject">The document.</param>
/// <param name="Application">Its application.</param>
/// <param name="Year">The register's year.</param>
/// <param name="Sequence">The number in it.</param>
public sealed record DocumentNumbered(Guid Subject, Guid Application, int Year, int Sequence) : IFact;

/// <summary>A document was signed.</summary>
/// <param name="Subject">The document.</param>
/// <param name="Way">By certificate or on paper.</param>
/// <param name="FileHash">SHA-256 of the signed file or the scan.</param>
public sealed record DocumentSigned(Guid Subject, SigningWay Way, string FileHash) : IFact;

/// <summary>A number was voided before a signature.</summary>
/// <param name="Subject">The document.</param>
public sealed record DocumentVoided(Guid Subject) : IFact;

/// <summary>A signed document is no longer in force.</summary>
/// <param name="Subject">The document.</param>
public sealed record DocumentRevoked(Guid Subject) : IFact;

/// <summary>A file was handed in for a requirement.</summary>
/// <param name="Subject">The application.</param>
/// <param name="Requirement">For which requirement.</param>
/// <param name="File">The file.</param>
public sealed record ApplicationFileAttached(Guid Subject, Guid Requirement, Guid File) : IFact;

/// <summary>A file of an applicant was opened by staff.</summary>
/// <param name="Subject">The application.</param>
/// <param name="File">The file.</param>
public sealed record ApplicationFileOpened(Guid Subject, Guid File) : IFact;

/// <summary>Files that were stored in clear by an earlier release were sealed.</summary>
/// <param name="Subject">Empty: they are of many applications.</param>
/// <param name="Count">How many.</param>
public sealed record ApplicationFilesSealed(Guid Subject, int Count) : IFact;

/// <summary>The file of a signed document left the house: to staff, or to the applicant by number and secret.</summary>
/// <param name="Subject">The document.</param>
public sealed record DocumentDownloaded(Guid Subject) : IFact;

/// <summary>An applicant's full NIK was shown to staff.</summary>
/// <param name="Subject">The application.</param>
public sealed record NikRevealed(Guid Subject) : IFact;

/// <summary>An inspector looked at a file.</summary>
/// <param name="Subject">The application.</param>
public sealed record ApplicationInspected(Guid Subject) : IFact;

/// <summary>An inspector looked at the list of files.</summary>
/// <param name="Subject">The inspector's account.</param>
/// <param name="Files">How many were listed.</param>
public sealed record ApplicationsListed(Guid Subject, int Files) : IFact;

/// <summary>A due moment was counted anew because the calendar changed; the reason stands in the row's own column.</summary>
/// <param name="Subject">The application.</param>
/// <param name="From">What was promised, UTC.</param>
/// <param name="To">What holds now, UTC.</param>
/// <param name="Provisional">Whether it may move again.</param>
/// <param name="Calendar">The calendar it was counted on.</param>
public sealed record DueMomentRecounted(Guid Subject, DateTime From, DateTime To, bool Provisional, string Calendar) : IFact;

/// <summary>The applicant's data was erased or anonymised; number, stamps and state stay.</summary>
/// <param name="Subject">The application.</param>
public sealed record ApplicantErased(Guid Subject) : IFact;

/// <summary>The applicant's data was corrected at the person's request; the reason stands in the row's own column.</summary>
/// <param name="Subject">The application.</param>
/// <param name="Fields">Which parts, by name.</param>
public sealed record ApplicantCorrected(Guid Subject, IReadOnlyList<string> Fields) : IFact;

/// <summary>What is printed under an official's signature was set.</summary>
/// <param name="Subject">The official's account.</param>
public sealed record SigningOfficialSet(Guid Subject) : IFact;

/// <summary>An agency's letterhead was set.</summary>
/// <param name="Subject">Empty: an agency has no such id.</param>
/// <param name="Agency">The agency's number.</param>
public sealed record LetterheadSet(Guid Subject, int Agency) : IFact;

/// <summary>Registers were stepped on after a restore, because numbers given since the backup may stand on paper; the reason stands in the row's own column.</summary>
/// <param name="Subject">Empty: it is of all registers of the region.</param>
/// <param name="Skipped">How many numbers each register leaves out.</param>
/// <param name="Registers">Which stood where afterwards.</param>
public sealed record NumbersSkipped(Guid Subject, int Skipped, IReadOnlyList<NumbersSkipped.Register> Registers) : IFact
{
    /// <summary>One register.</summary>
    /// <param name="Series">The service, or empty for the receipts of applications.</param>
    /// <param name="Year">Its year.</param>
    /// <param name="Last">The last number that is not given again.</param>
    public sealed record Register(Guid Series, int Year, int Last);
}
