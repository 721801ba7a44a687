using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Measuring;

/// <summary>Enters what stands on a paper sheet of a posyandu: newcomers, measurements and services, many in one commit, all or nothing. The same entries may be sent again; they are entered once.</summary>
public sealed class EnterSheet(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    /// <summary>Most entries of one sheet.</summary>
    public const int Most = 2_000;

    /// <summary>What stands on it. Ids are made by whoever enters it.</summary>
    /// <param name="Posyandu">The posyandu.</param>
    /// <param name="Measurer">The health worker who measured.</param>
    /// <param name="Children">Newcomers.</param>
    /// <param name="Measurements">Measurements.</param>
    /// <param name="Services">Services.</param>
    public sealed record Command(Guid Posyandu, Guid Measurer, IReadOnlyList<NewChild> Children, IReadOnlyList<FieldMeasurement> Measurements, IReadOnlyList<ChildService> Services);

    /// <summary>What became of it.</summary>
    /// <param name="Refusals">Why it was not entered, per entry; empty when everything was.</param>
    /// <param name="Notes">What should be looked at.</param>
    public sealed record Answer(IReadOnlyList<EntryNote> Refusals, IReadOnlyList<EntryNote> Notes);

    /// <summary>Refused with C-001 for a posyandu outside the caller's care, C-002 for a measurer who does not work there, C-029 for too many entries, K-001 to others than its midwife, nutritionist or Lakudo itself.</summary>
    public Task<Outcome<Answer>> Run(Caller caller, Command command, CancellationToken ct = default)
    {
        var sheet = new Batch
        {
            Id = Guid.Empty,
            Device = Guid.Empty,
            Posyandu = command.Posyandu,
            Seq = 0,
            Clock = clock.Now,
            Children = command.Children,
            Measurements = command.Measurements,
            Services = command.Services,
        };
        return commit.Once<Answer>(caller, command, async token =>
        {
            if (caller.MayNot(Act.EnterSheet) is { } refusal) return refusal;
            var now = clock.Now;
            if (sheet.Count is 0 or > Most) return ChildrenRefusals.SheetTooLarge.With(Most);
            if (!await db.PosyanduOf(caller, now).AnyAsync(p => p.Id == command.Posyandu, token)) return ChildrenRefusals.NoSuchPosyandu;
            var posyandu = await db.Posyandu.AsNoTracking().SingleAsync(p => p.Id == command.Posyandu, token);
            if (!await db.CareAssignments.AnyAsync(a => a.WorkerId == command.Measurer && (a.PosyanduId == posyandu.Id || a.VillageId == posyandu.VillageId || a.PuskesmasId == posyandu.PuskesmasId), token)) return ChildrenRefusals.CadreNotHere;
            var zone = (await db.Regions.AsNoTracking().SingleAsync(r => r.Id == caller.Region, token)).TimeZone;
            var intake = new Intake(db, personal, new Source(caller.Region, command.Posyandu, command.Measurer, null, null, Origin.Sheet, now, 0), clock.Today(zone));
            var refusals = await intake.Take(sheet, token);
            if (refusals.Count == 0) commit.Record(caller, new SheetEntered(command.Posyandu, command.Measurer, command.Children.Count, command.Measurements.Count, command.Services.Count));
            return new Answer(refusals, [.. intake.Notes]);
        }, ct);
    }
}
