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
