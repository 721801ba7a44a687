using Lakudo.Children;
using Lakudo.Children.Network;
using Lakudo.Children.Pregnancies;
using Lakudo.Children.Register;
using Lakudo.Children.Reports;
using Lakudo.Field;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Pregnancies;

public sealed class EndPregnancyTests
{
    private static readonly DateOnly Today = TestPregnancies.Today;

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Who_has_given_birth_leaves_the_phone_the_sheet_and_the_list_and_comes_back_when_it_was_a_mistake(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var (woman, other) = (test.Expecting(weeks: 38), test.Expecting("Wa Lain", nik: null));
        await phone.Send(woman, other, test.Visited(woman.Id));
        var cursor = (await phone.Ask()).Cursor;
        Assert.Equal((2, 2, 2), await Where(test));
        Assert.False((await test.End(woman.Id, on: new DateOnly(2026, 2, 28), note: "Di puskesmas")).IsRefused);

        Assert.Equal((1, 1, 1), await Where(test));
        var told = await phone.Ask(cursor);
        Assert.Equal((woman.Id, 0), (Assert.Single(told.Gone), told.Pregnancies.Count));
        Assert.Equal(other.Id, Assert.Single((await phone.Ask()).Pregnancies).Id);
        var row = Assert.Single((await test.Mothers(new(Ended: true))).Value.Rows);
        Assert.Equal((woman.Id, PregnancyEnd.Born, new DateOnly(2026, 2, 28), false), (row.Id, row.Ended, row.EndedOn!.Value, row.IsSeenSince));
        var page = (await test.Mother(woman.Id)).Value;
        Assert.Equal((PregnancyNeeds.None, PregnancyEnd.Born, "Di puskesmas", "Bidan Sitti"), (page.Needs, page.Ended!.Kind, page.Ended.Note, page.Ended.By));
        Assert.DoesNotContain("Born", (await test.LastFact(nameof(PregnancyEnded)))!.Data, StringComparison.Ordinal);
        // A phone that had not heard of it sends a visit: it is taken in, she stays away from it, and the desk sees that something is wrong.
        Assert.Equal(BatchVerdict.Accepted, (await phone.Send(test.Visited(woman.Id, Today))).Value.Verdict);
        Assert.True((await test.Mothers(new(Ended: true))).Value.Rows[0].IsSeenSince);
        told = await phone.Ask(told.Cursor);
        Assert.Equal((woman.Id, 0), (Assert.Single(told.Gone), told.Pregnancies.Count));

        Assert.False((await test.GoesOn(woman.Id)).IsRefused);
        Assert.Equal((2, 2, 2), await Where(test));
        Assert.Equal((woman.Id, 2), (Assert.Single((await phone.Ask(told.Cursor)).Pregnancies).Id, (await phone.Ask(told.Cursor)).Pregnancies[0].Visits.Count));
        page = (await test.Mother(woman.Id)).Value;
        Assert.Equal((null, "Keliru orang"), (page.Ended, Assert.Single(page.Endings).TakenBack));
        // It ends again, in another way.
        test.Time.Move(TimeSpan.FromMinutes(1));
        Assert.False((await test.End(woman.Id, PregnancyEnd.MovedAway)).IsRefused);
        Assert.Equal([PregnancyEnd.MovedAway, PregnancyEnd.Born], (await test.Mother(woman.Id)).Value.Endings.Select(e => e.Kind));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_day_that_cannot_be_and_an_end_after_the_end_are_refused(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (woman, unknown, mistyped) = (test.Expecting(weeks: 24), test.Expecting("Wa Tanpa Tanggal", null, null), test.Expecting("Wa Salah Tahun", null, null) with { DueDate = new DateOnly(2027, 3, 10) });
        await (await test.Phone()).Send(woman, unknown, mistyped, test.Visited(woman.Id, new DateOnly(2026, 2, 20)));
        Assert.Equal("C-803", (await test.End(woman.Id, on: Today.AddDays((-7 * 24) - 1))).Refusal?.Code);
        Assert.Equal("C-803", (await test.End(woman.Id, on: Today.AddDays(1))).Refusal?.Code);
        Assert.Equal("C-803", (await test.End(woman.Id, on: new DateOnly(2026, 2, 19))).Refusal?.Code);
        Assert.Equal("C-803", (await test.End(unknown.Id, on: Today.AddDays(-301))).Refusal?.Code);
        Assert.Equal("C-806", (await test.End(woman.Id, (PregnancyEnd)9)).Refusal?.Code);
        Assert.Equal("C-806", (await test.End(woman.Id, note: new string('a', 201))).Refusal?.Code);
        Assert.Equal("C-805", (await test.GoesOn(woman.Id)).Refusal?.Code);
        Assert.Null(await test.LastFact(nameof(PregnancyEnded)));
        // A day expected of the wrong year, after which she cannot have been registered, keeps nobody from it.
        Assert.False((await test.End(mistyped.Id)).IsRefused);
        // On the day of her last visit it may have ended.
        Assert.False((await test.End(woman.Id, PregnancyEnd.Otherwise, new DateOnly(2026, 2, 20))).IsRefused);
        Assert.Equal("C-804", (await test.End(woman.Id)).Refusal?.Code);
        Assert.Equal("C-806", (await test.GoesOn(woman.Id, "  ")).Refusal?.Code);
        Assert.False((await test.GoesOn(woman.Id)).IsRefused);
        Assert.Equal("C-805", (await test.GoesOn(woman.Id)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_two_who_say_it_at_once_one_is_told_and_the_same_request_is_answered_again(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var woman = test.Expecting(weeks: 38);
        await (await test.Phone()).Send(woman);
        var by = test.Midwife with { Key = "sekali" };
        var answers = await Task.WhenAll(test.End(woman.Id, by: by), test.End(woman.Id, by: test.Nutritionist));
        Assert.Equal("C-804", Assert.Single(answers, a => a.IsRefused).Refusal?.Code);
        if (!answers[0].IsRefused) Assert.False((await test.End(woman.Id, by: by)).IsRefused);
        Assert.Single((await test.Mother(woman.Id)).Value.Endings);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_children_who_were_born_are_named_also_twins_and_are_followed_where_entries_are_merged(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        var woman = test.Expecting("Wa Ode Sari", 40, "7414016505950001");
        // One knows her mother's NIK; the other's entry has only the mother's name.
        var (first, second, again, elder, neighbours) = (test.Girl("Wa Satu", birth: Today), test.Girl("Wa Dua", null, Today.AddDays(1)), test.Girl("Wa Satu Lagi", null, Today), test.Girl("Wa Kakak"), test.Girl("Wa Tetangga", "7414016505950009", Today) with { MotherName = "Wa Lain" });
        await phone.Send(woman);
        test.Time.Move(TimeSpan.FromDays(2));
        await phone.Send(first, second, again, elder, neighbours);
        Assert.Equal("C-805", (await test.Born(woman.Id, first.Id)).Refusal?.Code);
        await test.End(woman.Id, on: Today);
        Assert.Equal(["Wa Satu", "Wa Satu Lagi", "Wa Dua"], (await test.Mother(woman.Id)).Value.MayBeBorn.Select(c => c.Name));
        // A child whose name stood on the page was looked at.
        await using (var db = test.Read()) Assert.Equal(3, await db.Set<JournalEntry>().Where(e => e.Fact == nameof(ChildrenListed) && (e.Subject == first.Id || e.Subject == second.Id || e.Subject == again.Id)).CountAsync());
        foreach (var child in new[] { first, second, again }) Assert.False((await test.Born(woman.Id, child.Id)).IsRefused);
        foreach (var child in new[] { first.Id, elder.Id, neighbours.Id, Guid.CreateVersion7() }) Assert.Equal("C-807", (await test.Born(woman.Id, child)).Refusal?.Code);
        Assert.Equal((3, 0), ((await test.Mother(woman.Id)).Value.Born.Length, (await test.Mother(woman.Id)).Value.MayBeBorn.Length));
        Assert.False((await test.Merge(first.Id, again.Id)).IsRefused);
        Assert.Equal([first.Id, second.Id], (await test.Mother(woman.Id)).Value.Born.Select(c => c.Id));
        // Her sister moved to another puskesmas: her name is masked there.
        Assert.False((await test.Move(second.Id, test.Far)).IsRefused);
        Assert.Equal(("W* D**", false), ((await test.Mother(woman.Id)).Value.Born[1].Name, (await test.Mother(woman.Id)).Value.Born[1].IsOurs));
        // It was not a birth after all: nobody was born of it.
        await test.GoesOn(woman.Id);
        await test.End(woman.Id, PregnancyEnd.MovedAway);
        Assert.Equal((0, "C-805"), ((await test.Mother(woman.Id)).Value.Born.Length, (await test.Born(woman.Id, first.Id)).Refusal?.Code));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nobody_else_ends_a_pregnancy_names_a_child_or_takes_it_back(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (woman, far, child) = (test.Expecting(weeks: 38), test.Expecting("Wa Mawar", 38, "7414016505950012"), test.Girl(birth: Today));
        await (await test.Phone()).Send(woman, child);
        await (await test.Phone(test.Mawar, test.OtherCadre)).Send(far);
        var refusals = new List<(Caller By, Guid Of, string Code)> { (test.FarNutritionist, woman.Id, "C-801"), (test.Midwife, far.Id, "C-801"), (test.Midwife, Guid.CreateVersion7(), "C-801"), (TestPosyandu.Staff(Role.Nutritionist), woman.Id, "C-801") };
        refusals.AddRange(Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist)).Select(r => (TestPosyandu.Staff(r), woman.Id, "K-001")));
        refusals.Add((TestPosyandu.Staff(Role.Cadre) with { Id = test.OtherCadre }, woman.Id, "K-001"));
        foreach (var (by, of, code) in refusals)
        {
            Assert.Equal(code, (await test.End(of, by: by)).Refusal?.Code);
            Assert.Equal(code, (await test.Born(of, child.Id, by)).Refusal?.Code);
            Assert.Equal(code, (await test.GoesOn(of, by: by)).Refusal?.Code);
        }

        Assert.Null((await test.Mother(woman.Id)).Value.Ended);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_posyandu_whose_pregnancies_have_ended_may_be_closed_and_they_move_along_uncounted(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (woman, other) = (test.Expecting(weeks: 38), test.Expecting("Wa Lain", nik: null));
        await (await test.Phone()).Send(woman, other);
        await test.End(woman.Id);
        await using (var db = test.Read()) Assert.Equal((0, 1), await db.CaredForAt(test.Melati, Today, default));
        var moved = await test.With((db, commit) => new MoveEveryone(db, commit, test.Clock).Run(test.Nutritionist, new(test.Melati, test.Mawar, "Digabung")));
        Assert.Equal((0, 1), (moved.Value.Children, moved.Value.Pregnancies));
        Assert.Equal(test.Mawar, (await test.Mother(woman.Id, test.Nutritionist)).Value.Posyandu);
    }

    /// <summary>How many stand on the list, on the month sheet, and on a phone that asks anew.</summary>
    private static async Task<(int Listed, int OnSheet, int Cared)> Where(TestPosyandu test)
    {
        var sheet = await test.With((db, commit) => new MonthSheet(db, commit, test.Clock).Run(test.Midwife, test.Melati, null, true));
        await using var db = test.Read();
        return ((await test.Mothers()).Value.Total, sheet.Value.Mothers.Length, (await db.CaredForAt(test.Melati, Today, default)).Pregnancies);
    }
}
