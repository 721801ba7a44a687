using System.Text.Json;
using Lakudo.Applications.Documents;
using Lakudo.Applications.Personal;
using Lakudo.Kernel;
using Lakudo.Privacy;
using Lakudo.Privacy.Breaches;
using Lakudo.Privacy.Requests;
using Lakudo.Privacy.Retention;
using Lakudo.Tests.Applications;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Tests.Privacy;

/// <summary>The privacy verbs with every module's answers, as the program finds them: a new one is asked without being named here.</summary>
internal sealed class TestPrivacy(Func<LakudoDb> open, Clock clock, PersonalData personal, WriterLane lane, FileVault vault)
{
    /// <summary>At an office with applications.</summary>
    internal TestPrivacy(TestOffice office)
        : this(office.Read, office.Clock, office.Personal, office.Lane, office.Office.Vault)
    {
    }

    internal Caller Officer { get; } = As(Role.DataProtectionOfficer);

    internal static Caller As(Role role, int? agency = null) => new(1, Guid.CreateVersion7(), [new Assignment(role, 1, Agency: agency)]);

    /// <summary>Everybody but those named.</summary>
    internal static IEnumerable<Caller> AllBut(params Role[] allowed) => Enum.GetValues<Role>().Except(allowed).Select(r => As(r));

    internal Task<Outcome<RetentionPlan.Answer>> Plan(Caller? by = null) => With((db, _) => new RetentionPlan(db, clock, Retentions(db)).Run(by ?? Officer));

    internal Task<Outcome<Done>> Set(string rule, RetentionPeriod period, Caller? by = null, string? why = "SK 12/2026") =>
        With((db, commit) => new SetRetention(db, commit).Run(by ?? Officer, new(rule, period, why)));

    internal Task<Outcome<Done>> Confirm(string? hash, Caller? by = null) => With((db, commit) => new ConfirmRetentionPlan(db, commit, clock).Run(by ?? Officer, new(hash)));

    internal async Task Confirm() => Assert.False((await Confirm((await Plan()).Value.Hash)).IsRefused);

    internal Task<Outcome<IReadOnlyList<ApplyRetention.Row>>> Apply(string? rule = null, Caller? by = null) =>
        With((db, commit) => new ApplyRetention(db, commit, clock, Retentions(db)).Run(by ?? Officer, new(rule)));

    internal Task<Outcome<Guid>> Take(string? key, DataRequestKind kind = DataRequestKind.Erasure, Caller? by = null, IdentityProof? proof = IdentityProof.CardSeen) =>
        With((db, commit) => new TakeDataRequest(db, commit, clock, personal, Records(db)).Run(by ?? Officer, new(kind, key, proof)));

    internal Task<Outcome<LookUpPerson.Answer>> LookUp(Guid request, Caller? by = null) =>
        With((db, commit) => new LookUpPerson(db, commit, personal, Records(db)).Run(by ?? Officer, request));

    internal Task<Outcome<ErasePerson.Answer>> Erase(Guid request, Caller? by = null, string? why = "Surat 3/2026") =>
        With((db, commit) => new ErasePerson(db, commit, clock, personal, Records(db)).Run(by ?? Officer, new(request, why)));

    internal Task<Outcome<ExportPerson.Answer>> Export(Guid request, Caller? by = null) =>
        With((db, commit) => new ExportPerson(db, commit, clock, personal, Records(db)).Run(by ?? Officer, request));

    internal Task<Outcome<Done>> Correct(CorrectApplicant.Command command, Caller? by = null) =>
        With((db, commit) => new CorrectApplicant(db, commit, personal).Run(by ?? Officer, command));

    internal Task<Outcome<Done>> Close(Guid request, bool granted = true, string? outcome = "Sudah dikerjakan", Caller? by = null) =>
        With((db, commit) => new CloseDataRequest(db, commit, clock).Run(by ?? Officer, new(request, granted, outcome)));

    internal Task<Outcome<int>> Repeat(IReadOnlyList<RepeatErasures.Line> list, Caller? by = null) =>
        With((db, commit) => new RepeatErasures(db, commit, personal, Records(db)).Run(by ?? Caller.System(1), list));

    internal Task<Outcome<IReadOnlyList<RepeatErasures.Line>>> Known(Caller? by = null) =>
        With((db, commit) => new RepeatErasures(db, commit, personal, Records(db)).Known(by ?? Caller.System(1)));

    internal Task<Outcome<Guid>> Open(OpenBreach.Command command, Caller? by = null) => With((db, commit) => new OpenBreach(db, commit, clock, personal, Exposures(db)).Run(by ?? Officer, command));

    internal Task<Outcome<BreachSheet.Answer>> Sheet(Guid id, Caller? by = null) =>
        With((db, commit) => new BreachSheet(db, commit, clock, personal, Exposures(db)).Run(by ?? Officer, id));

    internal Task<Outcome<IReadOnlyList<Exposed>>> Affected(Guid id, Caller? by = null) => With((db, commit) => new AffectedList(db, commit, Exposures(db)).Run(by ?? Officer, id));

    internal Task<Outcome<Done>> Describe(DescribeBreach.Command command, Caller? by = null) =>
        With((db, commit) => new DescribeBreach(db, commit, clock, personal).Run(by ?? Officer, command));

    internal Task<Outcome<Done>> CloseBreach(Guid id, bool withoutNotice = false, string? why = "Selesai ditangani", Caller? by = null) =>
        With((db, commit) => new CloseBreach(db, commit, clock).Run(by ?? Officer, new(id, why, withoutNotice)));

    /// <summary>Runs the outbox, so that released files leave the disk.</summary>
    internal async Task Deliver() => await With(async (db, _) =>
        await new DeliverOutbox(db, clock, lane, [new OnFilesReleased(vault), new Lakudo.Applications.Officials.OnAccountForgotten(db, lane), new OnErasureAhead(db), new OnErasureTakenBack(db, lane)]).Run());

    internal async Task<JournalCheck.Answer> Journal() => (await With((db, _) => new JournalCheck(db).Run(Caller.System(1)))).Value;

    /// <summary>Everything the journal, the outbox and the stored answers say, as one text.</summary>
    internal async Task<string> Traces()
    {
        await using var db = open();
        return JsonSerializer.Serialize(new
        {
            Journal = await db.JournalEntries.Select(e => new { e.Data, e.Why, e.Fact }).ToListAsync(),
            Outbox = await db.OutboxMessages.Select(m => m.Data).ToListAsync(),
            Answers = await db.StoredAnswers.Select(a => a.Answer).ToListAsync(),
        });
    }

    private async Task<T> With<T>(Func<LakudoDb, Commit, Task<T>> act)
    {
        await using var db = open();
        // As a request begins: it sees nothing until the verb says for whom.
        db.Scope = Scope.Nothing;
        return await act(db, new Commit(db, clock, lane));
    }

    private IEnumerable<IRetention> Retentions(LakudoDb db) => All<IRetention>(db);

    private IEnumerable<IPersonalRecords> Records(LakudoDb db) => All<IPersonalRecords>(db);

    private IEnumerable<IExposure> Exposures(LakudoDb db) => All<IExposure>(db);

    private List<T> All<T>(LakudoDb db)
    {
        object[] known = [db, clock, personal, vault];
        return [.. typeof(LakudoDb).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(T)))
            .Select(t => (T)Activator.CreateInstance(t, [.. t.GetConstructors()[0].GetParameters().Select(p => known.Single(k => p.ParameterType.IsInstanceOfType(k)))])!)];
    }
}
