using System.Security.Cryptography;
using Lakudo.Applications;
using Lakudo.Applications.Documents;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Tests.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Applications;

public sealed class IssuingTests
{
    public static TheoryData<Vendor> Both => new(Vendor.Sqlite, Vendor.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_granted_application_becomes_a_numbered_signed_document_that_anyone_verifies_by_code_and_by_file(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = await office.Granted();
        var issued = (await office.Issue(receipt.Id)).Value;
        Assert.StartsWith("SKT-001/0001/", issued.Number);
        Assert.Equal(DocumentStanding.Unknown, (await office.Look(issued.Code)).Value.Standing);
        Assert.Equal("B-B", (await office.Sign(issued.Document)).Value.Level);
        Assert.Equal("A-051", (await office.Sign(issued.Document)).Refusal?.Code);
        Assert.Single(Directory.GetFiles(office.Directory, "*", SearchOption.AllDirectories));

        var told = (await office.Look(issued.Code)).Value;
        Assert.Equal(DocumentStanding.Valid, told.Standing);
        Assert.True(told.IsSample);
        Assert.Equal("W* O** C*****", told.Holder);

        var pdf = await File(office, issued.Document);
        Assert.Equal((DocumentStanding.Valid, SignatureState.Intact), Pair(await office.Look(pdf)));
        pdf[^500] ^= 1;
        Assert.Equal((DocumentStanding.NotAsIssued, SignatureState.Altered), Pair(await office.Look(pdf)));
        Assert.Null((await office.Look(pdf)).Number);
        Assert.Equal(DocumentStanding.NotAsIssued, (await office.Look(issued.Code, "0000000000000000")).Value.Standing);
        Assert.False((await office.HandOver(receipt.Id)).IsRefused);
    }

    [Fact]
    public async Task A_stored_name_that_cannot_be_printed_takes_no_number_and_one_of_look_alikes_is_printed_in_plain_letters()
    {
        await using var office = await TestOffice.Open(Vendor.Sqlite);
        var receipt = await office.Granted();
        await Stored("S\u0456ti \u202EAli");
        var refused = await office.Issue(receipt.Id);
        Assert.Equal("A-061", refused.Refusal?.Code);
        Assert.Contains("Nama memuat tanda \"\u0456\" (U+0456)", refused.Refusal!.Message, StringComparison.Ordinal);

        await Stored("Andre\u0301 Nur\u02BCaini\u200B");
        var issued = (await office.Issue(receipt.Id)).Value;
        Assert.StartsWith("SKT-001/0001/", issued.Number);
        Assert.False((await office.Sign(issued.Document)).IsRefused);
        var path = Path.GetTempFileName();
        System.IO.File.WriteAllBytes(path, await File(office, issued.Document));
        Assert.Contains("Andr\u00E9 Nur'aini", Tool.Run("pdftotext", "-layout", path, "-"));
        System.IO.File.Delete(path);

        // What was numbered before this was checked is signed neither by certificate nor on paper.
        var other = (await office.Issue((await office.Granted()).Id)).Value;
        await office.With(async (db, _) =>
        {
            var document = await db.As(office.Clerk).IssuedDocuments.SingleAsync(d => d.Id == other.Document);
            var content = SignDocument.Content(office.Personal, document);
            var wrong = content with { Fields = [content.Fields[0] with { Value = "Wa \U0001F600" }, .. content.Fields.Skip(1)] };
            document.Says(wrong, office.Personal.Seal(System.Text.Json.JsonSerializer.Serialize(wrong)));
            return await db.SaveChangesAsync();
        });
        Assert.Equal("A-061", (await office.Sign(other.Document)).Refusal?.Code);
        Assert.Equal("A-061", (await office.With((db, commit) => new RegisterPaperDocument(db, commit, office.Clock, office.Personal, office.Office).Sheet(office.Signer, other.Document))).Refusal?.Code);

        Task<int> Stored(string name) => office.With(async (db, _) =>
        {
            (await db.As(office.Clerk).Applications.SingleAsync(a => a.Id == receipt.Id)).Correct(office.Personal.Seal(name), null, null);
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task No_text_that_stands_on_a_document_is_taken_with_a_sign_that_cannot_be_printed()
    {
        const string wrong = "Ali \u202Egnp";
        await using var office = await TestOffice.Open(Vendor.Sqlite);
        Assert.Equal("K-045", (await office.File(office.Local.Service.Id, name: wrong)).Refusal?.Code);
        Assert.Equal("K-045", (await office.SetOfficial(office.Signer.Id!.Value, name: wrong)).Refusal?.Code);
        Assert.Equal("K-045", (await office.With((db, commit) => new Lakudo.Applications.Officials.SetLetterhead(db, commit).Run(TestCatalogue.Staff(Role.RegionAdmin), new(office.Agency, wrong, "Lakudo")))).Refusal?.Code);
        var receipt = (await office.File(office.Local.Service.Id, name: "Nur\u02BCaini")).Value;
        Assert.Equal("K-045", (await office.Return(receipt.Id, defects: "KK \U0001F600")).Refusal?.Code);
        Assert.False((await office.Complete(receipt.Id)).IsRefused);
        Assert.Equal("K-045", (await office.With((db, commit) => new Lakudo.Applications.Workflow.VerifyApplication(db, commit, office.Personal).Run(office.Verifier, new(receipt.Id, wrong)))).Refusal?.Code);
        Assert.False((await office.Verify(receipt.Id)).IsRefused);
        Assert.Equal("K-045", (await office.Decide(receipt.Id, grant: false, reason: wrong)).Refusal?.Code);
        Assert.Equal("Nur'aini", (await office.Case(receipt.Id, office.Clerk)).Value.Name);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_byte_changed_in_the_unused_gap_is_found_by_our_record(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var issued = (await office.Issue((await office.Granted()).Id)).Value;
        await office.Sign(issued.Document);
        var pdf = await File(office, issued.Document);
        var range = PdfByteRange.FindLast(pdf)!.Value;
        var letter = Enumerable.Range(range.GapStart + 1, 400).First(i => pdf[i] is >= (byte)'a' and <= (byte)'f');
        pdf[letter] = (byte)char.ToUpperInvariant((char)pdf[letter]);
        Assert.Equal((DocumentStanding.NotAsIssued, SignatureState.Intact), Pair(await office.Look(pdf)));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Twelve_issues_at_once_get_twelve_numbers_without_gap_or_double(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var granted = new List<Guid>();
        for (var i = 0; i < 12; i++) granted.Add((await office.Granted()).Id);
        var issued = await Task.WhenAll(granted.Select(id => Task.Run(() => office.Issue(id))));
        Assert.All(issued, answer => Assert.False(answer.IsRefused, answer.Refusal?.English));
        await using var db = office.Read();
        Assert.Equal(Enumerable.Range(1, 12), await db.IssuedDocuments.OrderBy(d => d.Sequence).Select(d => d.Sequence).ToListAsync());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_voided_number_stays_in_the_register_with_its_reason_and_the_next_issue_takes_the_next(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = await office.Granted();
        var first = (await office.Issue(receipt.Id)).Value;
        Assert.Equal("A-051", (await office.Issue(receipt.Id)).Refusal?.Code);
        Assert.Equal("K-001", (await office.Void(first.Document, office.Clerk)).Refusal?.Code);
        Assert.Equal("A-050", (await office.Void(first.Document, TestCatalogue.Staff(Role.Signer, office.Agency + 1))).Refusal?.Code);
        Assert.False((await office.Void(first.Document)).IsRefused);
        Assert.Equal(DocumentStanding.Unknown, (await office.Look(first.Code)).Value.Standing);
        var second = (await office.Issue(receipt.Id)).Value;
        Assert.StartsWith("SKT-001/0002/", second.Number);
        await using var db = office.Read();
        Assert.Equal("Salah nama", (await db.IssuedDocuments.SingleAsync(d => d.Id == first.Document)).EndReason);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_revoked_document_is_called_revoked_and_an_expired_one_expired(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var issued = (await office.Issue((await office.Granted()).Id)).Value;
        Assert.Equal("A-051", (await office.Revoke(issued.Document)).Refusal?.Code);
        await office.Sign(issued.Document);
        Assert.Equal("K-001", (await office.Revoke(issued.Document, office.Verifier)).Refusal?.Code);
        Assert.False((await office.Revoke(issued.Document)).IsRefused);
        Assert.Equal(DocumentStanding.Revoked, (await office.Look(issued.Code)).Value.Standing);
        Assert.Equal(DocumentStanding.Revoked, (await office.Look(await File(office, issued.Document))).Standing);

        var receipt = await office.Granted();
        var today = office.Clock.Today(TimeZoneInfo.FindSystemTimeZoneById("Asia/Makassar"));
        Assert.Equal("A-052", (await office.Issue(receipt.Id, until: today.AddDays(-1))).Refusal?.Code);
        var shortLived = (await office.Issue(receipt.Id, until: today)).Value;
        await office.Sign(shortLived.Document);
        Assert.Equal(DocumentStanding.Valid, (await office.Look(shortLived.Code)).Value.Standing);
        ((MovableTime)office.Clock.Time).Move(TimeSpan.FromDays(1));
        Assert.Equal(DocumentStanding.Expired, (await office.Look(shortLived.Code)).Value.Standing);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_document_signed_on_paper_is_registered_by_its_scan(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var receipt = await office.Granted();
        var issued = (await office.Issue(receipt.Id)).Value;
        var sheet = await office.With((db, commit) => new RegisterPaperDocument(db, commit, office.Clock, office.Personal, office.Office).Sheet(office.Signer, issued.Document));
        Assert.Equal(SignatureState.None, SignatureCheck.Look(sheet.Value).State);
        var scan = (await new UploadIntake(office.Office.Vault).Receive(new MemoryStream(sheet.Value), "pindaian.pdf", CancellationToken.None)).Value;
        async Task<Outcome<Done>> Register(Caller by) => await office.With((db, commit) =>
            new RegisterPaperDocument(db, commit, office.Clock, office.Personal, office.Office).Run(by, new(issued.Document, scan)));
        Assert.Equal("K-001", (await Register(office.Clerk)).Refusal?.Code);
        Assert.False((await Register(office.Signer)).IsRefused);
        Assert.Equal(SigningWay.OnPaper, (await office.Look(issued.Code)).Value.Way);
        Assert.Equal("A-051", (await office.Sign(issued.Document)).Refusal?.Code);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_full_disk_or_a_silent_signing_service_keeps_the_number_and_the_same_act_succeeds_later(Vendor vendor)
    {
        await using var office = await TestOffice.Open(vendor);
        var issued = (await office.Issue((await office.Granted()).Id)).Value;
        var sound = office.Office;
        office.Office = sound with { Vault = new FileVault(office.Directory, null, _ => throw new IOException("No space left on device", 28)) };
        Assert.Equal("A-007", (await office.Sign(issued.Document)).Refusal?.Code);
        office.Office = sound with { Signer = new Silent() };
        Assert.Equal("A-033", (await office.Sign(issued.Document)).Refusal?.Code);
        Assert.Empty(Directory.GetFiles(office.Directory, "*", SearchOption.AllDirectories));
        office.Office = sound;
        Assert.False((await office.Sign(issued.Document)).IsRefused);
    }

    private static (DocumentStanding, SignatureState?) Pair(VerifyDocument.Answer answer) => (answer.Standing, answer.File);

    private static async Task<byte[]> File(TestOffice office, Guid document)
    {
        await using var db = office.Read();
        var row = await db.IssuedDocuments.SingleAsync(d => d.Id == document);
        var pdf = (await office.Office.Vault.Read(row.StoredName!, CancellationToken.None)).Value;
        Assert.Equal(row.FileHash, Convert.ToHexStringLower(SHA256.HashData(pdf)));
        return pdf;
    }

    private sealed class Silent : IDocumentSigner
    {
        public bool IsSample => true;

        public bool IsSimulated => false;

        public bool AsksPassphrase => false;

        public Task<Outcome<SignedPdf>> Sign(byte[] pdf, SigningOrder order, CancellationToken cancel) =>
            Task.FromResult<Outcome<SignedPdf>>(ApplicationsRefusals.SigningOutcomeUnknown);
    }
}
