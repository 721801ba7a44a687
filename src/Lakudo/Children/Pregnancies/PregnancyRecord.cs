using System.Collections.Immutable;
using Lakudo.Children.Cases;
using Lakudo.Children.Households;
using Lakudo.Children.Network;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Pregnancies;

/// <summary>One pregnancy with the woman and her visits, for those who care for her. Every reading is journaled before the answer leaves, and the page says who read it.</summary>
public sealed class PregnancyRecord(LakudoDb db, Commit commit, Clock clock, PersonalData personal)
{
    private const int MostReads = 20;

    /// <summary>A visit with what it says.</summary>
    /// <param name="Values">As entered.</param>
    /// <param name="Reading">What it says by itself on its day.</param>
    /// <param name="Says">Which of its numbers are under a limit.</param>
    /// <param name="Phone">What the phone that sent it says of itself; null where it came on paper.</param>
    /// <param name="Worker">Whose phone it is.</param>
    /// <param name="Struck">Why it no longer counts; null where it does.</param>
    /// <param name="IsCorrection">Whether it stands in the place of one that was written down wrong.</param>
    public sealed record Visit(PregnancyVisit Values, PregnancyReading Reading, PregnancyNeeds Says, string? Phone, string? Worker, string? Struck, bool IsCorrection);

    /// <summary>Somebody read it.</summary>
    public sealed record Read(DateTime At, string Who);

    /// <summary>How it was said to have ended.</summary>
    /// <param name="Kind">Born, otherwise, moved away.</param>
    /// <param name="On">The day.</param>
    /// <param name="Note">What else was said.</param>
    /// <param name="By">Who said it.</param>
    /// <param name="TakenBack">Why it was taken back; null where it holds.</param>
    public sealed record Ending(PregnancyEnd Kind, DateOnly On, string? Note, string By, string? TakenBack);

    /// <summary>A child of the register that was born of it, or may have been.</summary>
    /// <param name="Id">The child.</param>
    /// <param name="Name">Its name, masked where it is not in the caller's care any more.</param>
    /// <param name="Birth">Its day of birth.</param>
    /// <param name="IsOurs">Whether it is in the caller's care.</param>
    public sealed record Young(Guid Id, string Name, DateOnly Birth, bool IsOurs);

    /// <summary>The woman.</summary>
    /// <param name="Id">Her record.</param>
    /// <param name="Name">Her name.</param>
    /// <param name="Birth">Her day of birth; null when not known.</param>
    /// <param name="Nik">Her NIK, masked, as she said it; null when not known.</param>
    /// <param name="Household">The household she belongs to; null where she belongs to none.</param>
    public sealed record Woman(Guid Id, string Name, DateOnly? Birth, string? Nik, Guid? Household);

    /// <summary>The pregnancy.</summary>
    /// <param name="Id">The pregnancy.</param>
    /// <param name="Mother">The woman.</param>
    /// <param name="Address">Where she lives, as said; null when not known.</param>
    /// <param name="Posyandu">Who looks after her.</param>
    /// <param name="PosyanduName">Its name.</param>
    /// <param name="Village">Its village.</param>
    /// <param name="RegisteredAt">Since when it is kept, UTC.</param>
    /// <param name="LastPeriod">First day of the last period; null when not known.</param>
    /// <param name="HasDueDate">Whether the day expected stands in her KIA book; otherwise it is counted from the last period.</param>
    /// <param name="Today">Today in the region.</param>
    /// <param name="Reading">What her visits say today.</param>
    /// <param name="Missed">Months in which her posyandu's day went by without her.</param>
    /// <param name="Needs">What she is waiting for.</param>
    /// <param name="Words">What the phone would say to her.</param>
    /// <param name="Visits">The last first.</param>
    /// <param name="Reads">Who looked, the last first, at most 20.</param>
    public sealed record Answer(Guid Id, Woman Mother, string? Address, Guid Posyandu, string PosyanduName, string Village, DateTime RegisteredAt, DateOnly? LastPeriod, bool HasDueDate, DateOnly Today, PregnancyReading Reading,
        int Missed, PregnancyNeeds Needs, IReadOnlyList<string> Words, ImmutableArray<Visit> Visits, ImmutableArray<Read> Reads)
    {
        /// <summary>How it was said to have ended, the last first, with what was taken back.</summary>
        public ImmutableArray<Ending> Endings { get; init; } = [];

        /// <summary>How it ended; null while it goes on.</summary>
        public Ending? Ended => Endings.FirstOrDefault(e => e.TakenBack is null);

        /// <summary>Children that were named as born of it.</summary>
        public ImmutableArray<Young> Born { get; init; } = [];

        /// <summary>Children who may be named: born about that day, of her or of a woman of her name.</summary>
        public ImmutableArray<Young> MayBeBorn { get; init; } = [];

        /// <summary>Whether she was seen as a pregnant woman after the day on which it ended.</summary>
        public bool IsSeenSince => Reading.LastDay > Ended?.On;
    }

    /// <summary>Refused with C-801 for a pregnancy that is not in the caller's care, K-001 to others than midwives and nutritionists.</summary>
    public async Task<Outcome<Answer>> Run(Caller caller, Guid id, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.ReadPregnancies) is { } refusal) return refusal;
        if (await db.PregnancyCaredForBy(caller, id, clock.Now, ct) is not var (pregnancy, mother)) return PregnancyRefusals.NoSuchPregnancy;
        var (endings, born, others) = await Ends(caller, pregnancy, mother, ct);
        // A child that is named on her page was looked at too.
        (IFact, string?)[] seen = [(new PregnancyRead(id), null), .. born.Concat(others).Select(c => ((IFact)new ChildrenListed(c.Id, 1), (string?)null))];
        if (await commit.Note(caller, seen, ct) is { } notJournaled) return notJournaled;
        var place = await (from p in db.Posyandu
                           join v in db.Areas on new { p.RegionId, Id = p.VillageId } equals new { v.RegionId, v.Id }
                           where p.Id == pregnancy.PosyanduId
                           select new { p.Name, p.DayOfMonth, Village = v.Name }).SingleAsync(ct);
        var today = await db.Today(caller, clock, ct);
        var rows = await db.PregnancyVisits.AsNoTracking().Where(v => v.PregnancyId == id).OrderByDescending(v => v.Day).ThenBy(v => v.Id).ToListAsync(ct);
        var field = pregnancy.Field(mother.Name, rows.Where(v => v.StruckAt is null).Select(v => v.Entered));
        var reading = PregnancyReading.Of(field, today);
        var missed = UnseenList.Missed(today, place.DayOfMonth, DateOnly.FromDateTime(pregnancy.RegisteredAt), reading.LastDay);
        var woman = new Woman(mother.Id, mother.Name, mother.Birth, mother.NikSealed is { } box ? Nik.Read(personal.Open(box)).Value.Masked : null, (await db.StayOfMother(mother.Id, ct))?.HouseholdId);
        return new Answer(id, woman, pregnancy.Address, pregnancy.PosyanduId, place.Name, place.Village, pregnancy.RegisteredAt, pregnancy.LastPeriod, pregnancy.DueDate is not null, today, reading, missed,
            pregnancy.EndedOn is null ? PregnancyFinding.Of(reading, missed, today) : PregnancyNeeds.None, MotherWords.Of(reading), await Visits(field, rows, ct), await Reads(id, ct))
        { Endings = endings, Born = born, MayBeBorn = others };
    }

    private async Task<(ImmutableArray<Ending> Endings, ImmutableArray<Young> Born, ImmutableArray<Young> MayBeBorn)> Ends(Caller caller, Pregnancy pregnancy, Mother mother, CancellationToken ct)
    {
        var rows = await db.PregnancyEndings.AsNoTracking().Where(e => e.PregnancyId == pregnancy.Id).OrderByDescending(e => e.At).ToListAsync(ct);
        var names = await db.NamesOf(rows.Select(e => (Guid?)e.By), ct);
        ImmutableArray<Ending> endings = [.. rows.Select(e => new Ending(e.Kind, e.On, e.Note, names.GetValueOrDefault(e.By, "akun lain"), e.TakenBackReason))];
        if (rows.FirstOrDefault(e => e.TakenBackAt is null) is not { Kind: PregnancyEnd.Born } birth) return (endings, [], []);
        var named = await db.BornChildren.Where(b => b.PregnancyId == pregnancy.Id).Select(b => b.ChildId).ToListAsync(ct);
        var born = new List<Child>();
        foreach (var entry in await db.Children.AsNoTracking().Where(c => named.Contains(c.Id)).OrderBy(c => c.Birth).ThenBy(c => c.Id).ToListAsync(ct))
        {
            if (await db.Children.AsNoTracking().SurvivorOf(entry, ct) is { } child && born.All(b => b.Id != child.Id)) born.Add(child);
        }

        var own = await db.PosyanduOf(caller, clock.Now).Select(p => p.Id).ToHashSetAsync(ct);
        var others = (await db.MayBeBornOf(caller, mother, birth.On, clock.Now, ct)).Where(c => born.All(b => b.Id != c.Id));
        return (endings, [.. born.Select(c => own.Contains(c.PosyanduId) ? new Young(c.Id, c.Name, c.Birth, true) : new Young(c.Id, PersonName.Mask(c.Name), c.Birth, false))], [.. others.Select(c => new Young(c.Id, c.Name, c.Birth, true))]);
    }

    private async Task<ImmutableArray<Visit>> Visits(FieldPregnancy pregnancy, List<VisitOfPregnancy> rows, CancellationToken ct)
    {
        var batches = rows.Select(v => v.BatchId).OfType<Guid>().ToHashSet();
        var sent = await (from b in db.ReceivedBatches
                          join p in db.Phones on b.PhoneId equals p.Id
                          join w in db.HealthWorkers on p.WorkerId equals w.Id
                          where batches.Contains(b.Id)
                          select new { b.Id, p.Model, w.Name }).ToDictionaryAsync(s => s.Id, ct);
        return [.. rows.Select(v =>
        {
            var reading = PregnancyReading.Of(pregnancy with { Visits = [v.Entered] }, v.Day);
            var from = v.BatchId is { } batch ? sent.GetValueOrDefault(batch) : null;
            return new Visit(v.Entered, reading, PregnancyFinding.Said(reading), from?.Model, from?.Name, v.StruckReason, v.Replaces is not null);
        })];
    }

    private async Task<ImmutableArray<Read>> Reads(Guid id, CancellationToken ct)
    {
        var entries = await db.JournalEntries.AsNoTracking().Where(e => e.Subject == id && e.Fact == nameof(PregnancyRead)).OrderByDescending(e => e.Seq).Take(MostReads).Select(e => new { e.At, e.ById }).ToListAsync(ct);
        var names = await db.NamesOf(entries.Select(e => e.ById), ct);
        return [.. entries.Select(e => new Read(e.At, names.GetValueOrDefault(e.ById ?? Guid.Empty, "akun lain")))];
    }
}
