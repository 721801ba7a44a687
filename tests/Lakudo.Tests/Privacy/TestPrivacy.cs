using System.Text.Json;
using Lakudo.Applications.Personal;
using Lakudo.Feedback;
using Lakudo.Hall;
using Lakudo.Identity;
using Lakudo.Kernel;
using Lakudo.Notifications;
using Lakudo.Privacy;
using Lakudo.Privacy.Breaches;
using Lakudo.Privacy.Requests;
using Lakudo.Privacy.Retention;
using Lakudo.Tests.Applications;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Privacy;

/// <summary>The privacy verbs at an office with applications.</summary>
internal sealed class TestPrivacy(TestOffice office)
{
    internal Caller Officer { get; } = As(Role.DataProtectionOfficer);

    internal static Caller As(Role role, int? agency = null) => new(1, Guid.CreateVersion7(), [new Assignment(role, 1, Agency: agency)]);

    /// <summary>Everybody but those named.</summary>
    internal static IEnumerable<Caller> AllBut(params Role[] allowed) => Enum.GetValues<Role>().Except(allowed).Select(r => As(r));

    internal Task<Outcome<RetentionPlan.Answer>> Plan(Caller? by = null) => office.With((db, _) => new RetentionPlan(db, office.Clock, Retentions(db)).Run(by ?? Officer));

    internal Task<Outcome<Done>> Set(string rule, RetentionPeriod period, Caller? by = null, string? why = "SK 12/2026") =>
        office.With((db, commit) => new SetRetention(db, commit).Run(by ?? Officer, new(rule, period, why)));

    internal Task<Outcome<Done>> Confirm(string? hash, Caller? by = null) => office.With((db, commit) => new ConfirmRetentionPlan(db, commit, office.Clock).Run(by ?? Officer, new(hash)));

    internal async Task Confirm() => Assert.False((await Confirm((await Plan()).Value.Hash)).IsRefused);

    internal Task<Outcome<IReadOnlyList<ApplyRetention.Row>>> Apply(string? rule = null, Caller? by = null) =>
        office.With((db, commit) => new ApplyRetention(db, commit, office.Clock, Retentions(db)).Run(by ?? Officer, new(rule)));

    internal Task<Outcome<Guid>> Take(string? key, DataRequestKind kind = DataRequestKind.Erasure, Caller? by = null, IdentityProof? proof = IdentityProof.CardSeen) =>
        office.With((db, commit) => new TakeDataRequest(db, commit, office.Clock, office.Personal, Records(db)).Run(by ?? Officer, new(kind, key, proof)));

    internal Task<Outcome<LookUpPerson.Answer>> LookUp(Guid request, Caller? by = null) =>
        office.With((db, commit) => new LookUpPerson(db, commit, office.Personal, Records(db)).Run(by ?? Officer, request));

    internal Task<Outcome<ErasePerson.Answer>> Erase(Guid request, Caller? by = null, string? why = "Surat 3/2026") =>
        office.With((db, commit) => new ErasePerson(db, commit, office.Clock, office.Personal, Records(db)).Run(by ?? Officer, new(request, why)));

    internal Task<Outcome<ExportPerson.Answer>> Export(Guid request, Caller? by = null) =>
        office.With((db, commit) => new ExportPerson(db, commit, office.Clock, office.Personal, Records(db)).Run(by ?? Officer, request));

    internal Task<Outcome<Done>> Correct(CorrectApplicant.Command command, Caller? by = null) =>
        office.With((db, commit) => new CorrectApplicant(db, commit, office.Personal).Run(by ?? Officer, command));

    internal Task<Outcome<Done>> Close(Guid request, bool granted = true, string? outcome = "Sudah dikerjakan", Caller? by = null) =>
        office.With((db, commit) => new CloseDataRequest(db, commit, office.Clock).Run(by ?? Officer, new(request, granted, outcome)));

    internal Task<Outcome<int>> Repeat(IReadOnlyList<RepeatErasures.Line> list, Caller? by = null) =>
        office.With((db, commit) => new RepeatErasures(db, commit, office.Personal, Records(db)).Run(by ?? Caller.System(1), list));

    internal Task<Outcome<IReadOnlyList<RepeatErasures.Line>>> Known(Caller? by = null) =>
        office.With((db, commit) => new RepeatErasures(db, commit, office.Personal, Records(db)).Known(by ?? Caller.System(1)));

    internal Task<Outcome<Guid>> Open(OpenBreach.Command command, Caller? by = null) => office.With((db, commit) => new OpenBreach(db, commit, office.Clock, office.Personal).Run(by ?? Officer, command));

    internal Task<Outcome<BreachSheet.Answer>> Sheet(Guid id, Caller? by = null) =>
        office.With((db, commit) => new BreachSheet(db, commit, office.Clock, office.Personal, Exposures(db)).Run(by ?? Officer, id));

    internal Task<Outcome<IReadOnlyList<Exposed>>> Affected(Guid id, Caller? by = null) => office.With((db, commit) => new AffectedList(db, commit, Exposures(db)).Run(by ?? Officer, id));

    internal Task<Outcome<Done>> Describe(DescribeBreach.Command command, Caller? by = null) =>
        office.With((db, commit) => new DescribeBreach(db, commit, office.Clock, office.Personal).Run(by ?? Officer, command));

    internal Task<Outcome<Done>> CloseBreach(Guid id, bool withoutNotice = false, string? why = "Selesai ditangani", Caller? by = null) =>
        office.With((db, commit) => new CloseBreach(db, commit, office.Clock).Run(by ?? Officer, new(id, why, withoutNotice)));

    /// <summary>Runs the outbox, so that released files leave the disk.</summary>
    internal async Task Deliver() => await office.With(async (db, _) =>
        await new DeliverOutbox(db, office.Clock, office.Lane, [new OnFilesReleased(office.Office.Vault), new Lakudo.Applications.Officials.OnAccountForgotten(db, office.Lane)]).Run());

    internal async Task<JournalCheck.Answer> Journal() => (await office.With((db, _) => new JournalCheck(db).Run(Caller.System(1)))).Value;

    /// <summary>Everything the journal, the outbox and the stored answers say, as one text.</summary>
    internal async Task<string> Traces()
    {
        await using var db = office.Read();
        return JsonSerializer.Serialize(new
        {
            Journal = await db.JournalEntries.Select(e => new { e.Data, e.Why, e.Fact }).ToListAsync(),
            Outbox = await db.OutboxMessages.Select(m => m.Data).ToListAsync(),
            Answers = await db.StoredAnswers.Select(a => a.Answer).ToListAsync(),
        });
    }

    private IRetention[] Retentions(LakudoDb db) =>
    [
        new RetainStoredAnswers(db), new RetainOutbox(db), new RetainRequests(db), new RetainErasures(db), new RetainContactCodes(db), new RetainPriorityReasons(db), new RetainDevices(db),
        new RetainBallots(db), new RetainAccounts(db), new RetainContacts(db), new RetainFiles(db), new RetainApplicants(db, office.Personal, office.Clock),
    ];

    private IPersonalRecords[] Records(LakudoDb db) =>
        [new ApplicationRecords(db, office.Personal, office.Office.Vault, office.Clock), new ContactCodeRecords(db, office.Personal), new AccountRecords(db, office.Clock)];

    private IExposure[] Exposures(LakudoDb db) => [new ApplicationExposure(db, office.Personal), new AccountExposure(db)];
}
