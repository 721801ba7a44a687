using Lakudo.Children.Consent;
using Lakudo.Children.Households;
using Lakudo.Children.Register;
using Lakudo.Children.Reminders;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Personal;

/// <summary>What the register holds of mothers, pregnant women and children, and what waits to enter it.</summary>
internal sealed class ChildrenRecords(LakudoDb db, PersonalData personal, Clock clock) : IPersonalRecords
{
    /// <summary>The activity of the record of processing.</summary>
    internal const string Activity = "anak";

    private const string Stays = "Hasil ukur tinggal sebagai angka tanpa nama, supaya hitungan bulan yang sudah dilaporkan tidak berubah.";

    public async Task<Person?> Resolve(string typed, CancellationToken ct)
    {
        if (RegisterNumber.Is(typed, RegisterNumber.Child, out var child)) return Of(RegisterNumber.Child, RegisterNumber.Find(await db.AllChildren.Select(c => c.Id).ToListAsync(ct), child));
        if (RegisterNumber.Is(typed, RegisterNumber.Mother, out var mother)) return Of(RegisterNumber.Mother, RegisterNumber.Find(await db.Mothers.Select(m => m.Id).ToListAsync(ct), mother));
        return null;
    }

    public async Task<IReadOnlyList<HeldRecord>> Held(Person person, CancellationToken ct)
    {
        var family = await Family.Of(db, person, ct);
        var held = new List<HeldRecord>();
        foreach (var mother in family.Mothers)
        {
            held.Add(new(Activity, null, $"Ibu {RegisterNumber.Of(RegisterNumber.Mother, mother.Id)}", Shown(mother.Name, mother.NikSealed), Since(family), true, null));
            if (await db.ReminderContacts.AsNoTracking().SingleOrDefaultAsync(c => c.MotherId == mother.Id, ct) is { } contact)
                held.Add(new(Activity, null, "Kontak pengingat posyandu", contact.Open(personal)?.Masked ?? "sudah dihapus; tersisa kapan disetujui dan dihentikan", contact.ConsentAt, true, "Pergi bersama data anaknya. Untuk berhenti diingatkan saja, hentikan di halaman anak."));
        }

        foreach (var pregnancy in family.Pregnancies)
        {
            var visits = await db.PregnancyVisits.CountAsync(v => v.PregnancyId == pregnancy.Id, ct);
            held.Add(new(Activity, null, "Kehamilan", $"{visits} kunjungan", pregnancy.RegisteredAt, true, "Hasil kunjungan tinggal sebagai angka tanpa nama."));
        }

        foreach (var child in family.Children)
        {
            var (measured, given) = (await db.Measurements.CountAsync(m => m.ChildId == child.Id, ct), await db.GivenServices.CountAsync(s => s.ChildId == child.Id, ct));
            held.Add(new(Activity, child.ErasedAt is null ? child.Id : null, $"Anak {RegisterNumber.Of(RegisterNumber.Child, child.Id)}{(child.MergedInto is null ? "" : ", digabung ke catatan lain")}",
                child.ErasedAt is null ? $"{Shown(child.Name, child.NikSealed)} · {measured} hasil ukur · {given} pelayanan" : Forgotten.Name, child.RegisteredAt, child.ErasedAt is null,
                child.ErasedAt is null ? Stays : "Sudah dihapus; tersisa angka tanpa nama."));
        }

        foreach (var (number, opened, others) in await db.HouseholdsHeld([.. family.Children.Select(c => c.Id)], [.. family.Mothers.Select(m => m.Id)], personal, ct))
        {
            held.Add(new(Activity, null, "Keluarga (KK)", number ?? "nomor KK belum tercatat", opened, true, others ? "Nomor KK tinggal selama ada anggota keluarga lain di register." : null));
        }

        var waiting = new WaitingFiles(db, personal, person, family);
        held.AddRange((await waiting.Trials(ct)).Select(t => new HeldRecord(Activity, null, "Berkas impor yang belum dimasukkan", "baris tentang orang ini", t.At, true, "Berkas percobaan itu dihapus seluruhnya; dapat diunggah lagi tanpa baris ini.")));
        held.AddRange((await waiting.Sealed(ct)).Select(k => new HeldRecord(Activity, null, "Kiriman tersegel dari ponsel kader", "catatan tentang orang ini", k.ReceivedAt, false, "Minta puskesmas membukanya dulu di halaman posyandu, lalu hapus di sini.")));
        return held;
    }

    public async Task<IReadOnlyList<PersonalSection>> Tell(Person person, CancellationToken ct) => await new FamilyCopy(db, personal).Of(await Family.Of(db, person, ct), ct);

    public async Task<Erased> Erase(Person person, DateTime until, CancellationToken ct)
    {
        var family = await Family.Of(db, person, ct);
        var trials = (await new WaitingFiles(db, personal, person, family).Trials(ct)).Where(t => t.At <= until).ToList();
        db.ImportTrials.RemoveRange(trials);
        var erased = await db.Forget([.. family.Children.Where(c => c.ErasedAt is null && c.RegisteredAt <= until)], [.. family.Pregnancies.Where(p => p.RegisteredAt <= until)], clock.Now, ct);
        // One of whom nothing else is held.
        var alone = family.Mothers.Where(m => family.Pregnancies.All(p => p.MotherId != m.Id) && family.Children.All(c => c.MotherId != m.Id) && db.Entry(m).State is not EntityState.Deleted).ToList();
        db.Mothers.RemoveRange(alone);
        await db.ForgetStays([], [.. alone.Select(m => m.Id)], ct);
        return erased with { Rows = erased.Rows + trials.Count + alone.Count };
    }

    private string Shown(string name, byte[]? nik) => PersonName.Mask(name) + (nik is null ? "" : " · " + Nik.Read(personal.Open(nik)).Value.Masked);

    private static DateTime Since(Family family) => family.Children.Select(c => c.RegisteredAt).Concat(family.Pregnancies.Select(p => p.RegisteredAt)).DefaultIfEmpty(DateTime.UnixEpoch).Min();

    private static Person? Of(char kind, Guid? id) => id is { } found ? Person.OfRecord(kind, found) : null;
}
