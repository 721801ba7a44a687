using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Network;

/// <summary>A line of a pasted table of health workers.</summary>
/// <param name="Line">Its number in the table.</param>
/// <param name="Profession">As what; null where that could not be read.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Account">The account of a midwife or nutritionist; null for cadres, and where none was found.</param>
/// <param name="Places">For whom: posyandu of a cadre, villages of a midwife, puskesmas of a nutritionist, as written.</param>
public sealed record StaffLine(int Line, Profession? Profession, string Name, Guid? Account, IReadOnlyList<string> Places);

/// <summary>What a table of health workers would do: new people, and new assignments of those who are known.</summary>
internal sealed class StaffTable(PlaceNames names, List<HealthWorker> workers, List<CareAssignment> held, int region, Clock clock)
{
    public List<HealthWorker> NewWorkers { get; } = [];

    public List<CareAssignment> NewAssignments { get; } = [];

    /// <summary>Reads what there is.</summary>
    public static async Task<StaffTable> Read(LakudoDb db, int region, Clock clock, CancellationToken ct) =>
        new(await PlaceNames.Read(db, ct), await db.HealthWorkers.AsNoTracking().Where(w => w.ErasedAt == null).ToListAsync(ct), await db.CareAssignments.AsNoTracking().ToListAsync(ct), region, clock);

    /// <summary>Judges every line.</summary>
    public NetworkTrial Apply(IEnumerable<StaffLine> lines) => new([.. lines.Select(line =>
    {
        var (fate, words) = Judge(line);
        return new NetworkLine(line.Line, line.Name.Trim(), fate, words);
    })]);

    private (NetworkFate, string) Judge(StaffLine line)
    {
        if (line.Profession is not { } profession) return Wrong("Peran harus kader, bidan, atau ahli gizi.");
        if (PersonName.Read(line.Name) is not { IsRefused: false, Value: var name }) return Wrong("Nama belum diisi atau terlalu panjang.");
        if (profession != Profession.Cadre && line.Account is null) return Wrong("Akun tidak ditemukan, atau perannya lain. Buat dulu akunnya di halaman Pegawai.");
        if (line.Places.Count == 0) return Wrong("Tempat tugas belum diisi.");
        var places = new List<(Guid? Posyandu, int? Village, int? Puskesmas)>();
        foreach (var written in line.Places)
        {
            var (place, why) = PlaceOf(profession, written);
            if (why is not null) return Wrong(why);
            places.Add(place);
        }

        var worker = Known(profession, name, line.Account, places);
        var isNew = worker is null;
        if (worker is null)
        {
            worker = new HealthWorker(region, Ids.New(clock), profession, name, profession == Profession.Cadre ? null : line.Account);
            workers.Add(worker);
            NewWorkers.Add(worker);
        }

        var now = clock.Now;
        var added = 0;
        foreach (var (posyandu, village, puskesmas) in places.Distinct())
        {
            if (held.Any(a => a.WorkerId == worker.Id && (a.Until is null || a.Until > now) && (a.PosyanduId, a.VillageId, a.PuskesmasId) == (posyandu, village, puskesmas))) continue;
            var made = new CareAssignment(region, Ids.New(clock), worker.Id, posyandu, village, puskesmas, now);
            held.Add(made);
            NewAssignments.Add(made);
            added++;
        }

        return isNew ? (NetworkFate.New, "") : added == 0 ? (NetworkFate.Same, "") : (NetworkFate.Changed, $"{added} tugas baru.");
    }

    private ((Guid?, int?, int?) Place, string? Why) PlaceOf(Profession profession, string written)
    {
        switch (profession)
        {
            case Profession.Cadre:
                var (posyandu, noPosyandu) = names.PosyanduOf(written);
                return ((posyandu, null, null), noPosyandu);
            case Profession.Midwife:
                var (village, noVillage) = names.Village(written);
                return ((null, village, null), noVillage);
            default:
                var puskesmas = names.PuskesmasOf(written);
                return ((null, null, puskesmas?.Id), puskesmas is { ClosedAt: null } ? null : $"Puskesmas \"{written.Trim()}\" tidak ada atau sudah ditutup.");
        }
    }

    /// <summary>Who has an account is known by it; a cadre by her name among those who are or were at one of these posyandu.</summary>
    private HealthWorker? Known(Profession profession, string name, Guid? account, List<(Guid? Posyandu, int?, int?)> places)
    {
        if (profession != Profession.Cadre) return workers.FirstOrDefault(w => w.Profession == profession && w.AccountId == account);
        var here = held.Where(a => places.Any(p => p.Posyandu == a.PosyanduId)).Select(a => a.WorkerId).ToHashSet();
        return workers.FirstOrDefault(w => w.Profession == profession && here.Contains(w.Id) && PersonName.Normalise(w.Name) == PersonName.Normalise(name));
    }

    private static (NetworkFate, string) Wrong(string why) => (NetworkFate.Wrong, why);
}

/// <summary>Tries a table of health workers: nothing is changed.</summary>
public sealed class TryStaffTable(LakudoDb db, Clock clock)
{
    /// <summary>Every line with what would become of it. Refused with C-607 for no or too many lines, K-001 to others than the region's admin.</summary>
    public async Task<Outcome<NetworkTrial>> Run(Caller caller, IReadOnlyList<StaffLine> lines, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal) return refusal;
        if (lines.Count is 0 or > NetworkTrial.Most) return NetworkRefusals.TableTooLong.With(NetworkTrial.Most);
        var trial = (await StaffTable.Read(db, caller.Region, clock, ct)).Apply(lines);
        db.ChangeTracker.Clear();
        return trial;
    }
}

/// <summary>Appoints cadres, midwives and nutritionists of a table, whole or not at all. One line is a table too: the page's form enters one.</summary>
public sealed class EnterStaffTable(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>The lines, and how many of them were to change something when they were tried; null where nothing was shown before.</summary>
    public sealed record Command(IReadOnlyList<StaffLine> Lines, int? Taken);

    /// <summary>What happened. Refused with C-604 where a line cannot be, C-605 where another number of lines would change something than was shown, C-607 for no or too many lines, K-001 to others than the region's admin.</summary>
    public Task<Outcome<NetworkTrial>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<NetworkTrial>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal) return refusal;
        if (command.Lines.Count is 0 or > NetworkTrial.Most) return NetworkRefusals.TableTooLong.With(NetworkTrial.Most);
        var table = await StaffTable.Read(db, caller.Region, clock, token);
        var trial = table.Apply(command.Lines);
        if (trial.Count(NetworkFate.Wrong) is > 0 and var wrong) return NetworkRefusals.TableHasErrors.With(wrong, trial.WrongLines);
        if (command.Taken is { } shown && trial.Taken != shown) return NetworkRefusals.TableOutdated;
        db.HealthWorkers.AddRange(table.NewWorkers);
        db.CareAssignments.AddRange(table.NewAssignments);
        var professions = await db.HealthWorkers.Select(w => new { w.Id, w.Profession }).ToDictionaryAsync(w => w.Id, w => w.Profession, token);
        foreach (var one in table.NewAssignments.GroupBy(a => a.WorkerId))
        {
            var profession = table.NewWorkers.FirstOrDefault(w => w.Id == one.Key)?.Profession ?? professions[one.Key];
            commit.Record(caller, new HealthWorkerAppointed(one.Key, profession, one.Count()));
        }

        return trial;
    }, ct);
}
