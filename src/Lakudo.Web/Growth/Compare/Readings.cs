using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Web.Growth.Compare;

/// <summary>The z-scores that a row has by day or by completed month, and by the mistakes that are seen in programs.</summary>
internal static class Readings
{
    private static readonly (string Reason, Func<ExportRow, ExportRow> Change)[] Slips =
    [
        ("cara ukur tidak diperhitungkan (tanpa koreksi 0,7 cm)", row => row with { Measurement = row.Measurement with { Position = null } }),
        ("seperti diukur terlentang", row => row with { Measurement = row.Measurement with { Position = Position.Lying } }),
        ("seperti diukur berdiri", row => row with { Measurement = row.Measurement with { Position = Position.Standing } }),
        ("umur satu hari lebih tua", row => row with { Visit = row.Visit.AddDays(1) }),
        ("umur satu hari lebih muda", row => row with { Birth = row.Birth < row.Visit ? row.Birth.AddDays(1) : row.Birth }),
        ("jenis kelamin tertukar", row => row with { Measurement = row.Measurement with { Sex = row.Measurement.Sex == Sex.Male ? Sex.Female : Sex.Male } }),
        ("berat bergeser satu angka (kali 10)", row => Scaled(row, weight: 10)),
        ("berat bergeser satu angka (dibagi 10)", row => Scaled(row, weight: 0.1)),
        ("tinggi bergeser satu angka (kali 10)", row => Scaled(row, length: 10)),
        ("tinggi bergeser satu angka (dibagi 10)", row => Scaled(row, length: 0.1)),
    ];

    /// <summary>The z-score in hundredths by one method; null where the standard gives none.</summary>
    public static long? Z(ExportRow row, GrowthIndex index, AgeMethod method) => Z(row, index, method, CompletedMonths.Between(row.Birth, row.Visit));

    /// <summary>Why a printed z-score is not that of a method.</summary>
    /// <returns>A sentence; "tidak terjelaskan" where no known reason gives the printed figure.</returns>
    public static string Explain(ExportRow row, GrowthIndex index, long printed, AgeMethod method)
    {
        var other = method == AgeMethod.Days ? AgeMethod.CompletedMonths : AgeMethod.Days;
        if (Z(row, index, other) == printed)
        {
            return $"dihitung {Words.Of(other)}";
        }

        var mine = Z(row, index, method);
        if (mine is { } near && Math.Abs(near - printed) == 1)
        {
            return "beda 0,01 (pembulatan, atau umur berbeda satu hari)";
        }

        if (Unrestricted(row, index, method) == printed)
        {
            return "tanpa aturan WHO di luar 3 SD";
        }

        if (row.WrittenMonths is { } written && Z(row, index, AgeMethod.CompletedMonths, written) == printed)
        {
            return "umur yang tertulis tidak sama dengan tanggalnya";
        }

        foreach (var by in (AgeMethod[])[method, other])
        {
            foreach (var (reason, change) in Slips)
            {
                if (Z(change(row), index, by) == printed)
                {
                    return by == method ? reason : $"{reason}, {Words.Of(by)}";
                }
            }
        }

        return mine is null ? "ukuran atau umur di luar standar WHO" : "tidak terjelaskan";
    }

    private static long? Z(ExportRow row, GrowthIndex index, AgeMethod method, int? months)
    {
        Assessment assessment;
        if (method == AgeMethod.CompletedMonths)
        {
            CompletedMonths.Assess(row.Measurement, months, out assessment);
        }
        else
        {
            WhoStandards.Assess(row.Measurement with { Age = Age.Between(row.Birth, row.Visit) }, out assessment);
        }

        return assessment[index]?.Hundredths;
    }

    /// <summary>The z-score of the plain formula, in which far values count in steps that grow.</summary>
    private static long? Unrestricted(ExportRow row, GrowthIndex index, AgeMethod method)
    {
        var age = Age.Between(row.Birth, row.Visit);
        WhoStandards.Assess(row.Measurement with { Age = age }, out var assessment);
        if (!index.IsRestricted() || row.Measurement.Sex is not { } sex || row.Measurement.Weight is not { } weight || age is not { } known)
        {
            return null;
        }

        var standard = index == GrowthIndex.WeightForLength
            ? assessment.CorrectedLength is { } length ? WhoStandards.ByLength(sex, known.Days >= Age.FirstStandingDay ? Position.Standing : Position.Lying, length) : null
            : method == AgeMethod.Days ? WhoStandards.ByAge(index, sex, known) : CompletedMonths.Row(index, sex, CompletedMonths.Between(row.Birth, row.Visit) ?? -1);
        return standard is { } lms ? (long)Math.Round((lms with { IsRestricted = false }).ZOf(weight.Kilograms) * 100) : null;
    }

    private static ExportRow Scaled(ExportRow row, double weight = 1, double length = 1) => row with
    {
        Measurement = row.Measurement with
        {
            Weight = row.Measurement.Weight is { } mass ? Mass.FromMicrograms((long)Math.Round(mass.Micrograms * weight)) : null,
            LengthOrHeight = row.Measurement.LengthOrHeight is { } read ? Length.FromNanometres((long)Math.Round(read.Nanometres * length)) : null,
        },
    };
}
