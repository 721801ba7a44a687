using Lakudo.Children.Pregnancies;
using Lakudo.Field;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;

namespace Lakudo.Web.Children.Pregnancies;

/// <summary>How pregnant women's numbers are read on the puskesmas' pages: what was measured and the limit beside it, never the word of a diagnosis.</summary>
internal static class PregnancyWords
{
    private const string Grave = "tag-coral", Soon = "tag-gold", Plain = "tag-sea";

    /// <summary>What she is waiting for, each with its colour, the most urgent first.</summary>
    /// <param name="reading">What her visits say.</param>
    /// <param name="missed">Months in which her posyandu's day went by without her.</param>
    /// <param name="needs">What was found.</param>
    /// <param name="today">The day.</param>
    public static IEnumerable<(string Words, string Colour)> Of(PregnancyReading reading, int missed, PregnancyNeeds needs, DateOnly today)
    {
        foreach (var need in Enum.GetValues<PregnancyNeeds>().Where(n => n != PregnancyNeeds.None && needs.HasFlag(n)))
        {
            yield return need switch
            {
                PregnancyNeeds.ThinArm => (Arm(reading, today), Grave),
                PregnancyNeeds.LowHaemoglobin => (Haemoglobin(reading), Grave),
                PregnancyNeeds.NotSeen => ($"tidak datang {missed} bulan", Soon),
                PregnancyNeeds.PastDue => ($"lewat perkiraan lahir {today.DayNumber - reading.Due!.Value.DayNumber} hari", Grave),
                PregnancyNeeds.NearDue => (reading.Due!.Value == today ? "perkiraan lahir hari ini" : $"perkiraan lahir {reading.Due!.Value.DayNumber - today.DayNumber} hari lagi", Soon),
                PregnancyNeeds.FewVisits => ($"ANC {reading.Antenatal} dari {reading.AntenatalExpected}", Soon),
                PregnancyNeeds.FewDoctorVisits => ($"dokter {reading.Doctor} dari {reading.DoctorExpected}", Plain),
                PregnancyNeeds.FewTablets => ($"TTD {reading.Tablets} dari {reading.TabletsExpected}", Plain),
                _ => ("umur kehamilan belum tercatat", Plain),
            };
        }
    }

    /// <summary>What was never measured, so that nobody takes it for good.</summary>
    public static IEnumerable<string> Missing(PregnancyReading reading)
    {
        if (reading.Missing.HasFlag(MissingOfMother.Arm)) yield return "LiLA belum diukur";
        if (reading.Missing.HasFlag(MissingOfMother.Haemoglobin)) yield return "Hb belum diketahui";
    }

    /// <summary>How far along: 24 minggu; after the day expected no weeks are counted any more.</summary>
    public static string Weeks(PregnancyReading reading, DateOnly today) => reading.Weeks is not { } weeks || today > reading.Due ? "" : $"{weeks} minggu";

    /// <summary>LILA 22,8 cm, di bawah 23,5.</summary>
    public static string Arm(PregnancyReading reading, DateOnly day) => $"LILA {ChildWords.Length(reading.Arm)}, di bawah {RuleBook.On(day).Mothers.ArmLimit.Centimetres.ToString("0.#", Formats.Indonesian)}";

    /// <summary>Hb 10,2, di bawah 11.</summary>
    public static string Haemoglobin(PregnancyReading reading) => $"Hb {Haemoglobin(reading.Haemoglobin)}, di bawah {reading.HaemoglobinLimit?.ToString("0.#", Formats.Indonesian)}";

    /// <summary>10,2.</summary>
    public static string Haemoglobin(int? tenths) => tenths is { } value ? (value / 10m).ToString("0.0", Formats.Indonesian) : "–";

    /// <summary>With a capital letter, for the beginning of a line.</summary>
    public static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>A count; a dash where it was not said.</summary>
    public static string Count(int? number) => number?.ToString(Formats.Indonesian) ?? "–";

    /// <summary>5 Januari 2026; a dash where it is not known.</summary>
    public static string Day(DateOnly? day) => day is { } known ? ChildWords.Day(known) : "belum tercatat";
}
