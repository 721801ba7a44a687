namespace Lakudo.Growth.Indonesia;

/// <summary>The Indonesian rules that hold on one day.</summary>
/// <remarks>
/// Take the book of the day on which the child was measured: a visit of 2020 is read by the card of 2010, one of today by that of 2021. A region that has decided
/// what is left open here says so with <c>book with { Reporting = ... }</c>. Books are kept and shared between threads.
/// </remarks>
public sealed record RuleBook
{
    private static readonly Rule[] Known = RuleFile.Read();
    private static readonly RuleBook[] Books = Bind();

    private RuleBook(DateOnly from)
    {
        From = from;
        Rules = [.. Known.Where(rule => rule.IsInForce(from))];
        Classes = new AnthropometryClasses(Of("kelas-gizi"), Of("edema"));
        Reporting = new ReportingMethod(Of("cara-umur"));
        Kms = new KmsCard(Of("kms"), RuleFile.ReadKbm(Of("kms")));
        Skdn = new SkdnRules(Of("skdn"));
        Arm = new ArmClasses(Of("lila-balita"));
        Mothers = new MotherRules(Of("kek"), Of("anemia-bumil"));
        Births = new BirthRules(Of("bblr"), Of("pendek-lahir"));
        Due = new DueRules(Of("vitamin-a"), Of("bulan-timbang"), Of("obat-cacing"));
    }

    /// <summary>The first day for which Lakudo knows all rules: Permenkes 2/2020 begins.</summary>
    public static DateOnly FirstDay => Books[0].From;

    /// <summary>Every rule in every edition.</summary>
    public static IReadOnlyList<Rule> AllRules => Known;

    /// <summary>The first day on which this set of editions holds.</summary>
    public DateOnly From { get; }

    /// <summary>The rules of this book, one edition of each.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The classes of Permenkes 2/2020.</summary>
    public AnthropometryClasses Classes { get; init; }

    /// <summary>Whether classes are reported by completed months or by days.</summary>
    public ReportingMethod Reporting { get; init; }

    /// <summary>The growth card.</summary>
    public KmsCard Kms { get; init; }

    /// <summary>How SKDN is reported.</summary>
    public SkdnRules Skdn { get; init; }

    /// <summary>Arm circumference of children.</summary>
    public ArmClasses Arm { get; init; }

    /// <summary>Arm and haemoglobin of pregnant women.</summary>
    public MotherRules Mothers { get; init; }

    /// <summary>Weight and length at birth.</summary>
    public BirthRules Births { get; init; }

    /// <summary>Vitamin A, weighing, measuring and deworming.</summary>
    public DueRules Due { get; init; }

    /// <summary>The rules that hold on a day.</summary>
    /// <param name="day">The day of the measurement.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before <see cref="FirstDay"/>: the classes of that time were others.</exception>
    public static RuleBook On(DateOnly day)
    {
        for (var i = Books.Length - 1; i >= 0; i--)
        {
            if (Books[i].From <= day) return Books[i];
        }

        throw new ArgumentOutOfRangeException(nameof(day), day, $"Lakudo knows the rules from {FirstDay:O} on.");
    }

    private static RuleBook[] Bind()
    {
        var keys = Known.Select(rule => rule.Key).Distinct().ToArray();
        return [.. Known.Select(rule => rule.InForceFrom).Distinct().Order()
            .Where(day => keys.All(key => Known.Any(rule => rule.Key == key && rule.IsInForce(day))))
            .Select(day => new RuleBook(day))];
    }

    private Rule Of(string key) => Rules.Single(rule => rule.Key == key);
}
