using Lakudo.Field;

namespace Lakudo.Web.Sample.Children;

/// <summary>
/// One invented pregnant woman: somewhere between the second month and the day expected, seen in most months since she was registered. A quarter are thin (KEK), a third pale, the iron tablets come late or not at all for some,
/// haemoglobin is known now and then only, half of them know their NIK, and one in twelve does not know her dates: the gaps that a posyandu has.
/// </summary>
internal sealed class SampleMother
{
    /// <summary>One for every eight under-fives: five years of births against the eight months in which a pregnancy is known.</summary>
    private const int ChildrenPerWoman = 8;

    private const int PregnancyDays = 280;
    private const int FirstKnownDay = 50;
    private const int DaysOfMonth = 30;

    internal SampleMother(SamplePlan.Place place, int number, DateOnly today)
    {
        var words = $"hamil {place.Row.Id:N} {number}";
        var chance = SampleIds.Chance(words);
        var begun = today.AddDays(-FirstKnownDay - chance.Next(PregnancyDays - FirstKnownDay - 5));
        var known = begun.AddDays(FirstKnownDay + chance.Next(60));
        if (known >= today) known = today.AddDays(-1);
        var knowsDates = chance.Next(12) != 0;
        var age = 18 + chance.Next(22);
        Entry = new NewPregnancy
        {
            Id = SampleIds.Of(known, words),
            At = known.ToDateTime(new TimeOnly(1, 30), DateTimeKind.Utc),
            Name = SampleNames.Woman(chance),
            Birth = chance.Next(4) == 0 ? null : begun.AddYears(-age).AddDays(-chance.Next(365)),
            LastPeriod = knowsDates ? begun : null,
            // The midwife's ultrasound moves the day for some.
            DueDate = knowsDates && chance.Next(3) != 0 ? begun.AddDays(PregnancyDays + chance.Next(11) - 5) : null,
            Address = $"RT {1 + chance.Next(4):00}/RW {1 + chance.Next(3):00}",
            HasConsent = true,
        };
        if (Entry.Birth is { } birth && chance.Next(4) != 0) Entry = Entry with { Nik = $"741401{birth.Day + 40:00}{birth.Month:00}{birth.Year % 100:00}{1 + chance.Next(9_000):0000}" };
        Visits = [.. Seen(place, today, begun, known, words, chance)];
    }

    /// <summary>The women who are entered with these children, so that a filling that was stopped goes on with both.</summary>
    internal static IEnumerable<SampleMother> Beside(IEnumerable<int> children, SamplePlan.Place place, DateOnly today) =>
        children.Where(n => n % ChildrenPerWoman == ChildrenPerWoman / 2).Select(n => new SampleMother(place, n / ChildrenPerWoman, today));

    internal NewPregnancy Entry { get; }

    internal IReadOnlyList<PregnancyVisit> Visits { get; }

    private IEnumerable<PregnancyVisit> Seen(SamplePlan.Place place, DateOnly today, DateOnly begun, DateOnly known, string words, Random chance)
    {
        var arm = chance.Next(4) == 0 ? 222 + chance.Next(12) : 238 + chance.Next(55);
        var weight = 40.0 + ((arm - 220) * 0.22) + (3 * chance.Normal());
        var blood = 11.4 + (0.9 * chance.Normal());
        var (takesTablets, antenatal, doctor) = (chance.Next(10) < 8, chance.Next(2), 0);
        for (var month = new DateOnly(known.Year, known.Month, 1); month <= today; month = month.AddMonths(1))
        {
            var day = new DateOnly(month.Year, month.Month, place.Row.DayOfMonth);
            if (day < known || day >= today || chance.Next(6) == 0) continue;
            var weeks = (day.DayNumber - begun.DayNumber) / 7;
            if (chance.Next(5) != 0) antenatal++;
            if (doctor < 2 && antenatal > doctor && chance.Next(4) == 0) doctor++;
            yield return new PregnancyVisit
            {
                Id = SampleIds.Of(day, $"kunjungan {words} {day:O}"),
                Pregnancy = Entry.Id,
                Day = day,
                At = day.ToDateTime(new TimeOnly(2 + chance.Next(2), chance.Next(60)), DateTimeKind.Utc),
                // Eleven kilograms over a pregnancy, hardly any of it in the first three months.
                Weight = chance.Next(10) == 0 ? null : (int)Math.Round((weight + (Math.Max(0, weeks - 12) * 0.4) + (0.3 * chance.Normal())) * 10) * 100,
                Arm = chance.Next(8) == 0 ? null : (arm + chance.Next(5) - 2) * 10,
                Haemoglobin = chance.Next(5) < 2 ? (int)Math.Round(Math.Clamp(blood - (weeks is >= 13 and < 28 ? 0.5 : 0) + (0.2 * chance.Normal()), 7.5, 14) * 10) : null,
                IronTablets = takesTablets && chance.Next(5) != 0 ? DaysOfMonth : null,
                AntenatalVisits = antenatal,
                DoctorVisits = doctor,
            };
        }
    }
}
