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
}

/// <summary>A line with what would become of it.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Fate">What.</param>
/// <param name="Name">The child's name as in the file.</param>
/// <param name="Posyandu">The posyandu; empty where it is not known.</param>
/// <param name="Words">Why not, or what was left out.</param>
/// <param name="Household">What the number of the family card does.</param>
public sealed record ImportLine(int Line, ImportFate Fate, string Name, string Posyandu, IReadOnlyList<string> Words, HouseholdFate Household = HouseholdFate.None);

/// <summary>What would happen, line by line.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="FileName">The file.</param>
/// <param name="Lines">Every line, in order.</param>
/// <param name="Fingerprint">Changes when the register does in a way that changes the answer; sent back with the order to enter.</param>
public sealed record ImportPlan(Guid Trial, string FileName, IReadOnlyList<ImportLine> Lines, string Fingerprint)
{
    /// <summary>How many lines have a fate.</summary>
    public int Count(ImportFate fate) => Lines.Count(l => l.Fate == fate);

    /// <summary>How many lines' family card numbers have a fate.</summary>
    public int Count(HouseholdFate fate) => Lines.Count(l => l.Household == fate);

    /// <summary>How many lines would change something.</summary>
    public int Taken => Lines.Count(l => l.Fate is ImportFate.NewChild or ImportFate.NewMeasurement or ImportFate.Conflict or ImportFate.NewHousehold);
}
