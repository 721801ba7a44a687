using System.Globalization;
using Lakudo.Kernel;

namespace Lakudo.Privacy;

/// <summary>The unit of a period of retention.</summary>
public enum RetentionUnit
{
    /// <summary>Hari.</summary>
    Days,

    /// <summary>Bulan.</summary>
    Months,

    /// <summary>Tahun.</summary>
    Years,
}

/// <summary>How long something is kept.</summary>
/// <param name="Amount">How many.</param>
/// <param name="Unit">Of what.</param>
public readonly record struct RetentionPeriod(int Amount, RetentionUnit Unit)
{
    /// <summary>Reads <c>90 hari</c>, <c>3 bulan</c>, <c>5 tahun</c> from the data file.</summary>
    /// <exception cref="FormatException">The file is wrong.</exception>
    public static RetentionPeriod Parse(string text) => text.Split(' ') is [var amount, var unit]
        ? new(int.Parse(amount, CultureInfo.InvariantCulture), unit switch
        {
            "hari" => RetentionUnit.Days,
            "bulan" => RetentionUnit.Months,
            "tahun" => RetentionUnit.Years,
            _ => throw new FormatException($"No unit of retention: {text}"),
        })
        : throw new FormatException($"No period of retention: {text}");

    /// <summary>The UTC moment before which the period is over.</summary>
    public DateTime Before(DateTime now) => Step(now, -Amount);

    /// <summary>When the period of something is over.</summary>
    public DateTime After(DateTime start) => Step(start, Amount);

    /// <summary>As people read it: <c>90 hari</c>.</summary>
    public override string ToString() => $"{Amount} {Unit switch { RetentionUnit.Days => "hari", RetentionUnit.Months => "bulan", _ => "tahun" }}";

    /// <summary>Whether it is as long as another or longer; by days from a fixed day.</summary>
    public bool IsAtLeast(RetentionPeriod other) => After(DateTime.UnixEpoch) >= other.After(DateTime.UnixEpoch);

    private DateTime Step(DateTime from, int amount) => Unit switch
    {
        RetentionUnit.Days => from.AddDays(amount),
        RetentionUnit.Months => from.AddMonths(amount),
        _ => from.AddYears(amount),
    };
}

/// <summary>A rule of how long something is kept and what happens to it then. From <c>data/privacy/retention.csv</c>.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Activity">The activity of the record of processing.</param>
/// <param name="Words">What it is about.</param>
/// <param name="Starts">What the period counts from, in words.</param>
/// <param name="Anonymises">Whether the record stays without the person; otherwise it is deleted.</param>
/// <param name="Standard">The period unless the region sets another.</param>
/// <param name="Least">The shortest a region may set.</param>
/// <param name="Most">The longest.</param>
/// <param name="Basis">Why so long.</param>
/// <param name="Status">Whether the period was confirmed from a source.</param>
/// <param name="Source">Which, with its date.</param>
public sealed record RetentionRule(
    string Id, string Activity, string Words, string Starts, bool Anonymises, RetentionPeriod Standard, RetentionPeriod Least, RetentionPeriod Most, string Basis, string Status, string Source)
{
    /// <summary>Every rule, in the order of the file.</summary>
    public static IReadOnlyList<RetentionRule> All { get; } = DataFile.Read("privacy/retention.csv", c => new RetentionRule(
        c("rule"), c("activity"), c("words"), c("starts"), c("action") == "anonimkan", RetentionPeriod.Parse($"{c("amount")} {c("unit")}"),
        RetentionPeriod.Parse(c("least")), RetentionPeriod.Parse(c("most")), c("basis"), c("status"), $"{c("source")} ({c("source_date")})"));
}
