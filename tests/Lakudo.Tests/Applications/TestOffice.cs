using Lakudo.Applications;
using Lakudo.Applications.Documents;
using Lakudo.Applications.Files;
using Lakudo.Applications.Officials;
using Lakudo.Applications.Workflow;
using Lakudo.Calendar;
using Lakudo.Catalogue;
using Lakudo.Kernel;
using Lakudo.Notifications;
using Lakudo.Testing;
using Lakudo.Tests.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Applications;

/// <summary>A region with one local and one national service of one agency, and an office that signs.</summary>
internal sealed class TestOffice : IAsyncDisposable
{
    internal const string Nik = "9914014505900001";
    private readonly TestCatalogue _catalogue;

    private TestOffice(TestCatalogue catalogue, ServiceCard local, ServiceCard national)
    {
        (_catalogue, Local, National) = (catalogue, local, national);
        Agency = local.Agency.Id;
        Clerk = TestCatalogue.Staff(Role.CounterOfficer, Agency);
        Verifier = TestCatalogue.Staff(Role.Verifier, Agency);
        Signer = TestCatalogue.Staff(Role.Signer, Agency);
        TestDocuments.Print();
        Directory = System.IO.Directory.CreateTempSubdirectory("lakudo-vault-").FullName;
        Office = new(new Uri("https://mpp.contoh.go.id"), new FileVault(Directory, null, Personal), new LocalKeySigner(TestDocuments.KeyAt(catalogue.Clock.Now)));
    }

    internal ServiceCard Local { get; }

    internal ServiceCard National { get; }

    internal int Agency { get; }

    internal Caller Clerk { get; }

    internal Caller Verifier { get; }

    internal Caller Signer { get; }

    internal string Directory { get; }

    internal IssuingOffice Office { get; set; }

    internal PersonalData Personal { get; } = new(new byte[32]);

    internal Clock Clock => _catalogue.Clock;

    internal IDbContextFactory<LakudoDb> Contexts => _catalogue;

    internal WriterLane Lane => _catalogue.Lane;

    internal MovableTime Time => (MovableTime)_catalogue.Clock.Time;

    internal CatalogueEdition Edition => _catalogue.Edition;

    internal static async Task<TestOffice> Open(Vendor vendor)
    {
        var catalogue = await TestCatalogue.Create(vendor);
        var outcome = await catalogue.Import(TestCatalogue.Csv(
            TestCatalogue.Row("SKT-001", "Surat Keterangan Tidak Mampu", days: "3", who: "lokal"),
            TestCatalogue.Row("PSP-001", "Paspor", days: "4", who: "nasional"),
            TestCatalogue.Row("RJK-001", "Rujukan bantuan", who: "rujukan")));
        Assert.Equal(3, outcome.Value.Added);
        var office = new TestOffice(catalogue, await catalogue.Card("SKT-001"), await catalogue.Card("PSP-001"));
        Assert.False((await office.SetOfficial(office.Signer.Id!.Value)).IsRefused);
        Assert.False((await office.SetLetterhead()).IsRefused);
        return office;
    }

    internal Task<Outcome<Done>> SetOfficial(Guid account, Caller? by = null, int? agency = null, string name = "La Ode Contoh") =>
        With((db, commit) => new SetSigningOfficial(db, commit, Personal).Run(by ?? _catalogue.Admin, new(account, agency, "Kepala Dinas", name)));

    internal Task<Outcome<Done>> SetLetterhead(Caller? by = null, int? agency = null) =>
        With((db, commit) => new SetLetterhead(db, commit).Run(by ?? _catalogue.Admin, new(agency ?? Agency, "Jalan Poros Lakudo", "Lakudo")));

    internal Task<Outcome<AttachFile.Answer>> Attach(Guid application, Guid requirement, byte[] content, Caller? by = null, string? secret = null, string name = "kk.pdf") =>
        With((db, commit) => new AttachFile(db, commit, Clock, Personal, new UploadIntake(Office.Vault), Office.Vault).Run(by ?? Clerk, new(application, requirement, secret), new MemoryStream(content), name));

    internal Task<Outcome<OpenApplicantFile.Answer>> OpenFile(Guid application, Guid file, Caller by) =>
        With((db, commit) => new OpenApplicantFile(db, commit, Office.Vault).Run(by, new(application, file)));

    internal Task<Outcome<CaseFile.Answer>> Case(Guid application, Caller by) =>
        With((db, commit) => new CaseFile(db, commit, Personal, StandardCalendar.Read(), Office).Run(by, application));

    internal Task<Outcome<string>> Nik16(Guid application, Caller by) => With((db, commit) => new RevealNik(db, commit, Personal).Run(by, new(application)));

    internal async Task<int> Facts(string fact) => await _catalogue.Facts(fact);

    internal Task<ServiceCard> Card(string code) => _catalogue.Card(code);

    internal Task<Outcome<FileApplication.Receipt>> File(Guid service, Caller? by = null, string name = "Wa Ode Contoh", string nik = Nik, string? contact = null) =>
        File(new FileApplication.Command(service, name, nik, Contact: contact), by ?? Clerk);

    internal Task<Outcome<FileApplication.Receipt>> File(FileApplication.Command command, Caller by) =>
        With((db, commit) => new FileApplication(db, commit, Clock, Personal, new ConfirmContactCode(db, commit, Clock, Personal)).Run(by, command));

    internal async Task<Outcome<MarkComplete.Answer>> Complete(Guid application, Caller? by = null, int leaveOut = 0)
    {
        await using var read = _catalogue.Read();
        var service = await read.Applications.Where(a => a.Id == application).Select(a => a.ServiceId).SingleOrDefaultAsync();
        var seen = await read.Requirements.Where(r => r.ServiceId == service).Select(r => r.Id).ToListAsync();
        return await With((db, commit) => new MarkComplete(db, commit, Clock, StandardCalendar.Read()).Run(by ?? Clerk, new(application, seen[leaveOut..])));
    }

    internal Task<Outcome<Done>> Return(Guid application, Caller? by = null, string defects = "KK buram\nAkta belum dilegalisir") =>
        With((db, commit) => new ReturnForCorrection(db, commit, Clock).Run(by ?? Clerk, new(application, defects)));

    internal Task<Outcome<Done>> Resubmit(Guid application, Caller? by = null, string? secret = null) =>
        With((db, commit) => new Resubmit(db, commit, Personal).Run(by ?? Clerk, new(application, secret)));

    internal Task<Outcome<Done>> Verify(Guid application, Caller? by = null) =>
        With((db, commit) => new VerifyApplication(db, commit, Personal).Run(by ?? Verifier, new(application, "Benar berasal dari keluarga tidak mampu.")));

    internal Task<Outcome<Done>> Decide(Guid application, bool grant = true, string? reason = null, Caller? by = null) =>
        With((db, commit) => new DecideApplication(db, commit, Clock).Run(by ?? Signer, new(application, grant, reason)));

    internal Task<Outcome<Done>> Outside(Guid application, Caller? by = null) =>
        With((db, commit) => new RecordOutsideReference(db, commit, Clock).Run(by ?? Clerk, new(application, "X-123")));

    internal Task<Outcome<Done>> HandOver(Guid application, Caller? by = null) => With((db, commit) => new HandOver(db, commit, Clock).Run(by ?? Clerk, new(application)));

    internal Task<Outcome<IssueDocument.Answer>> Issue(Guid application, Caller? by = null, DateOnly? until = null) =>
        With((db, commit) => new IssueDocument(db, commit, Clock, Personal, Office).Run(by ?? Signer,
            new(application, until)));

    internal Task<Outcome<SignDocument.Answer>> Sign(Guid document, Caller? by = null) =>
        With((db, commit) => new SignDocument(db, commit, Clock, Personal, Office).Run(by ?? Signer, new(document), null));

    internal Task<Outcome<Done>> Void(Guid document, Caller? by = null) => With((db, commit) => new VoidNumber(db, commit, Clock).Run(by ?? Signer, new(document, "Salah nama")));

    internal Task<Outcome<Done>> Revoke(Guid document, Caller? by = null) => With((db, commit) => new RevokeDocument(db, commit, Clock).Run(by ?? Signer, new(document, "Data tidak benar")));

    internal Task<Outcome<Timeline.Answer>> Follow(string number, string secret) => With((db, _) => new Timeline(db, Personal).Run(Caller.Public(1), number, secret));

    internal Task<Outcome<VerifyDocument.Answer>> Look(string code, string? hash = null) =>
        With((db, _) => new VerifyDocument(db, Clock, Personal).ByCode(Caller.Public(1), code, hash));

    internal Task<VerifyDocument.Answer> Look(byte[] pdf) => With((db, _) => new VerifyDocument(db, Clock, Personal).ByFile(Caller.Public(1), pdf));

    internal Task<Outcome<Inbox.Answer>> Inbox(Caller by, ApplicationState? state = null, string? search = null) =>
        With((db, commit) => new Inbox(db, commit, Personal).Run(by, state, search));

    internal LakudoDb Read() => _catalogue.Read();

    /// <summary>A granted application for the local service.</summary>
    internal async Task<FileApplication.Receipt> Granted()
    {
        var receipt = (await File(Local.Service.Id)).Value;
        Assert.False((await Complete(receipt.Id)).IsRefused);
        Assert.False((await Verify(receipt.Id)).IsRefused);
        Assert.False((await Decide(receipt.Id)).IsRefused);
        return receipt;
    }

    internal async Task<T> With<T>(Func<LakudoDb, Commit, Task<T>> act)
    {
        await using var db = _catalogue.CreateDbContext();
        return await act(db, _catalogue.Commit(db));
    }

    public ValueTask DisposeAsync() => _catalogue.DisposeAsync();
}
