using Lakudo.Children;
using Lakudo.Children.Personal;
using Lakudo.Children.Reports;
using Lakudo.Identity;
using Lakudo.Kernel;
using Lakudo.Privacy.Breaches;
using Lakudo.Testing;
using Lakudo.Tests.Children.Pregnancies;

namespace Lakudo.Tests.Children.Personal;

/// <summary>Whose data it was, when a midwife's account, a cadre's phone or the store came into wrong hands.</summary>
public sealed class RegisterBreachTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_midwifes_account_shows_whom_it_read_whom_it_listed_and_who_lay_open(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        await Account(test, test.Posyandu.Midwife, "bidan.sitti");
        await Account(test, test.Posyandu.FarNutritionist, "gizi.jauh");
        // Before the span: an ordinary look.
        await test.Posyandu.Record(test.Neighbour.Id, test.Posyandu.Midwife);
        test.Posyandu.Time.Move(TimeSpan.FromHours(2));
        var from = test.Posyandu.Clock.Now;
        test.Posyandu.Time.Move(TimeSpan.FromHours(1));
        await test.Posyandu.Record(test.Elder.Id, test.Posyandu.Midwife);
        var readAt = test.Posyandu.Clock.Now;
        test.Posyandu.Time.Move(TimeSpan.FromHours(1));
        var sheet = await Sheet(test, BreachSource.Account, "bidan.sitti", from);
        // Two other children and a pregnant woman of her care lay open.
        Assert.Equal((1, 3, 4), (sheet.Certain, sheet.Possible, sheet.WithoutContact));
        Assert.Equal(($"{RegisterNumber.Of('A', test.Elder.Id)}, Posyandu Melati", "S**** A*****", readAt, true), (sheet.People[0].Reference, sheet.People[0].Name, sheet.People[0].Since, sheet.People[0].Certain));
        Assert.All(sheet.People.Skip(1), p => Assert.Equal((from, false), (p.Since, p.Certain)));

        // The list of a posyandu names everybody on it.
        await test.Posyandu.List(test.Posyandu.Melati, test.Posyandu.Midwife);
        Assert.Equal((3, 1), Counts(await Sheet(test, BreachSource.Account, "bidan.sitti", from)));
        await test.Posyandu.Mothers(new(Posyandu: test.Posyandu.Melati));
        Assert.Equal((4, 0), Counts(await Sheet(test, BreachSource.Account, "bidan.sitti", from)));
        Assert.Equal((0, 0), Counts(await Sheet(test, BreachSource.Account, "gizi.jauh", from)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_pregnant_woman_whose_page_was_opened_is_affected_with_her_NIK_where_that_was_shown(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        await Account(test, test.Posyandu.Midwife, "bidan.sitti");
        var from = test.Posyandu.Clock.Now;
        test.Posyandu.Time.Move(TimeSpan.FromHours(1));
        await test.Posyandu.Mother(test.Pregnancy.Id);
        var (opened, since) = (await Sheet(test, BreachSource.Account, "bidan.sitti", from), test.Posyandu.Clock.Now);
        Assert.Equal((1, 3), Counts(opened));
        Assert.Equal(("W* O** S***", since, true), (opened.People[0].Name, opened.People[0].Since, opened.People[0].Certain));
        Assert.DoesNotContain("NIK", opened.Data);
        Assert.False((await test.Posyandu.MotherNik(test.Pregnancy.Id)).IsRefused);
        Assert.Contains("NIK", (await Sheet(test, BreachSource.Account, "bidan.sitti", from)).Data);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_stood_in_a_file_that_left_is_told_that_the_NIK_was_in_it(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        await Account(test, test.Posyandu.Midwife, "bidan.sitti");
        var from = test.Posyandu.Clock.Now;
        test.Posyandu.Time.Move(TimeSpan.FromHours(1));
        Assert.DoesNotContain("NIK", (await Sheet(test, BreachSource.Account, "bidan.sitti", from)).Data);
        await test.Posyandu.Record(test.Elder.Id, test.Posyandu.Midwife);
        var taken = await test.Posyandu.With((db, commit) => new EppgbmSheet(db, commit, test.Posyandu.Clock, test.Posyandu.Personal).Take(test.Posyandu.Midwife, test.Posyandu.Melati, new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 2)));
        Assert.False(taken.IsRefused);
        test.Posyandu.Time.Move(TimeSpan.FromHours(1));
        var sheet = await Sheet(test, BreachSource.Account, "bidan.sitti", from);
        // The pregnant woman of her care is on no such file.
        Assert.Equal((3, 1), Counts(sheet));
        Assert.Contains("NIK", sheet.Data);
        // Also of her whose record had been opened before.
        Assert.All((await test.Privacy.Affected(sheet.Id)).Value.Where(p => p.Certain), p => Assert.Contains("NIK", p.Data, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_lost_phone_is_named_by_its_number_and_bears_what_it_had_loaded(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        await test.Phone.Ask();
        test.Posyandu.Time.Move(TimeSpan.FromDays(1));
        // Registered by another phone after this one had asked last.
        await (await test.Posyandu.Phone()).Send(test.Posyandu.Girl("Wa Nanti", "7414016505950007") with { MotherName = "Wa Kemudian" });
        var from = test.Posyandu.Clock.Now.AddMinutes(-10);
        var sheet = await Sheet(test, BreachSource.Device, RegisterNumber.Of('P', test.Phone.Id), from);
        Assert.Equal((0, 4), Counts(sheet));
        Assert.Equal(["alamat", "hasil ukur", "kehamilan", "nama", "nama ibu", "tanggal lahir"], sheet.Data);
        // One that forgot everything before is not part of it.
        await test.Posyandu.Wipe(test.Phone.Id);
        await test.Phone.Ask();
        test.Posyandu.Time.Move(TimeSpan.FromHours(1));
        Assert.Equal((0, 0), Counts(await Sheet(test, BreachSource.Device, RegisterNumber.Of('P', test.Phone.Id), test.Posyandu.Clock.Now.AddMinutes(-1))));
        Assert.Equal("D-014", (await test.Privacy.Open(new(BreachSource.Device, "P-00000-00000", null, from, test.Posyandu.Clock.Now, test.Posyandu.Clock.Now, "uji"))).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_lost_backup_affects_children_women_and_cadres_and_not_whom_it_no_longer_held(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        Assert.False((await test.Privacy.Erase((await test.Privacy.Take(RegisterNumber.Of('A', test.Neighbour.Id))).Value)).IsRefused);
        test.Posyandu.Time.Move(TimeSpan.FromHours(1));
        var sheet = await Sheet(test, BreachSource.Store, "Cadangan USB", test.Posyandu.Clock.Now.AddMinutes(-30));
        // Two children, one pregnant woman, two cadres.
        Assert.Equal((5, 0), Counts(sheet));
        Assert.Contains("NIK", sheet.Data);
        Assert.Equal((0, 0), Counts(await Sheet(test, BreachSource.Store, "Map berkas", test.Posyandu.Clock.Now.AddMinutes(-30), "berkas")));
        var list = (await test.Privacy.Affected(sheet.Id)).Value;
        Assert.Contains(list, p => p.Name == "Sitti Aisyah");
        Assert.DoesNotContain(list, p => p.Name == "Wa Tina");
    }

    private static async Task<BreachSheet.Answer> Sheet(TestFamily test, BreachSource source, string name, DateTime from, string? activity = null)
    {
        var opened = await test.Privacy.Open(new(source, name, activity, from, test.Posyandu.Clock.Now, test.Posyandu.Clock.Now, "uji"));
        Assert.Null(opened.Refusal);
        return (await test.Privacy.Sheet(opened.Value)).Value;
    }

    private static (int Certain, int Possible) Counts(BreachSheet.Answer sheet) => (sheet.Certain, sheet.Possible);

    private static async Task Account(TestFamily test, Caller caller, string user)
    {
        await using var db = test.Posyandu.Read();
        db.Add(new Account { Id = caller.Id!.Value, UserName = user, NormalizedUserName = user.ToUpperInvariant(), Name = "Pegawai Uji", PasswordHash = "x" });
        db.Add(new HeldRole { RegionId = 1, Id = Guid.CreateVersion7(), AccountId = caller.Id.Value, Role = caller.Assignments[0].Role, From = test.Posyandu.Clock.Now });
        await db.SaveChangesAsync();
    }
}
