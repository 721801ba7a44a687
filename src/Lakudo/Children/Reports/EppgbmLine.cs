using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Children.Reports;

/// <summary>One measurement of one child, as a line of the measurement sheet of e-PPGBM. What the register does not keep is null.</summary>
public sealed record EppgbmLine
{
    /// <summary>The child's NIK.</summary>
    public string? Nik { get; init; }

    /// <summary>The child's name.</summary>
    public required string Name { get; init; }

    /// <summary>Boy or girl.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Day of birth.</summary>
    public required DateOnly Birth { get; init; }

    /// <summary>Grams.</summary>
    public int? BirthWeight { get; init; }

    /// <summary>Tenths of a millimetre.</summary>
    public int? BirthLength { get; init; }

    /// <summary>The mother's name.</summary>
    public required string Mother { get; init; }

    /// <summary>The province, regency or city, and district.</summary>
    public required (string? Province, string City, string District) Area { get; init; }

    /// <summary>The puskesmas.</summary>
    public required string Puskesmas { get; init; }

    /// <summary>The village or kelurahan.</summary>
    public required string Village { get; init; }

    /// <summary>The posyandu.</summary>
    public required string Posyandu { get; init; }

    /// <summary>Street or hamlet.</summary>
    public string? Address { get; init; }

    /// <summary>RT and RW of its household, where they are known.</summary>
    public (int? Rt, int? Rw) Neighbourhood { get; init; }

    /// <summary>The day of measurement.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Grams.</summary>
    public int? Weight { get; init; }

    /// <summary>As read, tenths of a millimetre.</summary>
    public int? Height { get; init; }

    /// <summary>Lying or standing.</summary>
    public Position? Position { get; init; }

    /// <summary>Tenths of a millimetre.</summary>
    public int? Arm { get; init; }

    /// <summary>Hundredths of z-scores: BB/U, PB/U or TB/U, BB/PB or BB/TB.</summary>
    public (int? WeightForAge, int? LengthForAge, int? WeightForLength) Scores { get; init; }

    /// <summary>N, T, O or B.</summary>
    public KmsMark? Mark { get; init; }

    /// <summary>Capsules of vitamin A that were noted on that day; null where none was asked for.</summary>
    public int? VitaminA { get; init; }

    /// <summary>"2 Tahun - 3 Bulan - 5 Hari": whole years and months, and the days since.</summary>
    public string Age
    {
        get
        {
            var months = CompletedMonths.Between(Birth, Day) ?? 0;
            var since = Birth.AddMonths(months);
            // A child born on the 31st completes a short month on the first day of the next one.
            if (since.Day < Birth.Day) since = since.AddDays(1);
            return $"{months / 12} Tahun - {months % 12} Bulan - {Day.DayNumber - since.DayNumber} Hari";
        }
    }
}
