using System.IO.Compression;
using System.Text.Json;
using Lakudo.Children;
using Lakudo.Children.Import;
using Lakudo.Children.Network;
using Lakudo.Children.Personal;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Field.Protection;
using Lakudo.Kernel;
using Lakudo.Privacy.Requests;
using Lakudo.Testing;
using Lakudo.Tests.Children.Pregnancies;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Children.Personal;

/// <summary>What a mother, a child's parent or a cadre may ask of the posyandu's register.</summary>
public sealed class RegisterRequestTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_mothers_NIK_finds_her_pregnancy_and_children_and_a_childs_own_finds_the_child_all_masked(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var family = (await test.Privacy.LookUp((await test.Privacy.Take(TestFamily.MothersNik)).Value)).Value;
        Assert.Equal(["Anak", "Anak", "Ibu", "Kehamilan"], family.Held.Select(h => h.What.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.All(family.Held, h => Assert.Equal(("anak", true), (h.Activity, h.CanGo)));
        Assert.Contains(family.Held, h => h.Shown.Contains("S**** A*****", StringComparison.Ordinal) && h.Shown.Contains("2 hasil ukur", StringComparison.Ordinal));
        var shown = JsonSerializer.Serialize(family);
        Assert.All(new[] { "Aisyah", "Rini", "Tetangga", TestFamily.MothersNik, TestFamily.ChildsNik, "Poros" }, word => Assert.DoesNotContain(word, shown, StringComparison.Ordinal));

        foreach (var key in new[] { TestFamily.ChildsNik, RegisterNumber.Of('A', test.Elder.Id), RegisterNumber.Of('A', test.Elder.Id).Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant() })
            Assert.Equal(test.Elder.Id, Assert.Single((await test.Privacy.LookUp((await test.Privacy.Take(key)).Value)).Value.Held).Id);
        // A sister without a NIK is found by the number on her page.
        Assert.Equal(test.Younger.Id, Assert.Single((await test.Privacy.LookUp((await test.Privacy.Take(RegisterNumber.Of('A', test.Younger.Id))).Value)).Value.Held).Id);
        Assert.Equal("D-007", (await test.Privacy.Take("A-00000-00000")).Refusal?.Code);
        Assert.Equal("D-007", (await test.Privacy.Take("A-00000-0000U")).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_erased_family_leaves_numbers_of_nobody_and_the_phones_forget_it(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var (numbers, cursor) = (await test.Numbers(), (await test.Phone.Ask()).Cursor);
        var measured = test.Posyandu.Measured(test.Elder.Id, 9_100, day: new DateOnly(2026, 2, 20));
        await test.Posyandu.Validate(new(Assert.Single((await test.Posyandu.Record(test.Elder.Id)).Value.Measurements, m => m.Weight == 9_000).Id, false, "Kata Bu Sari timbangan rusak", true));
        var request = (await test.Privacy.Take(TestFamily.MothersNik)).Value;
        Assert.Equal(new ErasePerson.Answer(4, 0), (await test.Privacy.Erase(request)).Value);

        await using (var db = test.Posyandu.Read())
        {
            var children = await db.Children.Where(c => c.ErasedAt != null).OrderBy(c => c.Birth).ToListAsync();
            Assert.Equal([test.Elder.Id, test.Younger.Id], children.Select(c => c.Id));
            Assert.All(children, c => Assert.Equal(("(data dihapus)", "", null, null, null, null, null, Guid.Empty), (c.Name, c.NameNormalised, c.NikSealed, c.NikFingerprint, c.Address, c.BirthOrder, c.RemeasureReason, c.MotherId)));
            // Of the day of birth the month stays.
            Assert.Equal((new DateOnly(2025, 1, 1), 3_100), (children[0].Birth, children[0].BirthWeight));
            Assert.DoesNotContain(await db.Measurements.ToListAsync(), m => m.ValidationReason is not null);
            Assert.Equal("Wa Tetangga", Assert.Single(await db.Mothers.ToListAsync()).Name);
            var pregnancy = await db.Pregnancies.SingleAsync();
            Assert.Equal((null, null, Guid.Empty, new DateOnly(2026, 9, 1)), (pregnancy.Address, pregnancy.LastPeriod, pregnancy.MotherId, pregnancy.DueDate));
        }

        // Nothing was lost of the numbers but the one that was struck before.
        Assert.Equal(numbers with { Counting = numbers.Counting - 1 }, await test.Numbers());
        var told = await test.Phone.Ask(cursor);
        Assert.Equal(new[] { test.Elder.Id, test.Younger.Id, test.Pregnancy.Id }.Order(), told.Gone.Order());
        Assert.Empty(told.Children);
        Assert.Equal([test.Neighbour.Id], (await test.Phone.Ask()).Children.Select(c => c.Id));

        // Pages of the puskesmas no longer know the child.
        Assert.Equal("C-005", (await test.Posyandu.Record(test.Elder.Id)).Refusal?.Code);
        Assert.Equal("C-005", (await test.Posyandu.Move(test.Elder.Id, test.Posyandu.Mawar)).Refusal?.Code);
        Assert.Equal([test.Neighbour.Id], (await test.Posyandu.List(test.Posyandu.Melati)).Value.Select(r => r.Id));
        Assert.Null((await test.Privacy.Journal()).FirstBroken);
        var traces = await test.Privacy.Traces();
        Assert.All(new[] { "Aisyah", "Rini", TestFamily.MothersNik, TestFamily.ChildsNik, "Poros" }, word => Assert.DoesNotContain(word, traces, StringComparison.Ordinal));
        Assert.Equal("D-010", (await test.Privacy.Erase(request)).Refusal?.Code);

        // What a phone still sends of her is passed over, and the rest of the batch is kept.
        var visit = new PregnancyVisit { Id = Guid.CreateVersion7(), Pregnancy = test.Pregnancy.Id, Day = new DateOnly(2026, 3, 2), At = test.Posyandu.Clock.Now, Weight = 53_000 };
        var late = (await test.Phone.Send(test.Elder, measured, visit, test.Posyandu.Measured(test.Neighbour.Id, 9_900, day: new DateOnly(2026, 2, 2)))).Value;
        Assert.Equal((BatchVerdict.Accepted, 2), (late.Verdict, late.Notes.Count(n => n.Code == EntryNotes.Erased)));
        Assert.Equal(numbers.Measurements + 1, (await test.Numbers()).Measurements);
        Assert.Equal(numbers.Visits, (await test.Numbers()).Visits);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Entries_that_were_merged_go_together_and_a_child_alone_leaves_its_mother(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var other = test.Posyandu.Girl("Siti Aisah", motherNik: null) with { MotherName = "Ny. Sari" };
        await test.Phone.Send(other, test.Posyandu.Measured(other.Id, 8_500, day: new DateOnly(2026, 1, 5)));
        Assert.False((await test.Posyandu.Merge(test.Elder.Id, other.Id)).IsRefused);
        // By the number of the entry that went into another one.
        var request = (await test.Privacy.Take(RegisterNumber.Of('A', other.Id))).Value;
        Assert.Equal(2, (await test.Privacy.LookUp(request)).Value.Held.Count);
        // Both entries, and the mother under whom the double stood; the real one has another child.
        Assert.Equal(3, (await test.Privacy.Erase(request)).Value.Rows);
        await using var db = test.Posyandu.Read();
        Assert.Equal(["Wa Ode Sari", "Wa Tetangga"], (await db.Mothers.ToListAsync()).Select(m => m.Name).Order(StringComparer.Ordinal));
        Assert.Equal(new[] { test.Elder.Id, other.Id }.Order(), (await db.Children.Where(c => c.ErasedAt != null).Select(c => c.Id).ToListAsync()).Order());
        Assert.Equal("C-005", (await test.Posyandu.Split(other.Id)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_restored_backup_loses_the_family_again_and_keeps_who_was_registered_later(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var fingerprint = test.Posyandu.Personal.Fingerprint(TestFamily.MothersNik);
        // The lists as they were kept beside the backups; the database is one from before the erasures.
        RepeatErasures.Line[] list =
        [
            new(Guid.CreateVersion7(), PersonKeyKind.Nik, fingerprint, test.Posyandu.Clock.Now),
            new(Guid.CreateVersion7(), PersonKeyKind.Record, Person.OfRecord('A', test.Neighbour.Id).Key, test.Posyandu.Clock.Now),
        ];
        test.Posyandu.Time.Move(TimeSpan.FromDays(1));
        var later = test.Posyandu.Girl("Wa Baru", birth: new DateOnly(2026, 2, 28)) with { BirthOrder = 3 };
        await test.Phone.Send(later);
        Assert.Equal(2, (await test.Privacy.Repeat(list)).Value);
        await using var db = test.Posyandu.Read();
        Assert.Equal([later.Id], await db.Children.Where(c => c.ErasedAt == null).Select(c => c.Id).ToListAsync());
        // She said yes again for her new child, so she stays with it.
        Assert.Equal("Wa Ode Sari", Assert.Single(await db.Mothers.ToListAsync()).Name);
        Assert.Equal([later.Id], (await test.Phone.Ask()).Children.Select(c => c.Id));
        Assert.Equal(0, (await test.Privacy.Repeat(list)).Value);
        Assert.Null((await test.Privacy.Journal()).FirstBroken);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_waits_outside_the_register_is_found_too(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var (posyandu, privacy) = (test.Posyandu, test.Privacy);
        ImportRow row = new() { Line = 2, Name = "Sitti Aisyah", Sex = Lakudo.Growth.Sex.Female, Birth = new DateOnly(2025, 1, 10), Posyandu = "Melati" };
        var (about, other) = (await Upload(test, row), await Upload(test, row with { Name = "Wa Lain" }));
        var newcomer = posyandu.Girl("Wa Bungsu", birth: new DateOnly(2026, 2, 20));
        var box = Sealing.Seal(Guid.CreateVersion7(), test.Phone.Sign(test.Phone.Batch(newcomer) with { Seq = 0 }), test.Phone.Registered.RegionKey);
        await posyandu.HandIn(Signing.Sign(test.Phone.Id, new HandInSealed(posyandu.Clock.Now, [box]), FieldJson.Default.HandInSealed, test.Phone.Key));

        var request = (await privacy.Take(TestFamily.MothersNik)).Value;
        var held = (await privacy.LookUp(request)).Value.Held;
        Assert.Contains(held, h => h.What.StartsWith("Berkas impor", StringComparison.Ordinal) && h.CanGo);
        Assert.Contains(held, h => h.What.StartsWith("Kiriman tersegel", StringComparison.Ordinal) && !h.CanGo);
        Assert.False((await privacy.Erase(request)).IsRefused);
        await using (var db = posyandu.Read()) Assert.Equal([other], await db.ImportTrials.Select(t => t.Id).ToListAsync());
        Assert.NotEqual(about, other);

        // The puskesmas opens what was sealed; then it can go as well.
        Assert.Equal(1, (await posyandu.Release(test.Phone.Id)).Value.Entered);
        Assert.False((await privacy.Erase((await privacy.Take(TestFamily.MothersNik)).Value)).IsRefused);
        await using var after = posyandu.Read();
        Assert.Equal([test.Neighbour.Id], await after.Children.Where(c => c.ErasedAt == null).Select(c => c.Id).ToListAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_old_file_does_not_bring_back_who_was_erased(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        ImportRow row = new() { Line = 2, Name = "La Impor", Sex = Lakudo.Growth.Sex.Male, Birth = new DateOnly(2025, 3, 3), MotherName = "Wa Impor", Posyandu = "Melati" };
        Assert.Equal(ImportFate.NewChild, await Enter(test, row));
        Guid child;
        await using (var db = test.Posyandu.Read()) child = await db.Children.Where(c => c.Name == "La Impor").Select(c => c.Id).SingleAsync();
        Assert.False((await test.Privacy.Erase((await test.Privacy.Take(RegisterNumber.Of('A', child))).Value)).IsRefused);
        Assert.Equal(ImportFate.Refused, await Enter(test, row));
        await using var after = test.Posyandu.Read();
        Assert.NotNull((await after.Children.SingleAsync(c => c.Id == child)).ErasedAt);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_copy_tells_all_that_is_held_and_who_looked(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        await test.Posyandu.Record(test.Elder.Id, test.Posyandu.Midwife);
        Assert.False((await test.Posyandu.MotherNik(test.Pregnancy.Id)).IsRefused);
        await test.Phone.Ask();
        var kinds = Enum.GetValues<ChildServiceKind>();
        Assert.Equal(BatchVerdict.Accepted, (await test.Phone.Send([.. kinds.Select(k => new ChildService(Guid.CreateVersion7(), test.Younger.Id, new DateOnly(2026, 2, (int)k), test.Posyandu.Clock.Now, k, k != ChildServiceKind.KiaBook))])).Value.Verdict);
        var copy = (await test.Privacy.Export((await test.Privacy.Take(TestFamily.MothersNik, DataRequestKind.Access)).Value)).Value;
        await using var content = copy.Content;
        await using var archive = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, null);
        using var json = await JsonDocument.ParseAsync(archive.GetEntry("data.json")!.Open());
        var parts = json.RootElement.GetProperty("bagian").EnumerateArray().ToList();
        Assert.Equal(4, parts.Count);
        var elder = parts.Single(p => p.GetProperty("judul").GetString()!.Contains(RegisterNumber.Of('A', test.Elder.Id), StringComparison.Ordinal)).GetProperty("isi").EnumerateArray()
            .ToLookup(l => l.GetProperty("nama").GetString()!, l => l.GetProperty("nilai").GetString()!);
        Assert.Equal(("Sitti Aisyah", TestFamily.ChildsNik, "10 Januari 2025", "Wa Ode Sari", "Jalan Poros 12"), (elder["Nama"].Single(), elder["NIK"].Single(), elder["Tanggal lahir"].Single(), elder["Ibu"].Single(), elder["Alamat"].Single()));
        Assert.StartsWith("9,0 kg, 75,5 cm terlentang, N, BB/U ", elder["Diukur 2 Maret 2026"].Single(), StringComparison.Ordinal);
        Assert.Equal("vitamin A merah: ya", elder["Pelayanan 2 Februari 2026"].Single());
        Assert.Contains("membuka catatan anak (Midwife)", elder["Jejak"].Single(), StringComparison.Ordinal);
        var text = JsonSerializer.Serialize(json.RootElement, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var pregnancy = parts.Single(p => p.GetProperty("judul").GetString()!.StartsWith("Kehamilan", StringComparison.Ordinal)).GetProperty("isi").EnumerateArray().ToLookup(l => l.GetProperty("nama").GetString()!, l => l.GetProperty("nilai").GetString()!);
        Assert.Contains("melihat NIK ibu hamil lengkap (Midwife)", pregnancy["Jejak"].Single(), StringComparison.Ordinal);
        Assert.StartsWith("1 kali, terakhir", pregnancy["Ponsel kader memuat data posyandu ini"].Single(), StringComparison.Ordinal);
        Assert.Contains("buku KIA atau KMS ada: tidak", text, StringComparison.Ordinal);
        // Every kind of service has a word of its own, not its name in the program.
        Assert.All(kinds, k => Assert.DoesNotContain($"{k}: ", text, StringComparison.Ordinal));
        Assert.Contains("52,0 kg, LILA 23,5 cm", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tetangga", text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_cadre_is_found_by_number_and_goes_only_after_her_work_ended(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var number = RegisterNumber.Of('K', test.Posyandu.Cadre);
        var request = (await test.Privacy.Take(number)).Value;
        Assert.False(Assert.Single((await test.Privacy.LookUp(request)).Value.Held).CanGo);
        Assert.Equal("D-010", (await test.Privacy.Erase(request)).Refusal?.Code);
        Assert.False((await test.Posyandu.EndCare(test.Posyandu.Cadre, Caller.System(1))).IsRefused);
        test.Posyandu.Time.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await test.Privacy.Erase(request)).Value.Rows);
        Assert.Equal("(data dihapus)", (await test.Posyandu.Record(test.Elder.Id)).Value.Measurements[0].Measurer);
        // A midwife is reached by her account as well.
        var account = test.Posyandu.Midwife.Id!.Value;
        await using var db = test.Posyandu.Read();
        Assert.Equal("Bidan Sitti", (await db.HealthWorkers.SingleAsync(w => w.AccountId == account)).Name);
        Assert.Equal("Bidan Sitti", Assert.Single(await new HealthWorkerRecords(db, test.Posyandu.Clock).Tell(Person.OfAccount(account), default)).Lines[0].Value);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Only_the_officer_reaches_the_register_by_a_request_and_those_who_care_do_not(Vendor vendor)
    {
        await using var test = await TestFamily.Open(vendor);
        var request = (await test.Privacy.Take(TestFamily.MothersNik)).Value;
        foreach (var caller in Lakudo.Tests.Privacy.TestPrivacy.AllBut(Role.DataProtectionOfficer).Append(test.Posyandu.Nutritionist))
        {
            Assert.Equal("K-001", (await test.Privacy.Take(TestFamily.MothersNik, by: caller)).Refusal?.Code);
            Assert.Equal("K-001", (await test.Privacy.LookUp(request, caller)).Refusal?.Code);
            Assert.Equal("K-001", (await test.Privacy.Export(request, caller)).Refusal?.Code);
            Assert.Equal("K-001", (await test.Privacy.Erase(request, caller)).Refusal?.Code);
        }

        Assert.Equal("K-001", (await test.Posyandu.Record(test.Elder.Id, test.Privacy.Officer)).Refusal?.Code);
    }

    private static async Task<Guid> Upload(TestFamily test, params ImportRow[] rows) =>
        (await test.Posyandu.With((db, commit) => new TryImport(db, commit, test.Posyandu.Clock, test.Posyandu.Personal).Run(test.Posyandu.Nutritionist, new("register.xlsx", null, rows)))).Value;

    private static async Task<ImportFate> Enter(TestFamily test, ImportRow row)
    {
        var (posyandu, trial) = (test.Posyandu, await Upload(test, row));
        var plan = (await posyandu.With((db, commit) => new ImportTrialResult(db, commit, posyandu.Clock, posyandu.Personal).Run(posyandu.Nutritionist, trial))).Value;
        await posyandu.With((db, commit) => new EnterImport(db, commit, posyandu.Clock, posyandu.Personal).Run(posyandu.Nutritionist, new(trial, plan.Fingerprint, true)));
        return plan.Lines.Single().Fate;
    }
}
