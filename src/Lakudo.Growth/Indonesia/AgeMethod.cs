namespace Lakudo.Growth.Indonesia;

/// <summary>By which age a child is held against the standard.</summary>
public enum AgeMethod : byte
{
    /// <summary>By completed calendar months and monthly tables (<i>bulan penuh</i>), as Permenkes 2/2020 writes it.</summary>
    CompletedMonths,

    /// <summary>By days and daily tables, as WHO's own programs compute it.</summary>
    Days,
}

/// <summary>The dated setting that names the method of the reports; the other one is shown beside it as <i>pembanding</i>.</summary>
/// <param name="Method">The method whose classes are reported.</param>
/// <param name="Rule">Where that is written.</param>
public sealed record ReportingMethod(AgeMethod Method, Rule Rule)
{
    internal ReportingMethod(Rule rule)
        : this(rule.Choice("method").Value == "hari" ? AgeMethod.Days : AgeMethod.CompletedMonths, rule)
    {
    }

    /// <summary>The other method, shown for comparison.</summary>
    public AgeMethod Comparison => Method == AgeMethod.CompletedMonths ? AgeMethod.Days : AgeMethod.CompletedMonths;
}
