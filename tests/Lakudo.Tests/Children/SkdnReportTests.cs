using Lakudo.Children;
using Lakudo.Children.Cases;
using Lakudo.Children.Personal;
using Lakudo.Children.Reports;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children;

public sealed class SkdnReportTests
{
    private static readonly DateOnly _february = new(2026, 2, 1);

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_months_numbers_are_those_that_the_growth_card_gives_for_every_sex_and_age(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var chance = new Random(11);
        var phone = await test.Phone();
        var (book, month) = (RuleBook.On(new DateOnly(2026, 2, 28)), CalendarMonth.Of(_february));
        var expected = new SkdnRegister(book, month);
        for (var i = 0; i < 40; i++)
        {
            var child = test.Girl($"Anak {i}", null, new DateOnly(2021, 4, 1).AddDays(chance.Next(1_750))) with { Sex = i % 9 < 5 ? Sex.Male : Sex.Female };
            var measured = new List<FieldMeasurement>();
            for (var back = i % 8 == 0 ? 0 : 6; back >= 0; back--)
            {
                var day = _february.AddMonths(-back).AddDays(3 + chance.Next(20));
                if (day < child.Birth || chance.Next(4) == 0) continue;
                measured.Add(test.Measured(child.Id, 3_000 + (int)((day.DayNumber - child.Birth.DayNumber) * 7.5) + chance.Next(600), null, day));
            }

            Assert.Equal(BatchVerdict.Accepted, (await phone.Send([child, .. measured])).Value.Verdict);
            expected.Add(new RegisteredChild(child.Sex, child.Birth, false), [.. measured.Select(m => new Weighing(m.Day, Mass.FromGrams(m.Weight!.Value)))]);
        }

        var report = (await Report(test)).Value;
        var row = report.Posyandu.Single(p => p.Posyandu == test.Melati);
        Assert.Equal(("Posyandu Melati", "Metere"), (row.Name, row.Village));
        Assert.True(expected.Total is { N: > 0, T: > 0, O: > 0, B: > 0, TwiceT: > 0 }, expected.Total.ToString());
        foreach (var group in Enum.GetValues<SipAgeGroup>())
        {
            Assert.Equal(Plain(expected.Of(group)), Plain(row.Counts.Of(group)));
            foreach (var sex in Enum.GetValues<Sex>()) Assert.Equal(Plain(expected.Of(sex, group)), Plain(row.Counts.Of(sex, group)));
        }

        Assert.Equal(Plain(expected.Total), Plain(report.Total.Total));
        Assert.Equal(report.Total.Total.D, report.Total.Total.N + report.Total.Total.T + report.Total.Total.O + report.Total.Total.B);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task K_is_who_said_yes_last_until_the_months_end_and_who_was_never_asked_is_counted(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (chance, phone, end) = (new Random(5), await test.Phone(), new DateOnly(2026, 2, 28));
        var children = Enumerable.Range(0, 40).Select(i => test.Girl($"Anak {i}", null, new DateOnly(2021, 4, 1).AddDays(i * 45)) with { Sex = i % 3 == 0 ? Sex.Male : Sex.Female }).ToList();
        var said = new List<ChildService>();
        foreach (var child in children.Where(c => c.Birth <= end && chance.Next(5) > 0))
        {
            // Some after the month, several of one day, and sent in any order.
            for (var n = chance.Next(4); n >= 0; n--)
            {
                var day = new DateOnly(2026, 1, 5).AddDays(chance.Next(5) * 14);
                said.Add(new ChildService(Guid.CreateVersion7(), child.Id, day, day.ToDateTime(new TimeOnly(chance.Next(3), chance.Next(60)), DateTimeKind.Utc), chance.Next(9) == 0 ? ChildServiceKind.SupplementaryFood : ChildServiceKind.KiaBook, chance.Next(3) > 0));
            }
        }

        Assert.Equal(BatchVerdict.Accepted, (await phone.Send([.. children, .. said.Take(40).Reverse()])).Value.Verdict);
        Assert.Equal(BatchVerdict.Accepted, (await phone.Send([.. said.Skip(40).Reverse(), .. children.Take(20).Select(c => test.Measured(c.Id, day: end))])).Value.Verdict);
        // Two of them are one child; what was said of either is said of it.
        var (kept, other) = (children[30], children[31]);
        Assert.False((await test.Merge(kept.Id, other.Id)).IsRefused);

        var expected = new SkdnRegister(RuleBook.On(end), CalendarMonth.Of(end));
        foreach (var child in children.Where(c => c != other))
        {
            var last = said.Where(s => s.Kind == ChildServiceKind.KiaBook && s.Day <= end && (s.Child == child.Id || (child == kept && s.Child == other.Id))).OrderBy(s => s.At).LastOrDefault();
            expected.Add(new RegisteredChild(child.Sex, child.Birth, last?.Yes), children.IndexOf(child) < 20 ? end : null, KmsMark.B, false, false);
        }

        var report = (await Report(test)).Value;
        Assert.True(expected.Total is { K: > 5, CardUnknown: > 3 } && expected.Total.K + expected.Total.CardUnknown < expected.Total.S - 3, expected.Total.ToString());
        foreach (var group in Enum.GetValues<SipAgeGroup>())
            foreach (var sex in Enum.GetValues<Sex>()) Assert.Equal(Card(expected.Of(sex, group)), Card(report.Posyandu.Single(p => p.Posyandu == test.Melati).Counts.Of(sex, group)));
        Assert.Equal(Card(expected.Total), Card(report.Total.Total));
        Assert.Equal((expected.Total.ProgrammeReach, expected.Total.Continuity), (report.Total.Total.ProgrammeReach, report.Total.Total.Continuity));

        // A month later the later answers hold, and an erasure of that time changes nothing of the month that was reported.
        var march = (await Report(test, new DateOnly(2026, 3, 1))).Value;
        Assert.NotEqual(report.Total.Total.K, march.Total.Total.K);
        await using (var db = test.Read())
        {
            await db.Forget(await db.Children.Where(c => c.Id == kept.Id || c.Id == children[0].Id).ToListAsync(), [], test.Clock.Now, default);
            await db.SaveChangesAsync();
        }

        Assert.Equal(Card(expected.Total), Card((await Report(test)).Value.Total.Total));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Sums_go_by_village_and_puskesmas_and_whoever_moved_left_or_is_not_born_yet_counts_where_it_is(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (rini, ani, moved, later) = (test.Girl(), test.Girl("Ani", null), test.Girl("Pindah", null), test.Girl("Belum", null, new DateOnly(2026, 3, 1)));
        await (await test.Phone()).Send(rini, moved, later, test.Measured(rini.Id, day: new DateOnly(2026, 2, 5)), test.Measured(moved.Id, day: new DateOnly(2026, 2, 5)));
        await (await test.Phone(test.Mawar, test.OtherCadre)).Send(ani, test.Measured(ani.Id, day: new DateOnly(2026, 1, 6)));
        Assert.False((await test.Move(moved.Id, test.Mawar)).IsRefused);
        var report = (await Report(test)).Value;
        Assert.Equal([("Posyandu Mawar", 2, 1), ("Posyandu Melati", 1, 1)], report.Posyandu.Select(p => (p.Name, p.Counts.Total.S, p.Counts.Total.D)));
        Assert.Equal([("Lolibu", 2), ("Metere", 1)], report.Villages.Select(v => (v.Name, v.Counts.Total.S)));
        Assert.Equal([("Puskesmas Lakudo", 3, 2)], report.Puskesmas.Select(p => (p.Name, p.Counts.Total.S, p.Counts.Total.D)));
        Assert.Equal(2, report.Total.Total.B);
        Assert.Equal((false, true), (report.IsRunning, (await Report(test, new DateOnly(2026, 3, 1))).Value.IsRunning));

        Assert.False((await test.With((db, commit) => new SayLeft(db, commit, test.Clock).Run(test.Nutritionist, new(rini.Id, LeavingKind.MovedAway, new DateOnly(2026, 2, 20), "kata tetangga")))).IsRefused);
        Assert.Equal((2, 1), ((await Report(test)).Value.Total.Total.S, (await Report(test)).Value.Total.Total.D));
        Assert.Equal(3, (await Report(test, new DateOnly(2026, 1, 1))).Value.Total.Total.S);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Each_sees_the_posyandu_in_the_own_care_and_nobody_else_any(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist or Role.System)))
            Assert.Equal("K-001", (await Report(test, by: TestPosyandu.Staff(role))).Refusal?.Code);
        Assert.Equal(["Posyandu Melati"], (await Report(test, by: test.Midwife)).Value.Posyandu.Select(p => p.Name));
        Assert.Equal(["Posyandu Anggrek"], (await Report(test, by: test.FarNutritionist)).Value.Posyandu.Select(p => p.Name));
        Assert.Empty((await Report(test, by: TestPosyandu.Staff(Role.Nutritionist))).Value.Posyandu);
        Assert.Equal("C-421", (await Report(test, new DateOnly(2026, 4, 1))).Refusal?.Code);
        Assert.Equal("C-421", (await Report(test, new DateOnly(2019, 4, 1))).Refusal?.Code);
    }

    private static (int S, int D, int N, int T, int O, int B, int TwiceT, int BelowRed) Plain(SkdnCount c) => (c.S, c.D, c.N, c.T, c.O, c.B, c.TwiceT, c.BelowRed);

    private static (int S, int K, int CardUnknown, int D) Card(SkdnCount c) => (c.S, c.K, c.CardUnknown, c.D);

    private static Task<Outcome<SkdnReport.Answer>> Report(TestPosyandu test, DateOnly? month = null, Caller? by = null) =>
        test.With((db, _) => new SkdnReport(db, test.Clock).Run(by ?? test.Nutritionist, month ?? _february));
}
