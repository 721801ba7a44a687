using Lakudo.Children.Access;
using Lakudo.Children.Cases;
using Lakudo.Children.Companions;
using Lakudo.Children.Consent;
using Lakudo.Children.Families;
using Lakudo.Children.Households;
using Lakudo.Children.Measuring;
using Lakudo.Children.Network;
using Lakudo.Children.Phones;
using Lakudo.Children.Pregnancies;
using Lakudo.Children.Register;
using Lakudo.Children.Reminders;
using Lakudo.Field;
using Lakudo.Growth;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Personal;

/// <summary>All that the register holds of a family, in clear, for the mother it is of: who they are, every measurement and service, and who looked when (UU 27/2022 art. 7, 32).</summary>
internal sealed class FamilyCopy(LakudoDb db, PersonalData personal)
{
    internal async Task<IReadOnlyList<PersonalSection>> Of(Family family, CancellationToken ct)
    {
        var told = new List<PersonalSection>();
        foreach (var mother in family.Mothers)
        {
            var lines = new Lines();
            lines.Add("Nama", mother.Name);
            lines.Add("NIK", mother.NikSealed is { } nik ? personal.Open(nik) + ", dinyatakan sendiri" : null);
            lines.Add("Tanggal lahir", Day(mother.Birth));
            foreach (var (name, value) in await db.TellHouseholds(new(MemberKind.Mother, mother.Id), personal, ct)) lines.Add(name, value);
            await Reminders(mother, lines, ct);
            foreach (var (name, value) in await db.TellCompanionships(mother.Id, ct)) lines.Add(name, value);
            told.Add(new($"Ibu di register posyandu ({RegisterNumber.Of(RegisterNumber.Mother, mother.Id)})", lines.All, []));
        }

        foreach (var pregnancy in family.Pregnancies) told.Add(await Of(pregnancy, ct));
        foreach (var child in family.Children) told.Add(await Of(child, ct));
        return told;
    }

    private async Task Reminders(Mother mother, Lines lines, CancellationToken ct)
    {
        var zone = await Zone(mother.RegionId, ct);
        if (await db.ReminderContacts.AsNoTracking().SingleOrDefaultAsync(c => c.MotherId == mother.Id, ct) is { } contact)
        {
            lines.Add("Kontak pengingat posyandu", contact.Open(personal)?.Value);
            lines.Add("Setuju diingatkan", $"{Moment(contact.ConsentAt, zone)}, {(contact.ConsentBy is null ? "di halaman keluarga dengan kode" : "disampaikan kepada petugas")}");
            lines.Add("Tidak ingin diingatkan lagi", contact.EndedAt is { } ended ? Moment(ended, zone) : null);
        }

        foreach (var r in await db.Reminders.AsNoTracking().Where(r => r.MotherId == mother.Id).OrderBy(r => r.Day).ToListAsync(ct)) lines.Add($"Pengingat untuk {Day(r.Day)}", $"{Word(r.State)}, {Moment(r.At, zone)}");
    }

    private static string Word(ReminderState state) => state switch
    {
        ReminderState.Waiting => "belum dikirim",
        ReminderState.Taken or ReminderState.Sent => "dikirim",
        ReminderState.Delivered => "sampai",
        ReminderState.Failed => "tidak terkirim",
        ReminderState.Cancelled => "dibatalkan",
        _ => "tidak diketahui sampai atau tidak",
    };

    private async Task<PersonalSection> Of(Pregnancy pregnancy, CancellationToken ct)
    {
        var (lines, zone) = (new Lines(), await Zone(pregnancy.RegionId, ct));
        lines.Add("Posyandu", await Place(pregnancy.PosyanduId, ct));
        lines.Add("Alamat", pregnancy.Address);
        lines.Add("Hari pertama haid terakhir", Day(pregnancy.LastPeriod));
        lines.Add("Perkiraan lahir", Day(pregnancy.DueDate));
        lines.Add("Persetujuan", Moment(pregnancy.ConsentAt, zone));
        foreach (var v in await db.PregnancyVisits.AsNoTracking().Where(v => v.PregnancyId == pregnancy.Id).OrderBy(v => v.Day).ToListAsync(ct))
        {
            lines.Add($"Kunjungan {Day(v.Day)}", Join(Kilograms(v.Weight), v.Arm is { } arm ? $"LILA {Centimetres(arm)}" : null, v.Haemoglobin is { } hb ? $"Hb {(hb / 10m).ToString("0.0", Formats.Indonesian)}" : null,
                v.IronTablets is { } iron ? $"TTD {iron}" : null, v.AntenatalVisits is { } antenatal ? $"periksa hamil {antenatal} kali" : null, v.DoctorVisits is { } doctor ? $"dokter {doctor} kali" : null, v.StruckAt is null ? null : $"dicoret: {v.StruckReason}"));
        }

        foreach (var (name, value) in await db.TellEndings(pregnancy.Id, ct)) lines.Add(name, value);
        lines.Add("Jejak", await Trail(pregnancy.Id, zone, ct));
        lines.Add("Ponsel kader memuat data posyandu ini", await Loaded(pregnancy.PosyanduId, pregnancy.RegisteredAt, zone, ct));
        return new("Kehamilan di register posyandu", lines.All, []);
    }

    private async Task<PersonalSection> Of(Child child, CancellationToken ct)
    {
        var (lines, zone) = (new Lines(), await Zone(child.RegionId, ct));
        lines.Add("Nama", child.Name);
        lines.Add("NIK", child.NikSealed is { } nik ? personal.Open(nik) : null);
        lines.Add(child.ErasedAt is null ? "Tanggal lahir" : "Bulan lahir", Day(child.Birth));
        lines.Add("Jenis kelamin", child.Sex switch { Sex.Male => "laki-laki", Sex.Female => "perempuan", _ => null });
        lines.Add("Ibu", await db.Mothers.Where(m => m.Id == child.MotherId).Select(m => m.Name).SingleOrDefaultAsync(ct));
        lines.Add("Anak ke", child.BirthOrder?.ToString(Formats.Indonesian));
        lines.Add("Saat lahir", Join(Kilograms(child.BirthWeight), Centimetres(child.BirthLength)));
        lines.Add("Alamat", child.Address);
        lines.Add("Posyandu", await Place(child.PosyanduId, ct));
        foreach (var (name, value) in await db.TellHouseholds(new(MemberKind.Child, child.Id), personal, ct)) lines.Add(name, value);
        lines.Add("Terdaftar", Moment(child.RegisteredAt, zone));
        lines.Add("Persetujuan", Moment(child.ConsentAt, zone));
        lines.Add("Persetujuan ditarik", child.WithdrawnAt is { } withdrawn ? Moment(withdrawn, zone) : null);
        foreach (var c in await db.ChildCorrections.AsNoTracking().Where(c => c.ChildId == child.Id).OrderBy(c => c.At).ToListAsync(ct)) lines.Add($"Diperbaiki {Moment(c.At, zone)}", $"{Word(c.Field)}, sebelumnya {personal.Open(c.BeforeSealed)}: {c.Why}");
        lines.Add("Digabung ke", child.MergedInto is { } into ? RegisterNumber.Of(RegisterNumber.Child, into) : null);
        lines.Add("Diminta ukur ulang", child.RemeasureReason);
        foreach (var (name, value) in await db.TellCases(child.Id, ct)) lines.Add(name, value);
        lines.Add("Data dihapus", child.ErasedAt is { } erased ? Moment(erased, zone) : null);
        foreach (var m in await db.Measurements.AsNoTracking().Where(m => m.ChildId == child.Id).OrderBy(m => m.Day).ToListAsync(ct)) lines.Add($"Diukur {Day(m.Day)}", Said(m));
        foreach (var s in await db.GivenServices.AsNoTracking().Where(s => s.ChildId == child.Id).OrderBy(s => s.Day).ToListAsync(ct)) lines.Add($"Pelayanan {Day(s.Day)}", $"{ServiceWords.Of(s.Kind, s.Detail)}: {(s.Yes ? "ya" : "tidak")}");
        lines.Add("Jejak", await Trail(child.Id, zone, ct));
        lines.Add("Ponsel kader memuat data posyandu ini", await Loaded(child.PosyanduId, child.RegisteredAt, zone, ct));
        return new($"Anak di register posyandu ({RegisterNumber.Of(RegisterNumber.Child, child.Id)})", lines.All, []);
    }

    private static string Said(MeasuredChild m) => Join(Kilograms(m.Weight), m.Height is { } height ? $"{Centimetres(height)}{m.Position switch { Position.Lying => " terlentang", Position.Standing => " berdiri", _ => "" }}" : null,
        m.Arm is { } arm ? $"LILA {Centimetres(arm)}" : null, m.Head is { } head ? $"lingkar kepala {Centimetres(head)}" : null, m.HasOedema ? "bengkak" : null, m.Mark?.ToString(), m.IsBelowRed ? "bawah garis merah" : null,
        Z("BB/U", m.WeightForAge), Z("TB/U", m.LengthForAge), Z("BB/TB", m.WeightForLength), m.State switch { MeasurementState.Counts => null, MeasurementState.InQuestion => "belum ditentukan", _ => "tidak dihitung" }, m.ValidationReason)!;

    /// <summary>Who did what, by role: the name of a health worker is that person's own.</summary>
    private async Task<string> Trail(Guid subject, TimeZoneInfo zone, CancellationToken ct)
    {
        var entries = await db.JournalEntries.AsNoTracking().Where(e => e.Subject == subject).OrderBy(e => e.Seq).Select(e => new { e.At, e.Fact, e.ByRole }).ToListAsync(ct);
        return string.Join('\n', entries.Select(e => $"{Moment(e.At, zone)} {DeedWords.Of(e.Fact)} ({e.ByRole})"));
    }

    private async Task<string?> Loaded(Guid posyandu, DateTime since, TimeZoneInfo zone, CancellationToken ct)
    {
        var loads = await db.JournalEntries.AsNoTracking().Where(e => e.Subject == posyandu && e.Fact == nameof(PosyanduDataRead) && e.At >= since).Select(e => e.At).ToListAsync(ct);
        return loads.Count == 0 ? null : $"{loads.Count} kali, terakhir {Moment(loads.Max(), zone)}";
    }

    private async Task<string?> Place(Guid posyandu, CancellationToken ct) => await db.Posyandu.Where(p => p.Id == posyandu).Select(p => p.Name).SingleOrDefaultAsync(ct);

    private async Task<TimeZoneInfo> Zone(int region, CancellationToken ct) => (await db.Regions.AsNoTracking().SingleAsync(r => r.Id == region, ct)).TimeZone;

    private static string Word(CorrectedField field) => field switch
    {
        CorrectedField.Name => "nama",
        CorrectedField.Sex => "jenis kelamin",
        CorrectedField.Birth => "tanggal lahir",
        CorrectedField.BirthOrder => "anak ke",
        CorrectedField.MotherName => "nama ibu",
        _ => "alamat",
    };

    private static string? Join(params string?[] parts) => parts.OfType<string>().ToList() is { Count: > 0 } said ? string.Join(", ", said) : null;

    private static string? Day(DateOnly? day) => day?.ToString("d MMMM yyyy", Formats.Indonesian);

    private static string Moment(DateTime utc, TimeZoneInfo zone) => Clock.Local(utc, zone).ToString("d MMMM yyyy, HH'.'mm", Formats.Indonesian);

    private static string? Kilograms(int? grams) => grams is { } g ? (g / 1000m).ToString("0.0##", Formats.Indonesian) + " kg" : null;

    private static string? Centimetres(int? tenths) => tenths is { } t ? (t / 100m).ToString("0.0#", Formats.Indonesian) + " cm" : null;

    private static string? Z(string index, int? hundredths) => hundredths is { } z ? $"{index} {(z / 100m).ToString("0.00", Formats.Indonesian)}" : null;

    /// <summary>Lines that have a value.</summary>
    private sealed class Lines
    {
        public List<PersonalSection.Line> All { get; } = [];

        public void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) All.Add(new(name, value));
        }
    }
}
