namespace Lakudo.Children.Import;

/// <summary>What would become of a line.</summary>
public enum ImportFate : byte
{
    /// <summary>It cannot be taken; the reasons stand beside it.</summary>
    Refused = 0,

    /// <summary>The child is registered, and the measurement, if any, entered.</summary>
    NewChild = 1,

    /// <summary>The child is known; the measurement is entered.</summary>
    NewMeasurement = 2,

    /// <summary>The child is known and has another measurement of that day; this one is kept beside it until the puskesmas decides.</summary>
    Conflict = 3,

    /// <summary>Everything on it is in the register already.</summary>
    Known = 4,

    /// <summary>The child and what was measured are known; its household, or the household's number, is entered.</summary>
    NewHousehold = 5,

    /// <summary>A key on it is another child's, or it cannot be told whose it is: nothing is entered until somebody says so.</summary>
    Contradicts = 6,

    /// <summary>The register has changed since it was looked at, so that it would do something else than was shown: nothing is entered.</summary>
    Changed = 7,
}

/// <summary>What the officer says of a line that contradicts.</summary>
public enum ImportAnswer : byte
{
    /// <summary>It is left out.</summary>
    LeaveOut = 0,

    /// <summary>It speaks of that child all the same.</summary>
    SameChild = 1,

    /// <summary>It speaks of a child of its own; the key that is another's is left out.</summary>
    OtherChild = 2,
}

/// <summary>A line with what would become of it.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Fate">What.</param>
/// <param name="Name">The child's name as in the file.</param>
/// <param name="Posyandu">The posyandu; empty where it is not known.</param>
/// <param name="Words">Why not, or what was left out.</param>
/// <param name="Household">What the number of the family card does.</param>
public sealed record ImportLine(int Line, ImportFate Fate, string Name, string Posyandu, IReadOnlyList<string> Words, HouseholdFate Household = HouseholdFate.None)
{
    /// <summary>The child of the register that it contradicts; null where that stands in the file alone or in more than one.</summary>
    public Guid? Other { get; init; }

    /// <summary>What may be answered where it contradicts, beside leaving it out.</summary>
    public IReadOnlyList<ImportAnswer> Answers { get; init; } = [];

    /// <summary>Whether it would change something.</summary>
    public bool IsTaken => Fate is ImportFate.NewChild or ImportFate.NewMeasurement or ImportFate.Conflict or ImportFate.NewHousehold;

    /// <summary>Whether something on it is not entered and has to be mended or answered.</summary>
    public bool IsLeft => Fate is ImportFate.Refused or ImportFate.Contradicts or ImportFate.Changed;
}

/// <summary>What would happen, line by line.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="FileName">The file.</param>
/// <param name="Lines">Every line, in order.</param>
/// <param name="Fingerprint">What was shown of every line; sent back with the order to enter, so that a line that would do something else by then is held back.</param>
public sealed record ImportPlan(Guid Trial, string FileName, IReadOnlyList<ImportLine> Lines, string Fingerprint)
{
    /// <summary>How many lines have a fate.</summary>
    public int Count(ImportFate fate) => Lines.Count(l => l.Fate == fate);

    /// <summary>How many lines' family card numbers have a fate.</summary>
    public int Count(HouseholdFate fate) => Lines.Count(l => l.Household == fate);

    /// <summary>How many lines would change something.</summary>
    public int Taken => Lines.Count(l => l.IsTaken);

    /// <summary>How many lines are not entered and have to be mended or answered.</summary>
    public int Left => Lines.Count(l => l.IsLeft);
}
