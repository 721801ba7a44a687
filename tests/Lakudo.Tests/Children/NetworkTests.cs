using Lakudo.Children;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Kernel;
using Lakudo.Testing;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children;

public sealed class NetworkTests
{
    private static readonly Caller Admin = TestPosyandu.Staff(Role.RegionAdmin);

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_posyandu_with_children_is_closed_only_when_all_have_moved_with_one_reason(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var (here, there) = (await test.Phone(), await test.Phone(test.Mawar, test.OtherCadre));
        var (one, two) = (test.Girl(), test.Girl("La Rian", "7414016505950002"));
        var mother = new NewPregnancy { Id = Guid.CreateVersion7(), At = test.Clock.Now, Name = "Wa Hamil", DueDate = test.Clock.Today(TimeZoneInfo.Utc).AddMonths(3), HasConsent = true };
        await here.Send(one, two, mother, test.Measured(one.Id));
        var cursor = (await here.Ask()).Cursor;
        Assert.Equal("C-602", (await Close(test, test.Melati)).Refusal?.Code);
        Assert.Equal("K-020", (await MoveAll(test, test.Melati, test.Mawar, " ")).Refusal?.Code);
        Assert.Equal("C-030", (await MoveAll(test, test.Melati, test.Melati, "digabung")).Refusal?.Code);
        Assert.Equal("C-001", (await MoveAll(test, test.Melati, test.Mawar, "digabung", test.FarNutritionist)).Refusal?.Code);
        Assert.Equal(new MoveEveryone.Answer(2, 1), (await MoveAll(test, test.Melati, test.Mawar, "Dua posyandu digabung")).Value);
        Assert.Equal(new[] { one.Id, two.Id, mother.Id }.Order(), (await here.Ask(cursor)).Gone.Order());
        var moved = await there.Ask();
        Assert.Equal((2, 1, 1), (moved.Children.Count, moved.Pregnancies.Count, moved.Children.Sum(c => c.Measurements.Count)));

        Assert.Equal("K-020", (await Close(test, test.Melati, why: "")).Refusal?.Code);
        Assert.False((await Close(test, test.Melati)).IsRefused);
        Assert.Equal("C-608", (await Close(test, test.Melati)).Refusal?.Code);
        // Its cadre works there no longer: her phone forgets; nobody moves there or is appointed there.
        Assert.Equal(DeviceOrder.Wipe, (await here.Ask()).Order);
        Assert.Equal("C-030", (await test.Move(one.Id, test.Melati)).Refusal?.Code);
        Assert.Equal("C-004", (await test.Appoint(new([new(test.Cadre, Profession.Cadre, "Wa Ani", Posyandu: [test.Melati])]), Admin)).Refusal?.Code);
        // What was measured there stays, and both reasons are in the journal, one row for each child.
        Assert.Single((await test.Record(one.Id)).Value.Measurements);
        Assert.False((await Close(test, test.Melati, open: true)).IsRefused);
        Assert.False((await test.Move(one.Id, test.Melati)).IsRefused);
        await using var db = test.Read();
        Assert.Equal(["Dua posyandu digabung", "Dua posyandu digabung", "Keluarga pindah rumah"], await db.JournalEntries.Where(e => e.Fact == "ChildMoved").OrderBy(e => e.Seq).Select(e => e.Why).ToListAsync());
        Assert.Equal("Gedung rusak", (await db.JournalEntries.SingleAsync(e => e.Fact == nameof(PosyanduClosed))).Why);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_posyandu_changes_its_day_and_puskesmas_and_the_phone_hears_of_it(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        var phone = await test.Phone();
        Assert.Equal("C-003", (await Change(test, test.Melati, "Posyandu Melati", 2, 1, 29)).Refusal?.Code);
        Assert.Equal("C-003", (await Change(test, test.Melati, "Posyandu Melati", 1, 1, 9)).Refusal?.Code);
        Assert.Equal("C-609", (await Change(test, test.Melati, "posyandu  mawar", 3, 1, 9)).Refusal?.Code);
        Assert.Equal("C-001", (await Change(test, Guid.CreateVersion7(), "X", 2, 1, 9)).Refusal?.Code);
        Assert.False((await Change(test, test.Melati, "Posyandu Melati Indah", 2, TestPosyandu.OtherPuskesmas, 9)).IsRefused);
        Assert.Equal("Posyandu Melati Indah", (await phone.Ask()).Posyandu.Name);
        // It is the other puskesmas' from now on.
        Assert.Equal("C-001", (await test.List(test.Melati)).Refusal?.Code);
        Assert.Empty((await test.List(test.Melati, test.FarNutritionist)).Value);
        Assert.Equal("C-603", (await CloseCentre(test, TestPosyandu.Puskesmas)).Refusal?.Code);
        Assert.False((await Change(test, test.Mawar, "Posyandu Mawar", 3, TestPosyandu.OtherPuskesmas, 6)).IsRefused);
        Assert.False((await CloseCentre(test, TestPosyandu.Puskesmas)).IsRefused);
        Assert.Equal("C-003", (await Change(test, test.Mawar, "Posyandu Mawar", 3, TestPosyandu.Puskesmas, 6)).Refusal?.Code);
        Assert.Equal("C-601", (await CloseCentre(test, 99)).Refusal?.Code);
        Assert.Equal("C-609", (await test.With((db, commit) => new AddPuskesmas(db, commit).Run(Admin, new("puskesmas LAKUDO")))).Refusal?.Code);
        Assert.Equal(3, (await test.With((db, commit) => new AddPuskesmas(db, commit).Run(Admin, new("Puskesmas Mawasangka")))).Value);
        Assert.Equal("C-609", (await Rename(test, 3, "Puskesmas Gu")).Refusal?.Code);
        Assert.False((await Rename(test, 3, "Puskesmas Mawasangka Timur")).IsRefused);
        var setup = (await test.With((db, _) => new NetworkSetup(db, test.Clock).Run(Admin))).Value;
        Assert.Equal([("Puskesmas Gu", 3), ("Puskesmas Lakudo", 0), ("Puskesmas Mawasangka Timur", 0)], setup.Puskesmas.Select(p => (p.Name, p.Posyandu)));
        Assert.Equal((9, 1), (setup.Posyandu.Single(p => p.Id == test.Melati).DayOfMonth, setup.Posyandu.Single(p => p.Id == test.Melati).Cadres));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_table_of_posyandu_is_tried_entered_whole_and_adds_nothing_the_second_time(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        PosyanduLine[] lines =
        [
            new(2, "Lakudo", null, "metere", "Posyandu Melati", "12"), new(3, "Puskesmas Mawasangka", "Lakudo", "Lolibu", "Posyandu Dahlia", "8"),
            new(4, "2", null, "74.14.01.2002", "Posyandu Anggrek", "7"),
        ];
        PosyanduLine[] wrong = [.. lines, new(5, "Lakudo", null, "Tidak Ada", "Posyandu X", "3"), new(6, "Lakudo", null, "Metere", "Posyandu Y", "31"), new(7, "Lakudo", null, "Metere", "posyandu melati", "4"), new(8, "77", null, "Metere", "Posyandu Z", "4")];
        var tried = (await Try(test, wrong)).Value;
        Assert.Equal([NetworkFate.Changed, NetworkFate.New, NetworkFate.Same, NetworkFate.Wrong, NetworkFate.Wrong, NetworkFate.Wrong, NetworkFate.Wrong], tried.Lines.Select(l => l.Fate));
        Assert.Equal("C-604", (await Enter(test, wrong, tried.Taken)).Refusal?.Code);
        Assert.Equal("C-607", (await Enter(test, [], 0)).Refusal?.Code);
        await using (var before = test.Read()) Assert.Equal((2, 3), (await before.Puskesmas.CountAsync(), await before.Posyandu.CountAsync()));
        Assert.Equal("C-605", (await Enter(test, lines, 1)).Refusal?.Code);
        Assert.Equal(2, (await Enter(test, lines, 2)).Value.Taken);
        Assert.Equal([NetworkFate.Same, NetworkFate.Same, NetworkFate.Same], (await Enter(test, lines, 0)).Value.Lines.Select(l => l.Fate));
        await using var db = test.Read();
        Assert.Equal((3, 4, 12), (await db.Puskesmas.CountAsync(), await db.Posyandu.CountAsync(), (await db.Posyandu.SingleAsync(p => p.Id == test.Melati)).DayOfMonth));
        Assert.Equal(1, await db.JournalEntries.CountAsync(e => e.Fact == nameof(PosyanduChanged)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_table_of_people_appoints_them_and_knows_who_is_there_already(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        StaffLine[] lines =
        [
            new(2, Profession.Cadre, "wa ani", null, ["Posyandu Melati"]), new(3, Profession.Cadre, "Wa Baru", null, ["Posyandu Melati, Metere", "Posyandu Mawar"]),
            new(4, Profession.Midwife, "Bidan Sitti", test.Midwife.Id, ["Metere", "Lolibu"]),
        ];
        StaffLine[] wrong = [.. lines, new(5, null, "Siapa", null, ["Metere"]), new(6, Profession.Nutritionist, "Tanpa Akun", null, ["Puskesmas Gu"]), new(7, Profession.Cadre, "Wa C", null, ["Posyandu Entah"]), new(8, Profession.Cadre, "Wa D", null, [])];
        var tried = (await test.With((db, _) => new TryStaffTable(db, test.Clock).Run(Admin, wrong))).Value;
        Assert.Equal([NetworkFate.Same, NetworkFate.New, NetworkFate.Changed, NetworkFate.Wrong, NetworkFate.Wrong, NetworkFate.Wrong, NetworkFate.Wrong], tried.Lines.Select(l => l.Fate));
        Assert.Equal("C-604", (await Appoint(test, wrong, 2)).Refusal?.Code);
        Assert.Equal("C-605", (await Appoint(test, lines, 3)).Refusal?.Code);
        Assert.Equal(2, (await Appoint(test, lines, 2)).Value.Taken);
        Assert.Equal(0, (await Appoint(test, lines, 0)).Value.Taken);
        // The midwife cares for the second village too, until that one assignment ends; the first stays.
        Assert.Empty((await test.List(test.Mawar, test.Midwife)).Value);
        var sitti = (await Workers(test)).Single(w => w.Name == "Bidan Sitti");
        Assert.Equal(["semua posyandu Lolibu", "semua posyandu Metere"], sitti.Now.Select(c => c.Place));
        Assert.False((await End(test, sitti.Now[0].Id)).IsRefused);
        Assert.Equal("C-610", (await End(test, sitti.Now[0].Id)).Refusal?.Code);
        Assert.Equal("C-001", (await test.List(test.Mawar, test.Midwife)).Refusal?.Code);
        Assert.Empty((await test.List(test.Melati, test.Midwife)).Value);
        Assert.Equal((1, 1), ((await Workers(test)).Single(w => w.Name == "Bidan Sitti").Now.Length, (await Workers(test)).Single(w => w.Name == "Bidan Sitti").Ended.Length));
        Assert.Equal(["Wa Ani", "Wa Baru"], (await Workers(test, test.Melati)).Select(w => w.Name));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Only_the_regions_admin_sets_the_network_up_and_only_the_puskesmas_moves_everyone(Vendor vendor)
    {
        await using var test = await TestPosyandu.Open(vendor);
        foreach (var other in Enum.GetValues<Role>().Where(r => r is not (Role.RegionAdmin or Role.System)).Select(TestPosyandu.Staff))
        {
            Assert.Equal("K-001", (await Close(test, test.Melati, by: other)).Refusal?.Code);
            Assert.Equal("K-001", (await CloseCentre(test, 1, other)).Refusal?.Code);
            Assert.Equal("K-001", (await Rename(test, 1, "X", other)).Refusal?.Code);
            Assert.Equal("K-001", (await Change(test, test.Melati, "X", 2, 1, 5, other)).Refusal?.Code);
            Assert.Equal("K-001", (await Try(test, [], other)).Refusal?.Code);
            Assert.Equal("K-001", (await Enter(test, [], 0, other)).Refusal?.Code);
            Assert.Equal("K-001", (await Appoint(test, [], 0, other)).Refusal?.Code);
            Assert.Equal("K-001", (await End(test, Guid.Empty, other)).Refusal?.Code);
            Assert.Equal("K-001", (await test.With((db, commit) => new AddPuskesmas(db, commit).Run(other, new("X")))).Refusal?.Code);
            Assert.Equal("K-001", (await test.With((db, _) => new TryStaffTable(db, test.Clock).Run(other, []))).Refusal?.Code);
            Assert.Equal("K-001", (await test.With((db, _) => new NetworkSetup(db, test.Clock).Run(other))).Refusal?.Code);
            Assert.Equal("K-001", (await test.With((db, _) => new HealthWorkerList(db, test.Clock).Run(other))).Refusal?.Code);
        }

        foreach (var other in Enum.GetValues<Role>().Where(r => r is not (Role.Midwife or Role.Nutritionist)).Select(TestPosyandu.Staff))
            Assert.Equal("K-001", (await MoveAll(test, test.Melati, test.Mawar, "digabung", other)).Refusal?.Code);
    }

    private static Task<Outcome<Done>> Close(TestPosyandu test, Guid posyandu, bool open = false, string why = "Gedung rusak", Caller? by = null) =>
        test.With((db, commit) => new ClosePosyandu(db, commit, test.Clock).Run(by ?? Admin, new(posyandu, why, open)));

    private static Task<Outcome<Done>> CloseCentre(TestPosyandu test, int puskesmas, Caller? by = null) => test.With((db, commit) => new ClosePuskesmas(db, commit, test.Clock).Run(by ?? Admin, new(puskesmas, "Digabung")));

    private static Task<Outcome<Done>> Rename(TestPosyandu test, int puskesmas, string name, Caller? by = null) => test.With((db, commit) => new RenamePuskesmas(db, commit).Run(by ?? Admin, new(puskesmas, name)));

    private static Task<Outcome<Done>> Change(TestPosyandu test, Guid posyandu, string name, int village, int puskesmas, int day, Caller? by = null) =>
        test.With((db, commit) => new ChangePosyandu(db, commit).Run(by ?? Admin, new(posyandu, name, village, puskesmas, day)));

    private static Task<Outcome<MoveEveryone.Answer>> MoveAll(TestPosyandu test, Guid from, Guid to, string why, Caller? by = null) =>
        test.With((db, commit) => new MoveEveryone(db, commit, test.Clock).Run(by ?? test.Nutritionist, new(from, to, why)));

    private static Task<Outcome<NetworkTrial>> Try(TestPosyandu test, PosyanduLine[] lines, Caller? by = null) => test.With((db, _) => new TryPosyanduTable(db, test.Clock).Run(by ?? Admin, lines));

    private static Task<Outcome<NetworkTrial>> Enter(TestPosyandu test, PosyanduLine[] lines, int taken, Caller? by = null) => test.With((db, commit) => new EnterPosyanduTable(db, commit, test.Clock).Run(by ?? Admin, new(lines, taken)));

    private static Task<Outcome<NetworkTrial>> Appoint(TestPosyandu test, StaffLine[] lines, int taken, Caller? by = null) => test.With((db, commit) => new EnterStaffTable(db, commit, test.Clock).Run(by ?? Admin, new(lines, taken)));

    private static Task<Outcome<Done>> End(TestPosyandu test, Guid assignment, Caller? by = null) => test.With((db, commit) => new EndAssignment(db, commit, test.Clock).Run(by ?? Admin, new(assignment)));

    private static async Task<IReadOnlyList<HealthWorkerList.Row>> Workers(TestPosyandu test, Guid? posyandu = null) => (await test.With((db, _) => new HealthWorkerList(db, test.Clock).Run(Admin, posyandu))).Value;
}
