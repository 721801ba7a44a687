using Lakudo.Children.Consent;
using Lakudo.Children.Households;
using Lakudo.Children.Network;
using Lakudo.Children.Phones;
using Lakudo.Children.Pregnancies;
using Lakudo.Children.Register;
using Lakudo.Children.Reminders;
using Lakudo.Children.Reports;
using Lakudo.Children.Satusehat;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Personal;

/// <summary>
/// Children and pregnant women affected by a breach: those whose record or list the journal shows to have been opened by an account, those in the care of that account, those on a phone that was
/// lost, and everybody where a store was taken. A contact is known of families who asked to be reminded of the posyandu's day; the posyandu tells the others.
/// </summary>
internal sealed class ChildrenExposure(LakudoDb db, PersonalData personal) : IExposure
{
    private const string Whole = "nama, nama ibu, tanggal lahir, alamat, hasil ukur";
    private const string Listed = "nama, nama ibu, hasil ukur terakhir";
    private const string Numbered = "nama, nomor KK";
    private const string Sheet = "nama, NIK, nama ibu, tanggal lahir, alamat, hasil ukur";
    private const string Bundle = "nama, NIK, NIK ibu, tanggal lahir, alamat, hasil ukur, diagnosis";
    private const string Stored = "nama, NIK, nomor KK, nama ibu, tanggal lahir, alamat, hasil ukur";
    private const string Expecting = "nama, alamat, kehamilan";
    private const string ExpectingNik = "NIK, " + Expecting;

    /// <summary>A cadre's phone, by its number on the page of the posyandu.</summary>
    public async Task<Guid?> Device(string typed, CancellationToken ct) =>
        RegisterNumber.Is(typed, RegisterNumber.Phone, out var tail) ? RegisterNumber.Find(await db.Phones.Select(p => p.Id).ToListAsync(ct), tail) : null;

    public async Task<IReadOnlyList<Exposed>> Of(BreachScope scope, CancellationToken ct)
    {
        if (scope.Activity is not (null or ChildrenRecords.Activity)) return [];
        if (scope.IsStore) return await WithContacts([.. await Children(scope, null, scope.Until, true, Stored, ct), .. await Pregnancies(scope, null, scope.Until, ct), .. await Cadres(scope, ct)], true, ct);
        var found = new Dictionary<Guid, Exposed>();
        foreach (var seen in await Opened(scope, ct)) found.TryAdd(seen.Id, seen);
        foreach (var seen in await OpenedPregnancies(scope, ct)) found.TryAdd(seen.Id, seen);
        foreach (var (fact, data) in new[] { (nameof(HouseholdRead), Listed), (nameof(HouseholdNumberRevealed), Numbered) })
        {
            foreach (var seen in await InHouseholds(scope, fact, data, ct)) Join(seen);
        }

        // A file names those who were measured in its period; the journal knows the posyandu only, and rather one family too many is told.
        foreach (var (fact, data) in new[] { (nameof(EppgbmSheetMade), Sheet), (nameof(SatusehatBundleMade), Bundle) })
        {
            foreach (var (place, at) in await Lists(scope, fact, ct))
            {
                foreach (var seen in await Children(scope with { From = at }, [place], at, true, data, ct)) Join(seen);
            }
        }

        foreach (var (place, at) in await Lists(scope, nameof(ChildrenListed), ct))
        {
            foreach (var seen in await Children(scope with { From = at }, [place], at, true, Listed, ct)) found.TryAdd(seen.Id, seen);
        }

        foreach (var (place, at) in await Lists(scope, nameof(PregnanciesListed), ct))
        {
            foreach (var seen in await Pregnancies(scope with { From = at }, [place], at, ct)) found.TryAdd(seen.Id, seen with { Certain = true });
        }

        var care = await InCare(scope, ct);
        foreach (var seen in await Children(scope, care, scope.Until, false, Whole, ct)) found.TryAdd(seen.Id, seen);
        foreach (var seen in await Pregnancies(scope, care, scope.Until, ct)) found.TryAdd(seen.Id, seen);
        var (accounts, until) = (scope.Accounts, scope.Until);
        foreach (var phone in await db.Phones.AsNoTracking().Where(p => accounts.Contains(p.Id) && p.RegisteredAt <= until && (p.WipeToldAt == null || p.WipeToldAt > scope.From)).ToListAsync(ct))
        {
            // What came to the register after the phone last asked is not on it.
            var last = phone.LastSeenAt < until ? phone.LastSeenAt.Value : until;
            foreach (var seen in await Children(scope, [phone.PosyanduId], last, false, Whole, ct)) found.TryAdd(seen.Id, seen);
            foreach (var seen in await Pregnancies(scope, [phone.PosyanduId], last, ct)) found.TryAdd(seen.Id, seen);
        }

        return await WithContacts(found.Values, false, ct);

        void Join(Exposed seen) => found[seen.Id] = found.TryGetValue(seen.Id, out var known) ? known with { Data = Joined(known.Data, seen.Data), Since = known.Since < seen.Since ? known.Since : seen.Since } : seen;
    }

    /// <summary>Where those can be told who asked to be reminded; where a store was taken, their contact was in it.</summary>
    private async Task<IReadOnlyList<Exposed>> WithContacts(IReadOnlyCollection<Exposed> people, bool isStore, CancellationToken ct)
    {
        var contacts = await db.ReminderContacts.AsNoTracking().Where(c => c.EndedAt == null).ToDictionaryAsync(c => c.MotherId, ct);
        if (contacts.Count == 0) return [.. people];
        var (mothers, ids) = (contacts.Keys.ToList(), new Dictionary<Guid, Guid>());
        foreach (var child in await db.AllChildren.AsNoTracking().Where(c => mothers.Contains(c.MotherId)).Select(c => new { c.Id, c.MotherId }).ToListAsync(ct)) ids[child.Id] = child.MotherId;
        foreach (var pregnancy in await db.Pregnancies.AsNoTracking().Where(p => mothers.Contains(p.MotherId)).Select(p => new { p.Id, p.MotherId }).ToListAsync(ct)) ids[pregnancy.Id] = pregnancy.MotherId;
        return [.. people.Select(p => ids.TryGetValue(p.Id, out var mother) ? p with { Contact = contacts[mother].Open(personal)?.Value, Data = isStore ? p.Data + ", kontak pengingat" : p.Data } : p)];
    }

    /// <summary>Children who were registered until a moment and not erased before the span, of all posyandu or of some.</summary>
    private async Task<IReadOnlyList<Exposed>> Children(BreachScope scope, IReadOnlyList<Guid>? places, DateTime until, bool certain, string data, CancellationToken ct)
    {
        if (places is { Count: 0 }) return [];
        var (everywhere, some, departures) = (places is null, places ?? [], db.Departures);
        var rows = await db.AllChildren.AsNoTracking()
            .Where(c => c.MergedInto == null && c.RegisteredAt <= until && (c.ErasedAt == null || c.ErasedAt > scope.From) && (everywhere || some.Contains(c.PosyanduId) || departures.Any(d => d.Subject == c.Id && some.Contains(d.PosyanduId))))
            .Join(db.Posyandu, c => c.PosyanduId, p => p.Id, (c, p) => new { c.Id, c.Name, c.RegisteredAt, Place = p.Name }).ToListAsync(ct);
        return [.. rows.Select(c => new Exposed(c.Id, Reference(RegisterNumber.Child, c.Id, c.Place), c.Name, null, c.RegisteredAt > scope.From ? c.RegisteredAt : scope.From, certain, data))];
    }

    private async Task<IReadOnlyList<Exposed>> Pregnancies(BreachScope scope, IReadOnlyList<Guid>? places, DateTime until, CancellationToken ct)
    {
        if (places is { Count: 0 }) return [];
        var (everywhere, some) = (places is null, places ?? []);
        var rows = await (from p in db.Pregnancies.AsNoTracking()
                          join m in db.Mothers on p.MotherId equals m.Id
                          join place in db.Posyandu on p.PosyanduId equals place.Id
                          where p.RegisteredAt <= until && (everywhere || some.Contains(p.PosyanduId))
                          select new { p.Id, MotherId = m.Id, m.Name, p.RegisteredAt, Place = place.Name }).ToListAsync(ct);
        return [.. rows.Select(p => new Exposed(p.Id, Reference(RegisterNumber.Mother, p.MotherId, p.Place), p.Name, null, p.RegisteredAt > scope.From ? p.RegisteredAt : scope.From, scope.IsStore, scope.IsStore ? ExpectingNik : Expecting))];
    }

    /// <summary>Pregnant women whose record was opened or decided on, and whether their NIK was shown.</summary>
    private async Task<IReadOnlyList<Exposed>> OpenedPregnancies(BreachScope scope, CancellationToken ct)
    {
        var acts = (await Acts(scope).Select(e => new { e.Subject, e.At, e.Fact }).ToListAsync(ct)).ToLookup(e => e.Subject);
        var subjects = acts.Select(a => a.Key).ToList();
        var rows = await (from p in db.Pregnancies.AsNoTracking()
                          join m in db.Mothers on p.MotherId equals m.Id
                          join place in db.Posyandu on p.PosyanduId equals place.Id
                          where subjects.Contains(p.Id)
                          select new { p.Id, MotherId = m.Id, m.Name, Place = place.Name }).ToListAsync(ct);
        return [.. rows.Select(p => new Exposed(p.Id, Reference(RegisterNumber.Mother, p.MotherId, p.Place), p.Name, null, acts[p.Id].Min(a => a.At), true, acts[p.Id].Any(a => a.Fact == nameof(MotherNikRevealed)) ? ExpectingNik : Expecting))];
    }

    /// <summary>Health workers without an account; the others are among the accounts.</summary>
    private async Task<IReadOnlyList<Exposed>> Cadres(BreachScope scope, CancellationToken ct)
    {
        var care = db.CareAssignments;
        var rows = await db.HealthWorkers.AsNoTracking().Where(w => w.AccountId == null && (w.ErasedAt == null || w.ErasedAt > scope.From) && care.Any(a => a.WorkerId == w.Id && a.From <= scope.Until))
            .Select(w => new { w.Id, w.Name, Since = care.Where(a => a.WorkerId == w.Id).Min(a => a.From) }).ToListAsync(ct);
        return [.. rows.Select(w => new Exposed(w.Id, RegisterNumber.Of(RegisterNumber.Worker, w.Id), w.Name, null, w.Since > scope.From ? w.Since : scope.From, true, "nama"))];
    }

    /// <summary>Whose record the journal shows to have been opened or decided on, and since when.</summary>
    private async Task<IReadOnlyList<Exposed>> Opened(BreachScope scope, CancellationToken ct)
    {
        // Read first and looked up afterwards: joined in the database, every act would search all measurements.
        var acts = (await Acts(scope).Select(e => new { e.Subject, e.At }).ToListAsync(ct)).GroupBy(e => e.Subject).ToDictionary(g => g.Key, g => g.Min(e => e.At));
        var subjects = acts.Keys.ToList();
        var measured = await db.Measurements.AsNoTracking().Where(m => subjects.Contains(m.Id)).Select(m => new { m.Id, m.ChildId }).ToListAsync(ct);
        var first = measured.Select(m => (Child: m.ChildId, At: acts[m.Id])).Concat(acts.Select(a => (Child: a.Key, At: a.Value))).GroupBy(a => a.Child).ToDictionary(g => g.Key, g => g.Min(a => a.At));
        var ids = first.Keys.ToList();
        var children = await db.AllChildren.AsNoTracking().Where(c => ids.Contains(c.Id)).Join(db.Posyandu, c => c.PosyanduId, p => p.Id, (c, p) => new { c.Id, c.Name, Place = p.Name }).ToListAsync(ct);
        return [.. children.Select(c => new Exposed(c.Id, Reference(RegisterNumber.Child, c.Id, c.Place), c.Name, null, first[c.Id], true, Whole))];
    }

    /// <summary>Children of households that were opened, or whose number was shown.</summary>
    private async Task<IReadOnlyList<Exposed>> InHouseholds(BreachScope scope, string fact, string data, CancellationToken ct)
    {
        var opened = (await Acts(scope).Where(e => e.Fact == fact).Select(e => new { e.Subject, e.At }).ToListAsync(ct)).Select(e => (e.Subject, e.At)).ToList();
        var first = await db.BelongedAt(opened, ct);
        var ids = first.Keys.ToList();
        var children = await db.AllChildren.AsNoTracking().Where(c => ids.Contains(c.Id)).Join(db.Posyandu, c => c.PosyanduId, p => p.Id, (c, p) => new { c.Id, c.Name, Place = p.Name }).ToListAsync(ct);
        return [.. children.Select(c => new Exposed(c.Id, Reference(RegisterNumber.Child, c.Id, c.Place), c.Name, null, first[c.Id], true, data))];
    }

    private static string Joined(string one, string other) => string.Join(", ", one.Split(", ").Union(other.Split(", ")));

    /// <summary>The posyandu whose children a fact names, each from when it first did.</summary>
    private async Task<IReadOnlyList<(Guid Place, DateTime At)>> Lists(BreachScope scope, string fact, CancellationToken ct)
    {
        var listed = await Acts(scope).Where(e => e.Fact == fact).Select(e => new { e.Subject, e.At }).ToListAsync(ct);
        return [.. listed.GroupBy(l => l.Subject).Select(g => (g.Key, g.Min(l => l.At)))];
    }

    private IQueryable<JournalEntry> Acts(BreachScope scope)
    {
        var accounts = scope.Accounts.Select(a => (Guid?)a).ToList();
        return db.JournalEntries.AsNoTracking().Where(e => accounts.Contains(e.ById) && e.At >= scope.From && e.At <= scope.Until);
    }

    /// <summary>The posyandu that were in the care of an account in the span.</summary>
    private async Task<IReadOnlyList<Guid>> InCare(BreachScope scope, CancellationToken ct)
    {
        var accounts = scope.Accounts.Select(a => (Guid?)a).ToList();
        var held = from a in db.CareAssignments
                   join w in db.HealthWorkers on a.WorkerId equals w.Id
                   where accounts.Contains(w.AccountId) && a.From <= scope.Until && (a.Until == null || a.Until > scope.From)
                   select a;
        return await db.Posyandu.Where(p => held.Any(a => a.PosyanduId == p.Id || a.VillageId == p.VillageId || a.PuskesmasId == p.PuskesmasId)).Select(p => p.Id).ToListAsync(ct);
    }

    private static string Reference(char kind, Guid id, string place) => $"{RegisterNumber.Of(kind, id)}, {place}";
}
