using System.Globalization;
using Lakudo.Applications;
using Lakudo.Applications.Clocks;
using Lakudo.Applications.Documents;
using Lakudo.Applications.Officials;
using Lakudo.Applications.Workflow;
using Lakudo.Calendar;
using Lakudo.Catalogue;
using Lakudo.Kernel;

namespace Lakudo.Web.Sample;

/// <summary>The sample's applications: some weeks of closed ones, and on the desk this morning one or more in every state.</summary>
/// <param name="services">The verbs.</param>
/// <param name="catalogue">The services.</param>
/// <param name="accounts">The sample's accounts by user name.</param>
internal sealed class SampleCases(IServiceProvider services, CatalogueSnapshot catalogue, IReadOnlyDictionary<string, Guid> accounts)
{
    /// <summary>How many days the sample lived before its first morning.</summary>
    internal const int Days = 45;

    /// <summary>Three services are asked for more than the others, as in life: only they gather enough answers for a survey result of their own.</summary>
    private static readonly string[] Past =
    [
        "SOS-002", "PTS-013", "DKC-005", "PTS-042", "SOS-003", "SOS-002", "DKC-006", "PTS-013", "PTS-010", "DKC-005", "IKN-004", "SOS-002", "KES-001", "PTS-013", "DKC-005", "DKC-001", "DIK-002", "DES-002",
    ];

    private static readonly string[] Names =
        ["Wa Ode Sitti Contoh", "La Ode Rahman Contoh", "Samsiah Contoh", "La Djafar Contoh", "Wa Ija Contoh", "Hasan Contoh", "Nurlina Contoh", "La Ode Muh. Ali Contoh", "Rosmini Contoh", "Wa Ode Zaenab Contoh"];

    private static readonly string[] Statements =
        ["Benar penduduk Kabupaten Buton Tengah dan memenuhi syarat menurut hasil pemeriksaan berkas.", "Telah diperiksa dan dinyatakan memenuhi persyaratan.", "Data pada permohonan sesuai dengan dokumen asli yang diperlihatkan."];

    private readonly Dictionary<Guid, FileApplication.Receipt> _receipts = [];
    private int _filed;

    private Caller Clerk => As(Role.CounterOfficer, "loket.1");

    private Caller Verifier => As(Role.Verifier, "verifikator");

    private Caller Signer => As(Role.Signer, "penandatangan");

    /// <summary>Says who signs and what stands in the letterheads.</summary>
    public async Task NameOfficials(CancellationToken ct)
    {
        var system = Caller.System(SampleRegion.Region);
        await SampleRegion.Run<SetSigningOfficial, Done>(services, v => v.Run(system,
            new(accounts["penandatangan"], null, "Kepala Dinas (contoh)", "Hasanuddin Contoh, S.Sos., M.Si.", "19700101 199503 1 001", "Pembina Utama Muda, IV/c"), ct));
        foreach (var agency in catalogue.All.Select(c => c.Agency.Id).Distinct().Order())
        {
            await SampleRegion.Run<SetLetterhead, Done>(services, v => v.Run(system, new(agency, "Jalan Poros Labungkari, Lakudo, Kabupaten Buton Tengah 93763", "Labungkari"), ct));
        }
    }

    /// <summary>Lives through the weeks before: files, decides and hands over in the order in which it would have happened.</summary>
    public async Task LivePast(SampleTime time, DateTimeOffset morning, CancellationToken ct)
    {
        var calendar = services.GetRequiredService<WorkingDayCalendar>();
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Makassar");
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(morning, zone).DateTime);
        var happens = new List<(DateTime At, Func<Task> Do)>();
        foreach (var i in Enumerable.Range(0, 48))
        {
            var card = catalogue.Find(Past[i % Past.Length])!;
            var start = calendar.WorkingDayFrom(today.AddDays(-40 + (i * 30 / 48)));
            // Most keep their promise, some take a day or two more, as in life.
            var taken = card.Service.PromiseUnit == TimeUnit.WorkingDays ? Math.Max(0, card.Service.PromiseAmount - 1 + (i * 7 % 5) - 2) : 0;
            var end = start;
            for (var day = 0; day < taken; day++) end = calendar.WorkingDayFrom(end.AddDays(1));
            var filedAt = Clock.Utc(start, new TimeOnly(8 + (i % 3), i * 11 % 60), zone);
            var resultAt = Clock.Utc(end, new TimeOnly(13, i * 17 % 60), zone);
            if (end >= today) continue;

            Guid id = default;
            happens.Add((filedAt, async () => id = await File(card, ct)));
            happens.Add((filedAt.AddMinutes(15 + (i % 20)), () => Complete(card, id, ct)));
            happens.Add((resultAt, () => card.Service.WhoIssues == WhoIssues.Local ? Issue(id, i % 9 == 8 ? "Persyaratan tidak terpenuhi setelah diperiksa di lapangan (contoh)" : null, ct) : Outside(id, ct)));
            if (i % 9 != 8 || card.Service.WhoIssues != WhoIssues.Local) happens.Add((resultAt.AddMinutes(40), () => HandOver(id, ct)));
            // Four of five say how it was.
            if (i % 5 != 4) happens.Add((resultAt.AddMinutes(75), () => SampleSurvey.Answer(services, _receipts[id], i, ct)));
        }

        foreach (var (at, act) in happens.OrderBy(h => h.At))
        {
            time.MoveTo(new DateTimeOffset(at, TimeSpan.Zero));
            await act();
        }

        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CountTimesTaken>().Run(Caller.System(SampleRegion.Region), ct);
    }

    /// <summary>What lies on the desk this morning.</summary>
    public async Task FillDesk(CancellationToken ct)
    {
        await File("SOS-002", ct);
        await File("PTS-042", ct);
        var returned = await File("SOS-003", ct);
        await SampleRegion.Run<ReturnForCorrection, Done>(services, v => v.Run(Clerk, new(returned, "Fotokopi Kartu Keluarga tidak terbaca\nSurat keterangan dari desa belum ditandatangani"), ct));
        await Complete(await File("PTS-013", ct), ct);
        await Complete(await File("DKC-005", ct), ct);
        await Verified("DES-002", ct);
        await Verified("PTS-042", ct);
        var numbered = await Verified("DIK-002", ct);
        await Granted(numbered, ct);
        await Number(numbered, ct);
        var voided = await Verified("SOS-002", ct);
        await Granted(voided, ct);
        var wrong = await Number(voided, ct);
        await SampleRegion.Run<VoidNumber, Done>(services, v => v.Run(Signer, new(wrong.Document, "Salah ketik nama pada dokumen (contoh)"), ct));
        await Sign((await Number(voided, ct)).Document, ct);
        await Paper(await Verified("KES-001", ct), ct);
        var revoked = await Verified("PTS-010", ct);
        var document = await Signed(revoked, ct);
        await HandOver(revoked, ct);
        await SampleRegion.Run<RevokeDocument, Done>(services, v => v.Run(Signer, new(document, "Data pemohon ternyata tidak benar (contoh)"), ct));
        var outside = await File("DKC-006", ct);
        await Complete(outside, ct);
        await Outside(outside, ct);
    }

    private Task<Guid> File(string code, CancellationToken ct) => File(catalogue.Find(code)!, ct);

    private async Task<Guid> File(ServiceCard card, CancellationToken ct)
    {
        var n = _filed++;
        // Province 99 does not exist: nobody's number.
        var nik = string.Create(CultureInfo.InvariantCulture, $"991401{(n * 7 % 28) + 1 + (n % 2 * 40):00}{(n * 5 % 12) + 1:00}{60 + (n % 40):00}{n + 1:0000}");
        var receipt = await SampleRegion.Run<FileApplication, FileApplication.Receipt>(services, v => v.Run(Clerk, new(card.Service.Id, Names[n % Names.Length], nik, CardSeen: n % 3 != 0), ct));
        _receipts[receipt.Id] = receipt;
        return receipt.Id;
    }

    private async Task Complete(Guid id, CancellationToken ct)
    {
        var code = (await SampleRegion.Run<CaseFile, CaseFile.Answer>(services, v => v.Run(Clerk, id, ct))).ServiceCode;
        await Complete(catalogue.Find(code)!, id, ct);
    }

    private Task Complete(ServiceCard card, Guid id, CancellationToken ct) =>
        SampleRegion.Run<MarkComplete, MarkComplete.Answer>(services, v => v.Run(Clerk, new(id, [.. card.Requirements.Select(r => r.Id)], CardSeen: true), ct));

    private async Task<Guid> Verified(string code, CancellationToken ct)
    {
        var id = await File(code, ct);
        await Complete(id, ct);
        await Verify(id, ct);
        return id;
    }

    private Task Verify(Guid id, CancellationToken ct) =>
        SampleRegion.Run<VerifyApplication, Done>(services, v => v.Run(Verifier, new(id, Statements[_filed % Statements.Length]), ct));

    private Task Granted(Guid id, CancellationToken ct) => SampleRegion.Run<DecideApplication, Done>(services, v => v.Run(Signer, new(id, Grant: true), ct));

    private Task<IssueDocument.Answer> Number(Guid id, CancellationToken ct) => SampleRegion.Run<IssueDocument, IssueDocument.Answer>(services, v => v.Run(Signer, new(id), ct));

    private async Task<Guid> Signed(Guid id, CancellationToken ct)
    {
        await Granted(id, ct);
        var document = (await Number(id, ct)).Document;
        await Sign(document, ct);
        return document;
    }

    /// <summary>By certificate where the installation's own key signs; a service that asks the official's passphrase is not asked here, so the sheet is signed on paper.</summary>
    private Task Sign(Guid document, CancellationToken ct) => services.GetRequiredService<IDocumentSigner>().AsksPassphrase
        ? OnPaper(document, ct)
        : SampleRegion.Run<SignDocument, SignDocument.Answer>(services, v => v.Run(Signer, new(document), null, ct));

    private async Task Issue(Guid id, string? rejected, CancellationToken ct)
    {
        await Verify(id, ct);
        if (rejected is null)
        {
            await Signed(id, ct);
            return;
        }

        await SampleRegion.Run<DecideApplication, Done>(services, v => v.Run(Signer, new(id, Grant: false, rejected), ct));
    }

    private async Task Paper(Guid id, CancellationToken ct)
    {
        await Granted(id, ct);
        await OnPaper((await Number(id, ct)).Document, ct);
    }

    private async Task OnPaper(Guid document, CancellationToken ct)
    {
        var sheet = await SampleRegion.Run<RegisterPaperDocument, byte[]>(services, v => v.Sheet(Signer, document, ct));
        var scan = (await services.GetRequiredService<UploadIntake>().Receive(new MemoryStream(sheet), "pindaian.pdf", ct)).Value;
        await SampleRegion.Run<RegisterPaperDocument, Done>(services, v => v.Run(Signer, new(document, scan), ct));
    }

    private Task Outside(Guid id, CancellationToken ct) =>
        SampleRegion.Run<RecordOutsideReference, Done>(services, v => v.Run(Clerk, new(id, $"CONTOH/{_filed:0000}/2026"), ct));

    private Task HandOver(Guid id, CancellationToken ct) => SampleRegion.Run<HandOver, Done>(services, v => v.Run(Clerk, new(id), ct));

    private Caller As(Role role, string user) => new(SampleRegion.Region, accounts[user], [new Assignment(role, SampleRegion.Region)]);
}
