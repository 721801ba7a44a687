using System.Collections.Immutable;
using Lakudo.Children.Cases;
using Lakudo.Children.Households;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Register;

/// <summary>One child's whole record, for those who care for it. Every reading is journaled before the answer leaves, and the record says who read it.</summary>
public sealed class ChildRecord(LakudoDb db, Commit commit, Clock clock)
{
    private const int MostReads = 20;

    /// <summary>A measurement with what it says and who made it; the measurer is null where it came from a file that names none.</summary>
    public sealed record Measured(Guid Id, DateOnly Day, int? Weight, int? Height, Position? Position, int? Arm, int? Head, bool HasOedema, MeasurementState State, Validation Validation, string? Reason,
        IReadOnlyList<Doubt> Doubts, bool ShownOtherwise, Growth.Indonesia.KmsMark? Mark, bool IsBelowRed, int? WeightForAge, int? LengthForAge, int? WeightForLength, string? Measurer, Origin Origin, DateTime ReceivedAt, int ClockSkewSeconds,
        Guid? Replaces)
    {
        /// <summary>Who brought in the file that it comes from; null where it comes from none. Who measured is then not known.</summary>
        public string? Importer { get; init; }
    }

    /// <summary>Somebody read the record.</summary>
    public sealed record Read(DateTime At, string Who);

    /// <summary>The record.</summary>
    public sealed record Answer(Guid Id, string Name, Sex? Sex, DateOnly Birth, string Mother, bool HasMotherNik, int? BirthOrder, int? BirthWeight, int? BirthLength, string? Address, Guid Posyandu, string PosyanduName,
        bool IsHere, Guid? MergedInto, ImmutableArray<Guid> Doubles, string? RemeasureReason, Diagnosis? Stunting, ImmutableArray<Measured> Measurements, ImmutableArray<PastService> Services, ImmutableArray<Read> Reads)
    {
        /// <summary>What was last said of the family's book (<i>buku KIA</i> or KMS); null when nobody has asked.</summary>
        public PastService? Book => Services.FirstOrDefault(s => s.Kind == ChildServiceKind.KiaBook);

        /// <summary>The growth card, the same that the cadre and the mother see; null where the sex is not known or nothing was weighed.</summary>
        public CardPicture? Card => CardPicture.Of(Sex, Birth, Measurements.Select(m => new PastMeasurement { Id = m.Id, Day = m.Day, Weight = m.Weight, State = m.State }));

        /// <summary>The verdict of its last measurement that counts, the same that the cadre reads on the phone; null where nothing counts.</summary>
        public ChildReading? Reading { get; init; }

        /// <summary>The mother's record.</summary>
        public required Guid MotherId { get; init; }

        /// <summary>The household it belongs to; null where it belongs to none.</summary>
        public Guid? Household { get; init; }
    }

    /// <summary>Refused with C-005 for a child that is not and was not in the caller's care, K-001 to others than midwives and nutritionists.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid id, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadChildren) is { } refusal) return refusal;
        var now = clock.Now;
        if (await db.ChildSeenBy(caller, id, now, ct) is not { } child) return ChildrenRefusals.NoSuchChild;
        var isHere = await db.PosyanduOf(caller, now).AnyAsync(p => p.Id == child.PosyanduId, ct);
        if (await commit.Note(caller, new ChildRead(child.Id), ct) is { } notJournaled) return notJournaled;
        var mother = await db.Mothers.AsNoTracking().SingleAsync(m => m.Id == child.MotherId, ct);
        var place = await db.Posyandu.Where(p => p.Id == child.PosyanduId).Select(p => p.Name).SingleAsync(ct);
        var rows = await (from m in db.Measurements.AsNoTracking()
                          join w in db.HealthWorkers on m.WorkerId equals w.Id
                          where m.ChildId == id
                          orderby m.Day descending, m.Id
                          select new { Row = m, w.Name }).ToListAsync(ct);
        var services = await db.GivenServices.AsNoTracking().Where(s => s.ChildId == id).OrderByDescending(s => s.Day).ThenByDescending(s => s.At).ThenByDescending(s => s.Id).Select(s => new PastService(s.Day, s.Kind, s.Yes, s.Detail)).ToListAsync(ct);
        var origins = rows.ToDictionary(r => r.Row.Id, r => r.Row.Origin);
        var doubles = await db.Children.Where(c => c.MergedInto == id).Select(c => c.Id).ToListAsync(ct);
        var counting = rows.Where(r => r.Row.State == MeasurementState.Counts && r.Row.Day >= child.Birth).MaxBy(r => r.Row.Day);
        var reading = counting is null ? null : ChildReading.Of(child.History([.. rows.OrderBy(r => r.Row.Day).Select(r => r.Row.Past)], await db.IsReferred(id, ct)), counting.Row.Past);
        return new Answer(child.Id, child.Name, child.Sex, child.Birth, mother.Name, mother.NikFingerprint is not null, child.BirthOrder, child.BirthWeight, child.BirthLength, child.Address, child.PosyanduId, place,
            isHere, child.MergedInto, [.. doubles], child.RemeasureReason, child.Stunting,
            [.. rows.Select(r => (r.Row, r.Name, IsImported: r.Row.Origin == Origin.Import || IsImportCorrected(r.Row, origins))).Select(r => new Measured(r.Row.Id, r.Row.Day, r.Row.Weight, r.Row.Height, r.Row.Position, r.Row.Arm, r.Row.Head, r.Row.HasOedema, r.Row.State, r.Row.Validation, r.Row.ValidationReason, DoubtSet.Read(r.Row.Doubts),
                r.Row.ShownOtherwise, r.Row.Mark, r.Row.IsBelowRed, r.Row.WeightForAge, r.Row.LengthForAge, r.Row.WeightForLength, r.IsImported ? null : r.Name, r.Row.Origin, r.Row.ReceivedAt, r.Row.ClockSkewSeconds, r.Row.Replaces)
            { Importer = r.IsImported ? r.Name : null })],
            [.. services], await Reads(id, ct))
        { Reading = reading, MotherId = child.MotherId, Household = (await db.StaysOf([id], ct)).GetValueOrDefault(id)?.HouseholdId };
    }

    /// <summary>What the puskesmas corrected of a file's measurement was measured by nobody known either; corrections of earlier days are stored as if from a sheet.</summary>
    private static bool IsImportCorrected(MeasuredChild row, Dictionary<Guid, Origin> origins) =>
        row is { Origin: Origin.Sheet, Replaces: { } before } && origins.TryGetValue(before, out var origin) && origin == Origin.Import;

    private async Task<ImmutableArray<Read>> Reads(Guid id, CancellationToken ct)
    {
        var entries = await db.JournalEntries.AsNoTracking().Where(e => e.Subject == id && e.Fact == nameof(ChildRead)).OrderByDescending(e => e.Seq).Take(MostReads).Select(e => new { e.At, e.ById }).ToListAsync(ct);
        var names = await db.NamesOf(entries.Select(e => e.ById), ct);
        return [.. entries.Select(e => new Read(e.At, names.GetValueOrDefault(e.ById ?? Guid.Empty, "akun lain")))];
    }
}
