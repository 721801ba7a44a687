using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Field;

/// <summary>Why a child comes first.</summary>
[Flags]
public enum Risks : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Very thin at the last measuring, arm or weight for length (<i>gizi buruk</i>), or swollen feet.</summary>
    SeverelyWasted = 1,

    /// <summary>Below the red line of the card (<i>BGM</i>).</summary>
    BelowRed = 2,

    /// <summary>Twice not gained (<i>2T</i>).</summary>
    TwiceNotGained = 4,

    /// <summary>Thin at the last measuring (<i>gizi kurang</i>).</summary>
    Wasted = 8,

    /// <summary>Not weighed in the last two months (nor in this one).</summary>
    NotSeen = 16,

    /// <summary>Very short by measure (<i>sangat pendek, hasil ukur</i>).</summary>
    SeverelyShort = 32,

    /// <summary>Short by measure (<i>pendek, hasil ukur</i>).</summary>
    Short = 64,

    /// <summary>Not gained at the last weighing (<i>T</i>).</summary>
    NotGained = 128,

    /// <summary>The puskesmas asks to measure again.</summary>
    Remeasure = 256,

    /// <summary>Never weighed here.</summary>
    New = 512,

    /// <summary>Above the orange line of the card at the last weighing.</summary>
    AboveOrange = 1024,

    /// <summary>More weight than fits the length at the last measuring (<i>berisiko gizi lebih</i> and more).</summary>
    Heavy = 2048,

    /// <summary>Sent to puskesmas or hospital, and not closed.</summary>
    Referred = 4096,

    /// <summary>A diagnosis of stunting stands.</summary>
    Diagnosed = 8192,
}

/// <summary>What one child is due for on a day of the posyandu.</summary>
public sealed record DueChild
{
    /// <summary>The child.</summary>
    public required FieldChild Child { get; init; }

    /// <summary>Completed months on the day.</summary>
    public required int Months { get; init; }

    /// <summary>Why it comes first.</summary>
    public required Risks Risks { get; init; }

    /// <summary>Whether it was already weighed in this month.</summary>
    public required bool IsWeighed { get; init; }

    /// <summary>Whether length or height is due.</summary>
    public required bool IsHeightDue { get; init; }

    /// <summary>The capsule of vitamin A that is due and not yet given in this month.</summary>
    public required VitaminADose VitaminA { get; init; }

    /// <summary>Whether deworming is due.</summary>
    public required bool IsDewormingDue { get; init; }

    /// <summary>What was last said of the family's book (<i>buku KIA</i> or KMS) up to the day; null when nobody has asked.</summary>
    public PastService? Book { get; init; }

    /// <summary>Whether the book is asked after: nobody has asked yet, or the answer was no. What was said on the day itself can still be mended.</summary>
    public required bool AsksBook { get; init; }

    /// <summary>The last weight before the day.</summary>
    public PastMeasurement? LastWeight { get; init; }

    /// <summary>The last length or height before the day.</summary>
    public PastMeasurement? LastHeight { get; init; }

    /// <summary>Whether breast milk only is asked (below 6 months).</summary>
    public bool AsksBreastfeeding => Months < 6;

    /// <summary>Whether complementary food is asked (6 to 23 months).</summary>
    public bool AsksComplementaryFood => Months is >= 6 and < 24;

    /// <summary>The position in which it is measured: lying below 24 months.</summary>
    public Position Position => Months < 24 ? Position.Lying : Position.Standing;
}

/// <summary>The children of a posyandu on its day, those at risk first.</summary>
public static class DueList
{
    /// <summary>Who is due.</summary>
    /// <param name="children">All children of the posyandu.</param>
    /// <param name="day">The day of the posyandu.</param>
    /// <param name="reporting">By which age classes are reported.</param>
    /// <returns>Under-fives born by that day; those not yet weighed this month first, then by risk, then by name.</returns>
    public static IReadOnlyList<DueChild> Of(IEnumerable<FieldChild> children, DateOnly day, AgeMethod reporting) =>
        InOrder(children.Select(child => Of(child, day, reporting)).OfType<DueChild>());

    /// <summary>The order of the list: those not yet weighed this month first, then by the gravest risk, then by how many, then by name.</summary>
    public static IReadOnlyList<DueChild> InOrder(IEnumerable<DueChild> due) =>
        [.. due
            .OrderBy(due => due.IsWeighed)
            .ThenBy(due => Rank(due.Risks))
            .ThenByDescending(due => int.PopCount((int)due.Risks))
            .ThenBy(due => due.Child.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>What one child is due for; null when it is five years old or not yet born.</summary>
    public static DueChild? Of(FieldChild child, DateOnly day, AgeMethod reporting)
    {
        if (CompletedMonths.Between(child.Birth, day) is not ({ } months and < CompletedMonths.UnderFive)) return null;
        var rules = RuleBook.On(day).Due;
        var history = ChildHistory.Of(child);
        var weight = history.LastWeight(day);
        var height = history.LastHeight(day);
        var dose = rules.VitaminA(child.Birth, day).Value;
        var book = LastBook(child, day);
        return new DueChild
        {
            Child = child,
            Months = months,
            Risks = RisksOf(child, history, day, reporting),
            IsWeighed = !rules.Weight(child.Birth, weight?.Day, day).Value,
            IsHeightDue = rules.Height(child.Birth, height?.Day, day).Value,
            VitaminA = GivenThisMonth(child, day) ? VitaminADose.None : dose,
            IsDewormingDue = rules.Deworming(child.Birth, LastDewormed(child), day).Value,
            Book = book,
            AsksBook = book is not { Yes: true } || book.Day == day,
            LastWeight = weight,
            LastHeight = height,
        };
    }

    private static Risks RisksOf(FieldChild child, ChildHistory history, DateOnly day, AgeMethod reporting)
    {
        // A referral and a diagnosis stand beside the list by themselves.
        var risks = new Evidence(history, day, reporting).Standing() & ~(Risks.Referred | Risks.Diagnosed);
        if (child.RemeasureReason is not null) risks |= Risks.Remeasure;
        if (history.LastWeight(day) is not { } last) return risks | Risks.New;
        return CalendarMonth.Of(day) - CalendarMonth.Of(last.Day) > 2 ? risks | Risks.NotSeen : risks;
    }

    /// <summary>The number of the gravest risk, 0 first; those without any come last.</summary>
    private static int Rank(Risks risks) => risks == Risks.None ? int.MaxValue : int.TrailingZeroCount((int)risks);

    private static bool GivenThisMonth(FieldChild child, DateOnly day) => child.Services.Any(service =>
        service is { Yes: true, Kind: ChildServiceKind.VitaminABlue or ChildServiceKind.VitaminARed } && CalendarMonth.Of(service.Day) == CalendarMonth.Of(day));

    private static DateOnly? LastDewormed(FieldChild child) => child.Services.Where(service => service is { Yes: true, Kind: ChildServiceKind.Deworming })
        .Select(service => (DateOnly?)service.Day).Max();

    /// <summary>Of several answers of one day the one that stands last: the register sends them in the order in which they were given, and the phone lays its own behind them.</summary>
    private static PastService? LastBook(FieldChild child, DateOnly day) => child.Services.Where(service => service.Kind == ChildServiceKind.KiaBook && service.Day <= day)
        .OrderBy(service => service.Day).LastOrDefault();
}
