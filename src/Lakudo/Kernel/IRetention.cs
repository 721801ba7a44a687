namespace Lakudo.Kernel;

/// <summary>How many records of a rule are old enough, and which comes next.</summary>
/// <param name="Due">Records whose period is over.</param>
/// <param name="Held">All records that still hold the data.</param>
/// <param name="Next">The UTC moment from which the period of the next one counts; null where none waits.</param>
public sealed record Aged(int Due, int Held, DateTime? Next);

/// <summary>
/// Carries out one rule of <c>data/privacy/retention.csv</c>. The database already sees one region. Every rule of the file has exactly one, and a test holds that.
/// </summary>
public interface IRetention
{
    /// <summary>The rule's id in the file.</summary>
    string Rule { get; }

    /// <summary>Counts what is older than a UTC moment and what will be.</summary>
    Task<Aged> Look(DateTime before, CancellationToken ct);

    /// <summary>Erases or anonymises at most so many records that are older, inside the verb's transaction.</summary>
    Task<Erased> Apply(DateTime before, int most, CancellationToken ct);
}

/// <summary>Files of the vault belong to nothing any more and are to be deleted from the disk. Their names are random.</summary>
/// <param name="Subject">What they belonged to, or empty for many.</param>
/// <param name="Files">Their names in the vault.</param>
public sealed record FilesReleased(Guid Subject, IReadOnlyList<string> Files) : IFact;
