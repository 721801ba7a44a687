using System.Globalization;
using Lakudo.Children.Households;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Web.Sample.Children;

/// <summary>
/// One invented child: born within five years before the sample's day, growing along a line of its own that falters in the second year as children of the islands do, measured in most months
/// of the last two years with the errors that measuring has, and now and then with dirt: a digit swapped, standing noted as lying, a height rounded.
/// </summary>
internal sealed class SampleChild
{
    private const int Months = 24;

    /// <summary>Each so many-th entry is the child before it, registered again by somebody who spelt it otherwise.</summary>
    private const int DoubleEvery = 40;

    private const int FirstDouble = 12;

    /// <summary>So many days lie at least between two children of one mother.</summary>
    private const int BetweenSiblings = 330;

    private readonly Random _chance;
    private readonly double _short;
    private readonly double _falters;
    private readonly double _thin;
    private readonly SamplePlan.Place _place;
    private readonly DateOnly _today;
    private readonly string _words;

    internal SampleChild(SamplePlan.Place place, int number, DateOnly today)
        : this(place, number, today, isWhole: true)
    {
    }

    private SampleChild(SamplePlan.Place place, int number, DateOnly today, bool isWhole)
    {
        (_place, _today, _words) = (place, today, $"{place.Row.Id:N} {number}");
        _chance = SampleIds.Chance("anak " + _words);
        var birth = today.AddDays(-_chance.Next(5 * 365));
        var isGirl = _chance.Next(2) == 0;
        (_short, _falters, _thin) = ((-0.35 + _chance.Normal()) * 0.95, Math.Max(0, 1.05 + (0.45 * _chance.Normal())), -0.35 + (0.9 * _chance.Normal()));
        Entry = new NewChild
        {
            Id = SampleIds.Of(birth, "anak " + _words),
            At = birth.AddDays(20).ToDateTime(new TimeOnly(1, 30), DateTimeKind.Utc),
            Name = SampleNames.Child(isGirl, _chance),
            Sex = isGirl ? Sex.Female : Sex.Male,
            Birth = birth,
            MotherName = SampleNames.Woman(_chance),
            MotherNik = _chance.Next(10) < 7 ? Nik(birth.AddYears(-20 - _chance.Next(18))) : null,
            BirthOrder = 1 + _chance.Next(4),
            BirthWeight = (int)Math.Round(At(GrowthIndex.WeightForAge, isGirl ? Sex.Female : Sex.Male, 0, (0.6 * _short) - 0.1) * 100) * 10,
            BirthLength = (int)Math.Round(At(GrowthIndex.LengthForAge, isGirl ? Sex.Female : Sex.Male, 0, _short) * 10) * 10,
            Address = $"RT {1 + _chance.Next(4):00}/RW {1 + _chance.Next(3):00}",
            HasConsent = true,
        };
        if (number % DoubleEvery == FirstDouble)
        {
            var first = new SampleChild(place, number - 1, today, isWhole: false).Entry;
            Entry = first with { Id = SampleIds.Of(first.Birth, "ganda " + _words), Name = Misspelt(first.Name), MotherNik = null, BirthOrder = null, Address = null };
        }
        else if (number % 8 is 1 or 7 && BesideSibling(new SampleChild(place, number - 1, today, isWhole: false).Entry) is { } sibling)
        {
            (Entry, IsSibling) = (sibling, true);
        }

        if (!isWhole) return;
        Measurements = [.. Measured()];
        Services = [.. Given(number)];
        // Who was registered twice stands in no household the second time, and a brother or sister in the one that is there.
        Household = number % DoubleEvery == FirstDouble || IsSibling ? null : new OpenHouseholds.Row(SampleIds.Of(birth, "keluarga " + _words), Entry.Id, FamilyCard(number));
    }

    internal NewChild Entry { get; }

    internal IReadOnlyList<FieldMeasurement> Measurements { get; } = [];

    internal IReadOnlyList<ChildService> Services { get; } = [];

    /// <summary>Whether it is of the mother of the child before it.</summary>
    internal bool IsSibling { get; }

    /// <summary>The household that it brings along; null where it brings none.</summary>
    internal OpenHouseholds.Row? Household { get; }

    /// <summary>It as a brother or sister of another child, where that one's mother is known by her NIK and their births can be of one mother; null otherwise.</summary>
    private NewChild? BesideSibling(NewChild other)
    {
        var isLater = Entry.Birth > other.Birth;
        if (other.MotherNik is null || Math.Abs(Entry.Birth.DayNumber - other.Birth.DayNumber) < BetweenSiblings || (other.BirthOrder == 1 && !isLater)) return null;
        return Entry with { MotherName = other.MotherName, MotherNik = other.MotherNik, Address = other.Address, BirthOrder = other.BirthOrder + (isLater ? 1 : -1) };
    }

    /// <summary>The number of the family's card, as eight in ten families have shown it: the kecamatan, a day of issue, and a serial that no other posyandu of it gives.</summary>
    private string? FamilyCard(int number)
    {
        var chance = SampleIds.Chance("kartu keluarga " + _words);
        if (chance.Next(10) >= 8) return null;
        var issued = new DateOnly(2012, 1, 1).AddDays(chance.Next(13 * 365));
        return string.Create(CultureInfo.InvariantCulture, $"{_place.District}{issued:ddMMyy}{1 + (_place.Ordinal * 64) + number:0000}");
    }

    private IEnumerable<FieldMeasurement> Measured()
    {
        // Three in a hundred have not been seen for a while.
        var lost = _chance.Next(100) < 3 ? 3 + _chance.Next(6) : 0;
        for (var back = Months; back >= lost; back--)
        {
            var month = _today.AddMonths(-back);
            var day = new DateOnly(month.Year, month.Month, _place.Row.DayOfMonth);
            if (day >= _today || day <= Entry.Birth || _chance.NextDouble() < 0.14) continue;
            var months = CompletedMonths.Between(Entry.Birth, day)!.Value;
            var isHeightMonth = months < 24 || day.Month is 2 or 8 || _chance.Next(3) == 0;
            var (length, weight) = Truth(day);
            var isStanding = months >= 24 != (_chance.Next(60) == 0 && months > 12);
            var height = (int)Math.Round(((isStanding ? length - 0.7 : length) + (0.35 * _chance.Normal())) * 10) * 10;
            var grams = (int)Math.Round((weight + (0.12 * _chance.Normal())) * 10) * 100;
            // Dirt: a swapped digit, and a measurer who reads to the half centimetre.
            if (_chance.Next(400) == 0) height += 1_000;
            if (_chance.Next(400) == 0) grams += 3_000;
            if (_place.Row.DayOfMonth % 5 == 0) height = (height + 25) / 50 * 50;
            yield return new FieldMeasurement
            {
                Id = SampleIds.Of(day, $"ukur {_words} {day:O}"),
                Child = Entry.Id,
                Day = day,
                At = day.ToDateTime(new TimeOnly(1 + _chance.Next(3), _chance.Next(60)), DateTimeKind.Utc),
                Weight = Math.Max(grams, 1_500),
                Height = isHeightMonth ? Math.Max(height, 4_000) : null,
                Position = isHeightMonth ? isStanding ? Position.Standing : Position.Lying : null,
                Arm = months >= 6 && _chance.Next(3) == 0 ? (int)Math.Round((14.3 + (0.9 * _thin) + (0.4 * _chance.Normal())) * 10) * 10 : null,
            };
        }
    }

    private IEnumerable<ChildService> Given(int number)
    {
        foreach (var measured in Measurements)
        {
            var months = CompletedMonths.Between(Entry.Birth, measured.Day)!.Value;
            if (measured.Day.Month is 2 or 8 && months is >= 6 and < 60 && _chance.Next(10) < 9)
                yield return Service(measured, months < 12 ? ChildServiceKind.VitaminABlue : ChildServiceKind.VitaminARed);
            if (months < 6) yield return Service(measured, ChildServiceKind.ExclusiveBreastfeeding, _chance.Next(10) < 7);
            foreach (var vaccine in Vaccines.All.Where(v => v.FromMonth == months && _chance.Next(10) < 8)) yield return Service(measured, ChildServiceKind.Immunisation, true, vaccine.Code);
        }

        foreach (var said in Book(number)) yield return said;
    }

    /// <summary>
    /// Of a hundred families 85 showed the book when they were first seen, 8 said twice that they have none yet, 7 were never asked. Spread evenly, so that a small posyandu has of each too, and drawn apart, so that nothing
    /// else of the sample depends on it.
    /// </summary>
    private IEnumerable<ChildService> Book(int number)
    {
        var lot = (SampleIds.Chance($"buku KIA {_place.Row.Id:N}").Next(100) + (31 * number)) % 100;
        if (lot < 85) return Measurements.Take(1).Select(m => Service(m, ChildServiceKind.KiaBook));
        return lot < 93 ? Measurements.TakeLast(2).Select(m => Service(m, ChildServiceKind.KiaBook, false)) : [];
    }

    private ChildService Service(FieldMeasurement measured, ChildServiceKind kind, bool yes = true, string? detail = null) =>
        new(SampleIds.Of(measured.Day, $"layanan {_words} {measured.Day:O} {kind} {detail}"), Entry.Id, measured.Day, measured.At, kind, yes, detail);

    /// <summary>What careful measuring would find, centimetres lying down and kilograms.</summary>
    private (double Length, double Weight) Truth(DateOnly day)
    {
        var days = Math.Min(day.DayNumber - Entry.Birth.DayNumber, Age.LastDay);
        // Most of the faltering is over at two years.
        var height = _short - (_falters * Math.Min(1, days / 730.0));
        var thin = _thin + (0.15 * Math.Sin(days / 50.0));
        var length = At(GrowthIndex.LengthForAge, Entry.Sex, days, height) + (days >= Age.FirstStandingDay ? 0.7 : 0);
        return (length, At(GrowthIndex.WeightForAge, Entry.Sex, days, (0.55 * height) + (0.75 * thin)));
    }

    private static double At(GrowthIndex index, Sex sex, int days, double z) =>
        WhoStandards.ByAge(index, sex, Age.FromDays(days))!.Value.MeasureAt(Math.Clamp(z, -4.2, 3.5));

    private static string Misspelt(string name) =>
        name.Contains("itti", StringComparison.Ordinal) ? name.Replace("itti", "iti", StringComparison.Ordinal) : name.Replace("La Ode ", "La ", StringComparison.Ordinal).Replace("Wa Ode ", "Wa ", StringComparison.Ordinal) + "h";

    private string Nik(DateOnly birth) => $"741401{birth.Day + 40:00}{birth.Month:00}{birth.Year % 100:00}{1 + _chance.Next(9_000):0000}";
}
