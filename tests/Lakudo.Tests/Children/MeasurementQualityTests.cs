using Lakudo.Children;
using Lakudo.Children.Measuring;
using Lakudo.Children.Quality;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Growth.Quality;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children;

/// <summary>The test posyandu's day is 3 March 2026; Melati measures with care, Mawar reads its board to the half centimetre.</summary>
public sealed class MeasurementQualityTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Rounded_heights_are_found_at_the_posyandu_and_with_the_measurer_who_rounds(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        await Fill(test);
        var answer = (await Ask(test, test.Nutritionist)).Value;
        Assert.Equal(["Posyandu Mawar", "Posyandu Melati"], answer.Posyandu.Select(p => p.Name));
        Assert.Equal(QualityVerdict.Act, answer.Posyandu[0].Figures[QualityCheck.HeightDigits].Verdict);
        Assert.Equal(QualityVerdict.Good, answer.Posyandu[1].Figures[QualityCheck.HeightDigits].Verdict);
        Assert.Equal(("Wa Ida", "Posyandu Mawar"), (answer.Measurers[0].Name, answer.Measurers[0].Where));
        Assert.Equal(160, answer.All.Visits);
        Assert.Equal((new DateOnly(2025, 10, 1), test.Clock.Today(TimeZoneInfo.Utc)), (answer.From, answer.Until));
        Assert.Empty(answer.ToMeasureAgain);
        Assert.Equal(0, await Looks(test));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Children_to_measure_again_are_named_for_one_group_and_the_look_is_journaled(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var child = await Fill(test);
        var first = (await Ask(test, test.Midwife, new(6, test.Melati))).Value.ToMeasureAgain;
        Assert.DoesNotContain(first, again => again.Check == QualityCheck.FallingHeight);
        var before = await Looks(test);
        // 2 cm shorter than in the month before.
        Assert.Empty((await Enter(test, test.Melati, test.Cadre, [], [test.Measured(child.Id, 9_000, 7_000, new DateOnly(2026, 3, 2))])).Refusals);
        var answer = (await Ask(test, test.Midwife, new(6, test.Melati))).Value;
        var fell = Assert.Single(answer.ToMeasureAgain, again => again.Check == QualityCheck.FallingHeight);
        Assert.Equal((child.Id, child.Name, "Posyandu Melati", new DateOnly(2026, 3, 2)), (fell.Child, fell.Name, fell.Posyandu, fell.Day));
        Assert.True(fell.Change < -0.5);
        Assert.Equal(before + 1, await Looks(test));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_the_measurer_took_again_herself_is_no_fault_of_hers(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var child = test.Girl();
        var wrong = test.Measured(child.Id, 9_000, 7_550);
        await Enter(test, test.Melati, test.Cadre, [child], [wrong]);
        Assert.Equal(1, (await Ask(test, test.Nutritionist)).Value.All.Visits);
        await Enter(test, test.Melati, test.Cadre, [], [test.Measured(child.Id, 9_100, 7_560, replaces: wrong.Id)]);
        Assert.Equal(1, (await Ask(test, test.Nutritionist)).Value.All.Visits);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Each_sees_her_own_posyandu_and_who_has_none_in_her_care_sees_nothing(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        await Fill(test);
        Assert.Equal("Posyandu Melati", Assert.Single((await Ask(test, test.Midwife)).Value.Posyandu).Name);
        var far = (await Ask(test, test.FarNutritionist, new(6, test.Melati))).Value;
        Assert.Equal((0, null), (far.All.Visits, far.One));
        Assert.Empty(far.ToMeasureAgain);
        Assert.Equal("C-391", (await Ask(test, test.Nutritionist, new(5))).Refusal?.Code);
        foreach (var role in Enum.GetValues<Role>().Except([Role.Midwife, Role.Nutritionist]))
            Assert.Equal("K-001", (await Ask(test, TestPosyandu.Staff(role))).Refusal?.Code);
    }

    private static Task<Outcome<MeasurementQuality.Answer>> Ask(TestPosyandu test, Caller by, MeasurementQuality.Question? question = null) =>
        test.With((db, commit) => new MeasurementQuality(db, commit, test.Clock).Run(by, question ?? new()));

    private static async Task<int> Looks(TestPosyandu test)
    {
        await using var db = test.Read();
        return await db.JournalEntries.CountAsync(e => e.Fact == nameof(ChildrenListed));
    }

    private static async Task<EnterSheet.Answer> Enter(TestPosyandu test, Guid posyandu, Guid cadre, IReadOnlyList<NewChild> children, IReadOnlyList<FieldMeasurement> measurements) =>
        (await test.Sheet(new(posyandu, cadre, children, measurements, []) { Others = [.. children.Select(c => c.Id)] })).Value;

    /// <summary>Eighty children at each posyandu, measured once in February. Gives the first of Melati.</summary>
    private static async Task<NewChild> Fill(TestPosyandu test)
    {
        var random = new Random(7);
        NewChild? first = null;
        foreach (var (posyandu, cadre, step) in new[] { (test.Melati, test.Cadre, 10), (test.Mawar, test.OtherCadre, 50) })
        {
            var children = Enumerable.Range(0, 80).Select(i => test.Girl($"Anak {posyandu:N}{i}"[..20], null, new DateOnly(2024, 6, 1).AddDays(random.Next(300)))).ToList();
            first ??= children[0];
            var day = new DateOnly(2026, 2, 5);
            var visits = children.Select(c => test.Measured(c.Id, 9_000 + (random.Next(-10, 10) * 100), (int)Math.Round(Median(c.Birth, day) + random.Next(-300, 300)) / step * step, day)).ToList();
            Assert.Empty((await Enter(test, posyandu, cadre, children, visits)).Refusals);
        }

        return first!;
    }

    /// <summary>About the length of a girl of that age, in tenths of a millimetre.</summary>
    private static double Median(DateOnly birth, DateOnly day) => 7_400 + (((day.DayNumber - birth.DayNumber) - 365) / 30.44 * 105);
}
