using System.IO.Compression;
using System.Text.Json;
using Lakudo.Applications;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Lakudo.Privacy.Requests;
using Lakudo.Testing;
using Lakudo.Tests.Applications;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Privacy;

/// <summary>What a data subject may ask for: to see, to correct, to erase.</summary>
public sealed class DataRequestTests
{
    private const string Phone = "081234567890";

    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_held_is_found_by_NIK_number_or_contact_shown_masked_and_every_look_is_journaled(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var privacy = new TestPrivacy(office);
        var receipt = await Ended(office);
        foreach (var key in new[] { TestOffice.Nik, "9914 0145 0590 0001", receipt.Number.ToLowerInvariant() })
        {
            var request = (await privacy.Take(key, DataRequestKind.Access)).Value;
            var shown = (await privacy.LookUp(request)).Value;
            Assert.Equal(office.Clock.Now.AddHours(72), shown.Request.DueAt);
            Assert.Equal(2, shown.Held.Count);
            Assert.Contains(shown.Held, h => h is { Activity: "permohonan", CanGo: true } && h.Shown.Contains("W* O** C*****", StringComparison.Ordinal) && h.Shown.Contains("1 berkas", StringComparison.Ordinal));
            Assert.Contains(shown.Held, h => h is { Activity: "dokumen", CanGo: false } && h.Why!.Contains("UU 43/2009", StringComparison.Ordinal));
            Assert.DoesNotContain("Ode", JsonSerializer.Serialize(shown), StringComparison.Ordinal);
            Assert.DoesNotContain("9914014505900001", JsonSerializer.Serialize(shown), StringComparison.Ordinal);
        }

        Assert.Equal(3, await office.Facts("PersonLookedUp"));
        var byPhone = (await privacy.LookUp((await privacy.Take("0812-3456-7890", DataRequestKind.Access)).Value)).Value;
        Assert.Equal("Kontak pada permohonan " + receipt.Number, Assert.Single(byPhone.Held).What);
        // Nothing held is an answer too.
        Assert.Empty((await privacy.LookUp((await privacy.Take("9914010101900009", DataRequestKind.Access)).Value)).Value.Held);
        Assert.Equal("D-007", (await privacy.Take("siapa saja")).Refusal?.Code);
        Assert.Equal("D-016", (await privacy.Take(TestOffice.Nik, proof: null)).Refusal?.Code);
        Assert.Equal("D-008", (await privacy.LookUp(Guid.CreateVersion7())).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_erased_person_is_gone_but_for_document_and_register_and_the_journal_is_whole(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var privacy = new TestPrivacy(office);
        var receipt = await Ended(office);
        var running = (await office.File(office.Local.Service.Id)).Value;
        var code = (await office.Follow(receipt.Number, receipt.Secret)).Value.DocumentCode!;
        var before = (await office.Look(code)).Value;
        var request = (await privacy.Take(TestOffice.Nik)).Value;
        Assert.Equal("K-021", (await privacy.Erase(request, why: "Wa Ode, 0812 3456 7890")).Refusal?.Code);
        Assert.Equal(new ErasePerson.Answer(1, 1), (await privacy.Erase(request)).Value);
        await privacy.Deliver();

        await using (var db = office.Read())
        {
            var row = await db.Applications.SingleAsync(a => a.Id == receipt.Id);
            Assert.Equal("(data dihapus)", office.Personal.Open(row.NameSealed));
            Assert.Null(row.ContactSealed);
            Assert.Null(row.StatementSealed);
            Assert.False(await db.ApplicationFiles.AnyAsync(f => f.ApplicationId == receipt.Id));
            // The one that is being worked on needs its applicant still.
            Assert.Equal("Wa Ode Contoh", office.Personal.Open((await db.Applications.SingleAsync(a => a.Id == running.Id)).NameSealed));
        }

        // On the disk is the signed document only.
        Assert.Single(Directory.GetFiles(office.Directory, "*", SearchOption.AllDirectories));
        Assert.Equal(before, (await office.Look(code)).Value);
        Assert.Equal(DocumentStanding.Valid, before.Standing);
        Assert.Null((await privacy.Journal()).FirstBroken);
        var traces = await privacy.Traces();
        Assert.All(new[] { "Ode", TestOffice.Nik, "6281234567890", "tidak mampu" }, word => Assert.DoesNotContain(word, traces, StringComparison.Ordinal));

        // Pages that knew the applicant go on, without.
        Assert.Equal(ApplicationState.HandedOver, (await office.Follow(receipt.Number, receipt.Secret)).Value.State);
        var seen = (await office.Case(receipt.Id, office.Clerk)).Value;
        Assert.Equal(("(data dihapus)", "–", null), (seen.Name, seen.Nik, seen.Contact));
        Assert.Equal("A-059", (await office.Nik16(receipt.Id, office.Clerk)).Refusal?.Code);
        Assert.Contains((await privacy.LookUp(request)).Value.Held, h => h.Activity == "dokumen");
        Assert.Equal("D-010", (await privacy.Erase(request)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_shared_telephone_is_erased_as_a_contact_and_takes_nobodys_name(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var privacy = new TestPrivacy(office);
        await Ended(office);
        var sister = (await office.File(office.Local.Service.Id, name: "Wa Adik", nik: "9914014101950003", contact: Phone)).Value;
        // One that 0.1 kept has no fingerprint beside its contact.
        await using (var db = office.Read()) await db.Applications.Where(a => a.Id == sister.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.ContactFingerprint, (byte[]?)null));
        var request = (await privacy.Take(Phone)).Value;
        Assert.Equal(2, (await privacy.LookUp(request)).Value.Held.Count);
        Assert.Equal(new ErasePerson.Answer(2, 0), (await privacy.Erase(request)).Value);
        await using var after = office.Read();
        var rows = await after.Applications.ToListAsync();
        Assert.All(rows, r => Assert.Null(r.ContactSealed));
        Assert.Equal(["Wa Adik", "Wa Ode Contoh"], rows.Select(r => office.Personal.Open(r.NameSealed)).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_restored_backup_loses_again_what_was_erased_and_keeps_what_came_later(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var privacy = new TestPrivacy(office);
        var receipt = await Ended(office);
        // The list as it was kept beside the backups; the database is one from before the erasure.
        var list = new[] { new RepeatErasures.Line(Guid.CreateVersion7(), PersonKeyKind.Nik, office.Personal.Fingerprint(TestOffice.Nik), office.Clock.Now) };
        office.Time.Move(TimeSpan.FromDays(1));
        var later = await Ended(office);
        Assert.Equal(1, (await privacy.Repeat(list)).Value);
        await using var db = office.Read();
        Assert.NotNull((await db.Applications.SingleAsync(a => a.Id == receipt.Id)).ErasedAt);
        Assert.Null((await db.Applications.SingleAsync(a => a.Id == later.Id)).ErasedAt);
        Assert.Equal(0, (await privacy.Repeat(list)).Value);
        Assert.Equal(list[0].Id, Assert.Single((await privacy.Known()).Value).Id);
        Assert.Null((await privacy.Journal()).FirstBroken);
        foreach (var caller in TestPrivacy.AllBut(Role.System))
        {
            Assert.Equal("K-001", (await privacy.Repeat(list, caller)).Refusal?.Code);
            Assert.Equal("K-001", (await privacy.Known(caller)).Refusal?.Code);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_copy_holds_everything_with_files_and_who_looked_and_is_journaled_before_it_leaves(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var privacy = new TestPrivacy(office);
        var receipt = await Ended(office);
        await office.Nik16(receipt.Id, office.Clerk);
        var request = (await privacy.Take(TestOffice.Nik, DataRequestKind.Access)).Value;
        var copy = (await privacy.Export(request)).Value;
        await using (copy.Content)
        {
            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(copy.Content));
            Assert.Contains(hash, await privacy.Traces(), StringComparison.Ordinal);
            copy.Content.Position = 0;
            await using var archive = await ZipArchive.CreateAsync(copy.Content, ZipArchiveMode.Read, leaveOpen: true, null);
            Assert.Equal(["baca-saya.html", $"berkas/{receipt.Number}-1.pdf", "berkas/SKT-001-0001-2026.pdf", "data.json"], archive.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
            using var json = await JsonDocument.ParseAsync(archive.GetEntry("data.json")!.Open());
            var lines = json.RootElement.GetProperty("bagian")[0].GetProperty("isi").EnumerateArray().ToDictionary(l => l.GetProperty("nama").GetString()!, l => l.GetProperty("nilai").GetString()!);
            Assert.Equal(("Wa Ode Contoh", TestOffice.Nik, "6281234567890"), (lines["Nama"], lines["NIK"], lines["Kontak"]));
            Assert.Contains("NikRevealed (CounterOfficer)", lines["Jejak pemrosesan"], StringComparison.Ordinal);
            using var page = new StreamReader(archive.GetEntry("baca-saya.html")!.Open());
            Assert.Contains("Wa Ode Contoh", await page.ReadToEndAsync(), StringComparison.Ordinal);
        }

        Assert.False((await privacy.Close(request)).IsRefused);
        Assert.Equal("D-009", (await privacy.Export(request)).Refusal?.Code);
        Assert.Equal("D-009", (await privacy.Close(request)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_correction_changes_the_application_and_never_an_issued_document(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var privacy = new TestPrivacy(office);
        var receipt = await Ended(office);
        Assert.Equal("A-060", (await privacy.Correct(new(receipt.Id, " ", null, null, "Salah ketik"))).Refusal?.Code);
        Assert.Equal("K-006", (await privacy.Correct(new(receipt.Id, null, "123", null, "Salah ketik"))).Refusal?.Code);
        Assert.Equal("K-020", (await privacy.Correct(new(receipt.Id, "Wa Ode Benar", null, null, ""))).Refusal?.Code);
        Assert.False((await privacy.Correct(new(receipt.Id, "Wa Ode Benar", "9914014505900002", "wa.ode@contoh.id", "Salah ketik, surat 4/2026"))).IsRefused);
        var seen = (await office.Case(receipt.Id, office.Clerk)).Value;
        Assert.Equal(("Wa Ode Benar", "w•••@contoh.id"), (seen.Name, seen.Contact));
        Assert.Empty((await privacy.LookUp((await privacy.Take(TestOffice.Nik)).Value)).Value.Held);
        Assert.Equal(2, (await privacy.LookUp((await privacy.Take("9914014505900002")).Value)).Value.Held.Count);
        Assert.Equal("W* O** C*****", (await office.Look((await office.Follow(receipt.Number, receipt.Secret)).Value.DocumentCode!)).Value.Holder);
        Assert.DoesNotContain("Benar", await privacy.Traces(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Only_the_officer_answers_requests(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var privacy = new TestPrivacy(office);
        var receipt = await Ended(office);
        var request = (await privacy.Take(TestOffice.Nik)).Value;
        foreach (var caller in TestPrivacy.AllBut(Role.DataProtectionOfficer).Append(TestPrivacy.As(Role.DataProtectionOfficer, office.Agency)))
        {
            Assert.Equal("K-001", (await privacy.Take(TestOffice.Nik, by: caller)).Refusal?.Code);
            Assert.Equal("K-001", (await privacy.LookUp(request, caller)).Refusal?.Code);
            Assert.Equal("K-001", (await privacy.Export(request, caller)).Refusal?.Code);
            Assert.Equal("K-001", (await privacy.Erase(request, caller)).Refusal?.Code);
            Assert.Equal("K-001", (await privacy.Close(request, by: caller)).Refusal?.Code);
            Assert.Equal("K-001", (await privacy.Correct(new(receipt.Id, "X", null, null, "uji"), caller)).Refusal?.Code);
        }

        // And the officer reads no case by the ordinary way.
        Assert.Equal("K-001", (await office.Case(receipt.Id, privacy.Officer)).Refusal?.Code);
        Assert.Equal("K-001", (await office.Nik16(receipt.Id, privacy.Officer)).Refusal?.Code);
    }

    /// <summary>A granted, signed and handed-over application with a contact and one file.</summary>
    private static async Task<FileApplication.Receipt> Ended(TestOffice office)
    {
        var receipt = (await office.File(office.Local.Service.Id, contact: Phone)).Value;
        Guid requirement;
        await using (var db = office.Read()) requirement = await db.Requirements.Where(r => r.ServiceId == office.Local.Service.Id).Select(r => r.Id).FirstAsync();
        Assert.False((await office.Attach(receipt.Id, requirement, TestDocuments.Print())).IsRefused);
        await office.Complete(receipt.Id);
        await office.Verify(receipt.Id);
        await office.Decide(receipt.Id);
        Assert.False((await office.Sign((await office.Issue(receipt.Id)).Value.Document)).IsRefused);
        Assert.False((await office.HandOver(receipt.Id)).IsRefused);
        return receipt;
    }
}
