using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Personal;

/// <summary>What the register holds of cadres, midwives and nutritionists.</summary>
internal sealed class HealthWorkerRecords(LakudoDb db, Clock clock) : IPersonalRecords
{
    public async Task<Person?> Resolve(string typed, CancellationToken ct) =>
        RegisterNumber.Is(typed, RegisterNumber.Worker, out var tail) && RegisterNumber.Find(await db.HealthWorkers.Select(w => w.Id).ToListAsync(ct), tail) is { } id ? Person.OfRecord(RegisterNumber.Worker, id) : null;

    public async Task<IReadOnlyList<HeldRecord>> Held(Person person, CancellationToken ct)
    {
        var held = new List<HeldRecord>();
        foreach (var worker in await Of(person, ct))
        {
            var (works, since) = (await Works(worker.Id, ct), await db.CareAssignments.Where(a => a.WorkerId == worker.Id).MinAsync(a => (DateTime?)a.From, ct));
            held.Add(new(ChildrenRecords.Activity, null, $"{Word(worker.Profession)} {RegisterNumber.Of(RegisterNumber.Worker, worker.Id)}", worker.ErasedAt is null ? PersonName.Mask(worker.Name) : Forgotten.Name,
                since ?? DateTime.UnixEpoch, worker.ErasedAt is null && !works, worker.ErasedAt is not null ? "Sudah dihapus; hasil ukur tetap menyebut nomornya." : works ? "Masih bertugas. Akhiri dulu tugasnya." : "Hasil ukur tetap menyebut nomornya, tanpa nama."));
        }

        return held;
    }

    public async Task<IReadOnlyList<PersonalSection>> Tell(Person person, CancellationToken ct)
    {
        var told = new List<PersonalSection>();
        foreach (var worker in await Of(person, ct))
        {
            var lines = new List<PersonalSection.Line> { new("Nama", worker.Name), new("Sebagai", Word(worker.Profession)) };
            foreach (var care in await db.CareAssignments.AsNoTracking().Where(a => a.WorkerId == worker.Id).OrderBy(a => a.From).ToListAsync(ct))
                lines.Add(new("Bertugas", $"sejak {Day(care.From)}{(care.Until is { } until ? " sampai " + Day(until) : "")}"));
            foreach (var phone in await db.Phones.AsNoTracking().Where(p => p.WorkerId == worker.Id && p.RegisteredAt != null).OrderBy(p => p.RegisteredAt).ToListAsync(ct))
                lines.Add(new($"Ponsel {RegisterNumber.Of(RegisterNumber.Phone, phone.Id)}", $"{phone.Model}, terdaftar {Day(phone.RegisteredAt!.Value)}"));
            var made = await db.Measurements.Where(m => m.WorkerId == worker.Id).GroupBy(m => m.Origin).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            lines.Add(new("Hasil ukur yang dicatat", made.Where(m => m.Key != Origin.Import).Sum(m => m.Value).ToString("N0", Formats.Indonesian)));
            if (made.TryGetValue(Origin.Import, out var imported)) lines.Add(new("Hasil ukur yang dimasukkan dari berkas, diukur orang lain", imported.ToString("N0", Formats.Indonesian)));
            told.Add(new("Petugas di register posyandu", lines, []));
        }

        return told;
    }

    public async Task<Erased> Erase(Person person, DateTime until, CancellationToken ct)
    {
        var gone = new List<HealthWorker>();
        foreach (var worker in await Of(person, ct))
        {
            if (worker.ErasedAt is null && !await Works(worker.Id, ct) && !await db.CareAssignments.AnyAsync(a => a.WorkerId == worker.Id && a.From > until, ct)) gone.Add(worker);
        }

        return db.Forget(gone, clock.Now);
    }

    private async Task<IReadOnlyList<HealthWorker>> Of(Person person, CancellationToken ct)
    {
        if (person.Account is { } account) return await db.HealthWorkers.Where(w => w.AccountId == account).ToListAsync(ct);
        return person.Record is { Kind: RegisterNumber.Worker, Id: var id } ? await db.HealthWorkers.Where(w => w.Id == id).ToListAsync(ct) : [];
    }

    private Task<bool> Works(Guid worker, CancellationToken ct)
    {
        var now = clock.Now;
        return db.CareAssignments.AnyAsync(a => a.WorkerId == worker && (a.Until == null || a.Until > now), ct);
    }

    private static string Word(Profession profession) => profession switch { Profession.Cadre => "Kader", Profession.Midwife => "Bidan", _ => "Ahli gizi" };

    private static string Day(DateTime at) => at.ToString("d MMMM yyyy", Formats.Indonesian);
}
