using System.Reflection;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Field;

/// <summary>What to say to the mother: the finding first, then what helps at this age. Never a reproach; the words are data (<c>Words/mother-words.csv</c>), held against a list of phrases that blame.</summary>
/// <remarks>Advice on feeding by age follows the KIA book (Kementerian Kesehatan, 2023), in our own words; not yet confirmed by a nutritionist of the region.</remarks>
public static class MotherWords
{
    private const string Family = "keluarga-";

    /// <summary>How a risk from before is said, the gravest first.</summary>
    private static readonly (Risks Risk, string Key)[] Standing =
    [
        (Risks.SeverelyWasted, "masih-sangat-kurus"), (Risks.Wasted, "masih-kurus"), (Risks.BelowRed, "masih-garis-merah"), (Risks.TwiceNotGained, "masih-dua-kali"), (Risks.NotGained, "masih-tidak-naik"),
        (Risks.SeverelyShort, "masih-sangat-pendek"), (Risks.Short, "masih-pendek"), (Risks.Heavy, "masih-berat"), (Risks.AboveOrange, "masih-oranye"), (Risks.Referred, "masih-dirujuk"), (Risks.Diagnosed, "masih-diperiksa"),
    ];

    private static readonly Dictionary<string, string> Texts = Read();

    private static readonly HashSet<string> Titles = new(["wa", "la", "ode", "by", "ny", "tn", "an", "muh", "moh", "muhammad", "mohammad", "abd", "st", "sitti", "siti"], StringComparer.OrdinalIgnoreCase);

    /// <summary>How a child is called in talk: the first part of its name that is no title (La, Wa, Ode, Muh., Sitti); <i>adik</i> for a newborn without a name.</summary>
    public static string CallName(string name)
    {
        if (name.StartsWith("By", StringComparison.OrdinalIgnoreCase)) return "adik";
        var parts = name.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        return parts.FirstOrDefault(part => part.Length > 1 && !Titles.Contains(part)) ?? parts.LastOrDefault() ?? "adik";
    }

    /// <summary>Every text there is, by key.</summary>
    public static IReadOnlyDictionary<string, string> All => Texts;

    /// <summary>What to say after a measurement.</summary>
    /// <param name="name">How the child is called.</param>
    /// <param name="reading">What was found.</param>
    /// <returns>At most two findings, the most urgent first; what is known from before and was not measured again; advice for the age last.</returns>
    public static IReadOnlyList<string> Of(string name, ChildReading reading)
    {
        var keys = Found(reading);
        if (reading.Standing != Risks.None) keys.Add("masih");
        if (reading.Status.CompletedMonths is { } months) keys.Add(Advice(months));
        return [.. keys.Select(key => Filled(key, reading).Replace("{nama}", name, StringComparison.Ordinal))];
    }

    /// <summary>What the family reads of a measurement on the child's page, at any time afterwards: without a name, without <i>this month</i>.</summary>
    /// <param name="reading">What was found.</param>
    /// <param name="today">The day on which it is read: an older result says nothing of how the child grows now.</param>
    /// <returns>One or two findings, the most urgent first; what is known from before; what was not measured since.</returns>
    public static IReadOnlyList<string> ToFamily(ChildReading reading, DateOnly today)
    {
        var keys = Found(reading);
        if (reading.Standing != Risks.None) keys.Add("masih");
        if (reading.Missing.HasFlag(Missing.Height)) keys.Add("belum-ukur");
        if (CalendarMonth.Of(today) - CalendarMonth.Of(reading.Measurement.Day) > 1) keys.Add("lama");
        return [.. keys.Select(key => Filled(Family + key, reading))];
    }

    /// <summary>What helps at an age, without a name.</summary>
    /// <param name="months">Completed months.</param>
    public static string ToFamily(int months) => Texts.GetValueOrDefault(Family + Advice(months)) ?? Texts[Advice(months)];

    /// <summary>A text of the family's page by its key without the prefix, for example <c>bawa</c>.</summary>
    public static string ToFamily(string key) => Texts[Family + key];

    /// <summary>What to say to a pregnant woman.</summary>
    public static IReadOnlyList<string> Of(PregnancyReading reading)
    {
        List<string> keys = [];
        if (reading.IsAtRiskOfKek == true) keys.Add("ibu-kek");
        if (reading.IsAnaemic is { Value: true }) keys.Add("ibu-anemia");
        if (reading.Antenatal < reading.AntenatalExpected) keys.Add("ibu-anc");
        if (reading.Missing != MissingOfMother.None) keys.Add("ibu-belum-dinilai");
        if (keys.Count == 0) keys.Add("ibu-baik");
        return [.. keys.Select(key => Texts[key])];
    }

    /// <summary>What a cadre asks of a child who was referred: whether it could go, what stands in the way, what was said there.</summary>
    /// <param name="name">How the child is called.</param>
    /// <param name="referral">The referral.</param>
    /// <param name="day">How a day is written.</param>
    public static IReadOnlyList<string> Of(string name, FieldReferral referral, Func<DateOnly, string> day)
    {
        string[] keys = referral switch { { WasThere: false } => ["rujuk-tanya", "rujuk-bantu"], { ComeBackOn: not null } => ["rujuk-kontrol", "rujuk-bantu"], _ => ["rujuk-sudah"] };
        return [.. keys.Select(key => Texts[key].Replace("{nama}", name, StringComparison.Ordinal).Replace("{tempat}", referral.ToHospital ? "rumah sakit" : "puskesmas", StringComparison.Ordinal)
            .Replace("{tanggal}", referral.ComeBackOn is { } back ? day(back) : "", StringComparison.Ordinal))];
    }

    private static List<string> Found(ChildReading reading)
    {
        var keys = Findings(reading).Take(2).ToList();
        if (reading.Urgency == Urgency.Good && keys.Count < 2) keys.Add("baik");
        if (keys.Count == 0) keys.Add(reading.Missing.HasFlag(Missing.Weight) ? "belum-timbang" : "belum-dinilai");
        return keys;
    }

    /// <summary>A text with what was lost and what stands written into it.</summary>
    private static string Filled(string key, ChildReading reading)
    {
        var text = Texts[key];
        if (reading.Loss is { } loss) text = text.Replace("{turun}", SaidForms.Grams(loss.Lost), StringComparison.Ordinal).Replace("{sejak}", SaidForms.Day(loss.Since), StringComparison.Ordinal);
        return text.Replace("{daftar}", string.Join("; ", Standing.Where(one => reading.Standing.HasFlag(one.Risk)).Select(one => Texts[one.Key])), StringComparison.Ordinal);
    }

    private static string Advice(int months) => months switch { < 6 => "umur-0", < 9 => "umur-6", < 12 => "umur-9", < 24 => "umur-12", _ => "umur-24" };

    private static IEnumerable<string> Findings(ChildReading reading)
    {
        var classes = reading.Status.Reported;
        if (reading.Measurement.HasOedema) yield return "edema";
        else if (classes.WeightForLength == NutritionClass.SeverelyWasted || reading.Arm?.Value == ArmClass.Severe) yield return "gizi-buruk";
        else if (classes.WeightForLength == NutritionClass.Wasted || reading.Arm?.Value == ArmClass.Moderate) yield return "gizi-kurang";
        // What was lost is always said, so it stands among the first two.
        if (reading.Loss is not null) yield return "turun";
        if (reading.Kms.IsBelowRed is { Value: true }) yield return "garis-merah";
        if (reading.Kms.IsTwiceNotGained is { Value: true }) yield return "dua-kali";
        else if (reading.Kms.Mark?.Value == KmsMark.T && reading.Loss is null) yield return "tidak-naik";
        if (classes.LengthForAge == LengthForAgeClass.SeverelyShort) yield return "sangat-pendek";
        else if (classes.LengthForAge == LengthForAgeClass.Short) yield return "pendek";
        if (classes.WeightForLength is NutritionClass.Overweight or NutritionClass.Obese) yield return "gizi-lebih";
        if (reading.Kms.Mark?.Value is { } mark && mark != KmsMark.T)
            yield return mark switch { KmsMark.O => "bulan-lalu-tidak", KmsMark.B => "baru", _ => (reading.Missing & (Missing.Doubtful | Missing.PreviousWeight)) != 0 ? "diperiksa-dulu" : "naik" };
    }

    private static Dictionary<string, string> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("mother-words.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.TrimEnd('\r').Split(';', 2)).ToDictionary(parts => parts[0], parts => parts[1]);
    }
}
