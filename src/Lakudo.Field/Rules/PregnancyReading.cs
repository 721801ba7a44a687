using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Field;

/// <summary>What is not known of a pregnant woman, so that nobody can say that all is well.</summary>
[Flags]
public enum MissingOfMother : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Her arm was never measured.</summary>
    Arm = 1,

    /// <summary>Her haemoglobin was never written down.</summary>
    Haemoglobin = 2,

    /// <summary>Neither last period nor the day expected is known: nothing can be said of her visits.</summary>
    Dates = 4,
}

/// <summary>What the visits of a pregnant woman say on a day.</summary>
public sealed record PregnancyReading
{
    /// <summary>Iron tablets that a pregnancy needs at least (Permenkes 21/2021; programme.md 6.6).</summary>
    public const int IronTablets = 90;

    /// <summary>Antenatal visits that a pregnancy needs at least: 1 in the first trimester, 2 in the second, 3 in the third (Permenkes 21/2021).</summary>
    public const int AntenatalVisits = 6;

    /// <summary>Visits to a doctor that a pregnancy needs at least: one early, one in the third trimester (Permenkes 21/2021).</summary>
    public const int DoctorVisits = 2;

    private const int PregnancyDays = 280;
    private const int DaysPerWeek = 7;

    /// <summary>Completed weeks; null when neither the last period nor the day expected is known.</summary>
    public int? Weeks { get; private init; }

    /// <summary>1, 2 or 3: to 12, to 27 weeks and after; null when the weeks are not known.</summary>
    public int? Trimester => Weeks switch { null => null, < 13 => 1, < 28 => 2, _ => 3 };

    /// <summary>The day expected: as written in her KIA book, else 280 days after the last period; null when neither is known.</summary>
    public DateOnly? Due { get; private init; }

    /// <summary>When she was last seen; null for never.</summary>
    public DateOnly? LastDay { get; private init; }

    /// <summary>The last arm measured, in tenths of a millimetre; null when never.</summary>
    public int? Arm { get; private init; }

    /// <summary>The last haemoglobin known, in tenths of a gram per decilitre; null when never.</summary>
    public int? Haemoglobin { get; private init; }

    /// <summary>Below how much the last haemoglobin is anaemia, in grams per decilitre: by the trimester of its day; null when never.</summary>
    public decimal? HaemoglobinLimit { get; private init; }

    /// <summary>Whether the last arm measured is a risk of chronic energy deficiency (KEK); null when never measured.</summary>
    public bool? IsAtRiskOfKek { get; private init; }

    /// <summary>Whether the last haemoglobin is anaemia; null when not known.</summary>
    public RuleAnswer<bool>? IsAnaemic { get; private init; }

    /// <summary>Iron tablets handed out so far.</summary>
    public int Tablets { get; private init; }

    /// <summary>Antenatal visits so far, as last counted.</summary>
    public int Antenatal { get; private init; }

    /// <summary>Antenatal visits that should be done by this week of pregnancy; null when the weeks are not known.</summary>
    public int? AntenatalExpected => Weeks switch { null => null, < 13 => 0, < 20 => 1, < 28 => 2, < 32 => 3, < 36 => 4, < 39 => 5, _ => AntenatalVisits };

    /// <summary>Visits to a doctor so far, as last counted.</summary>
    public int Doctor { get; private init; }

    /// <summary>Visits to a doctor that should be done by this week of pregnancy; null when the weeks are not known.</summary>
    public int? DoctorExpected => Weeks switch { null => null, < 13 => 0, < 36 => 1, _ => DoctorVisits };

    /// <summary>Iron tablets that should be handed out by this week of pregnancy, on the way to <see cref="IronTablets"/>; null when the weeks are not known.</summary>
    /// <remarks>The law names the 90 of a whole pregnancy only. These steps are our own and late on purpose: who is behind them cannot reach 90 by one a day. Not yet confirmed by a nutritionist of the region.</remarks>
    public int? TabletsExpected => Weeks switch { null => null, < 20 => 0, < 28 => 30, < 36 => 60, _ => IronTablets };

    /// <summary>Whether she comes first: KEK, anaemia, or behind with her visits.</summary>
    public bool IsAtRisk => IsAtRiskOfKek == true || IsAnaemic is { Value: true } || Antenatal < AntenatalExpected;

    /// <summary>What is not known of her.</summary>
    public MissingOfMother Missing =>
        (IsAtRiskOfKek is null ? MissingOfMother.Arm : 0) | (IsAnaemic is null ? MissingOfMother.Haemoglobin : 0) | (Weeks is null ? MissingOfMother.Dates : 0);

    /// <summary>Whether she had fewer visits to a doctor or iron tablets than by this week.</summary>
    public bool IsBehind => Doctor < DoctorExpected || Tablets < TabletsExpected;

    /// <summary>The verdict: good only where everything that it rests on is known.</summary>
    public Urgency Urgency => IsAtRisk ? Urgency.Refer : IsBehind ? Urgency.Watch : Missing != MissingOfMother.None ? Urgency.Unknown : Urgency.Good;

    /// <summary>What is not known in words, with what to do.</summary>
    public IEnumerable<string> MissingWords()
    {
        if (Missing.HasFlag(MissingOfMother.Arm)) yield return "LiLA belum pernah diukur. Ukur lengan atasnya.";
        if (Missing.HasFlag(MissingOfMother.Haemoglobin)) yield return "Hb belum diketahui. Lihat Buku KIA, atau minta bidan memeriksanya.";
        if (Missing.HasFlag(MissingOfMother.Dates)) yield return "Umur kehamilan belum diketahui. Tanyakan haid terakhir, atau lihat perkiraan lahir di Buku KIA.";
    }

    /// <summary>Reads a pregnancy on a day.</summary>
    public static PregnancyReading Of(FieldPregnancy pregnancy, DateOnly day)
    {
        var mothers = RuleBook.On(day).Mothers;
        var visits = pregnancy.Visits.Where(visit => visit.Day <= day).OrderBy(visit => visit.Day).ToList();
        var start = pregnancy.DueDate?.AddDays(-PregnancyDays) ?? pregnancy.LastPeriod;
        var weeks = start is { } first && day >= first ? (day.DayNumber - first.DayNumber) / DaysPerWeek : (int?)null;
        var arm = visits.LastOrDefault(visit => visit.Arm > 0)?.Arm;
        var lastBlood = visits.LastOrDefault(visit => visit.Haemoglobin > 0);
        var trimester = start is { } begun && lastBlood is not null ? ((lastBlood.Day.DayNumber - begun.DayNumber) / DaysPerWeek) switch { < 13 => 1, < 28 => 2, _ => 3 } : 3;
        return new PregnancyReading
        {
            Weeks = weeks,
            Due = start?.AddDays(PregnancyDays),
            LastDay = visits.LastOrDefault()?.Day,
            Arm = arm,
            Haemoglobin = lastBlood?.Haemoglobin,
            HaemoglobinLimit = lastBlood is null ? null : mothers.HaemoglobinLimit(trimester),
            IsAtRiskOfKek = arm is { } tenths ? mothers.IsAtRiskOfKek(Length.FromTenthsOfMillimetre(tenths))?.Value : null,
            IsAnaemic = lastBlood?.Haemoglobin is { } blood ? mothers.IsAnaemic(blood / 10m, trimester) : null,
            Tablets = visits.Sum(visit => visit.IronTablets ?? 0),
            Antenatal = visits.Max(visit => visit.AntenatalVisits) ?? 0,
            Doctor = visits.Max(visit => visit.DoctorVisits) ?? 0,
        };
    }
}
