using System.Text;
using Lakudo.Applications;
using Lakudo.Applications.Documents;
using Lakudo.Applications.Files;
using Lakudo.Kernel;
using Lakudo.Testing;
using Lakudo.Tests.Catalogue;

namespace Lakudo.Tests.Applications;

public sealed class SealedFileTests
{
    private static readonly byte[] Pdf = TestDocuments.Print();

    [Fact]
    public async Task A_handed_in_file_lies_sealed_opens_after_a_rotation_and_with_no_other_key()
    {
        var folder = Directory.CreateTempSubdirectory("lakudo-vault-").FullName;
        byte[] first = [.. Enumerable.Repeat((byte)1, 32)], second = [.. Enumerable.Repeat((byte)2, 32)];
        using var before = new PersonalData(first);
        using var after = new PersonalData([first, second]);
        using var wrong = new PersonalData(second);
        var name = (await new UploadIntake(new FileVault(folder, null, before)).Receive(new MemoryStream(Pdf), "ktp.pdf", CancellationToken.None)).Value.StoredName;
        var onDisk = File.ReadAllBytes(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Single());
        Assert.True(onDisk.AsSpan().IndexOf("%PDF-"u8) < 0 && onDisk.AsSpan().IndexOf("endstream"u8) < 0);
        Assert.Equal(Pdf, (await new FileVault(folder, null, after).Read(name, CancellationToken.None)).Value);
        await using (var opened = new FileVault(folder, null, before).Open(name).Value) Assert.Equal(Pdf.Length, opened.Length);
        Assert.Equal("A-062", (await new FileVault(folder, null, wrong).Read(name, CancellationToken.None)).Refusal?.Code);
        Assert.Equal("A-062", new FileVault(folder).Open(name).Refusal?.Code);
    }

    [Fact]
    public async Task Files_of_an_earlier_release_stay_readable_and_are_sealed_once_by_the_installation_alone()
    {
        await using var office = await TestOffice.Open(Vendor.Sqlite);
        var receipt = (await office.File(office.Local.Service.Id)).Value;
        var file = (await office.Attach(receipt.Id, office.Local.Requirements[0].Id, Pdf)).Value.File;
        var path = Directory.GetFiles(office.Directory, "*", SearchOption.AllDirectories).Single();
        await File.WriteAllBytesAsync(path, Pdf);
        Assert.Equal(Pdf, await Opened());

        foreach (var caller in new[] { office.Clerk, office.Signer, TestCatalogue.Staff(Role.ItOfficer), Caller.Public(1) }) Assert.Equal("K-001", (await Seal(caller)).Refusal?.Code);
        Assert.Equal(1, (await Seal(Caller.System(1))).Value);
        Assert.Equal(0, (await Seal(Caller.System(1))).Value);
        Assert.Equal(1, await office.Facts(nameof(ApplicationFilesSealed)));
        Assert.True(File.ReadAllBytes(path).AsSpan().IndexOf("%PDF"u8) < 0);
        Assert.Equal(Pdf, await Opened());
        var check = await office.With((db, _) => new DocumentStoreCheck(db, office.Office.Vault, office.Personal, new VerifyDocument(db, office.Clock, office.Personal)).Run(Caller.System(1)));
        Assert.True(check.Value.IsWhole);

        async Task<byte[]> Opened()
        {
            await using var content = (await office.OpenFile(receipt.Id, file, office.Verifier)).Value.Content;
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes);
            return bytes.ToArray();
        }

        Task<Outcome<int>> Seal(Caller caller) => office.With((db, commit) => new SealStoredFiles(db, commit, office.Office.Vault).Run(caller));
    }

    [Fact]
    public async Task Every_download_of_a_signed_document_is_journaled_and_a_refused_one_is_not()
    {
        await using var office = await TestOffice.Open(Vendor.Sqlite);
        var receipt = await office.Granted();
        Assert.Equal("A-050", (await Staff(office.Clerk)).Refusal?.Code);
        var document = (await office.Issue(receipt.Id)).Value.Document;
        Assert.False((await office.Sign(document)).IsRefused);
        Assert.Equal("A-040", (await Applicant("AAAAAAAA")).Refusal?.Code);
        Assert.Equal("A-040", (await Staff(TestCatalogue.Staff(Role.Verifier, office.Agency + 1))).Refusal?.Code);
        Assert.Equal("K-001", (await Staff(TestCatalogue.Staff(Role.Inspector))).Refusal?.Code);
        Assert.Equal(0, await office.Facts(nameof(DocumentDownloaded)));

        await using (var own = (await Applicant(receipt.Secret)).Value.Content) Assert.True(own.Length > 0);
        await using (var staff = (await Staff(office.Clerk)).Value.Content) Assert.True(staff.Length > 0);
        await using var db = office.Read();
        Assert.Equal([(document, nameof(Role.Public)), (document, nameof(Role.CounterOfficer))],
            db.JournalEntries.Where(e => e.Fact == nameof(DocumentDownloaded)).OrderBy(e => e.Seq).AsEnumerable().Select(e => (e.Subject, e.ByRole)));

        Task<Outcome<SignedFile.Answer>> Staff(Caller caller) => office.With((db, commit) => new SignedFile(db, commit, office.Personal, office.Office.Vault).Run(caller, receipt.Id));

        Task<Outcome<SignedFile.Answer>> Applicant(string secret) =>
            office.With((db, commit) => new SignedFile(db, commit, office.Personal, office.Office.Vault).ForApplicant(Caller.Public(1), receipt.Number, secret));
    }
}
