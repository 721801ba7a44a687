using Lakudo.Children.Import;
using Lakudo.Children.Phones;
using Lakudo.Field;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Personal;

/// <summary>What waits outside the register and may name a person of it: import trials, whose lines are sealed by the installation's key, and batches that a phone sealed to the region's key. There are few of either.</summary>
internal sealed class WaitingFiles(LakudoDb db, PersonalData personal, Person person, Family family)
{
    private readonly HashSet<string> _niks = [.. family.Children.Select(c => c.NikFingerprint).Concat(family.Mothers.Select(m => m.NikFingerprint)).Append(person.Kind is PersonKeyKind.Nik ? person.Key : null).OfType<byte[]>().Select(Convert.ToHexString)];
    private readonly HashSet<(string, DateOnly)> _names = [.. family.Children.Where(c => c.ErasedAt is null).Select(c => (c.NameNormalised, c.Birth))];
    private readonly HashSet<Guid> _ids = [.. family.Children.Select(c => c.Id), .. family.Pregnancies.Select(p => p.Id)];

    /// <summary>Trials with a line about the person. Tracked.</summary>
    public async Task<IReadOnlyList<ImportTrial>> Trials(CancellationToken ct) =>
        IsNobody ? [] : [.. (await db.ImportTrials.OrderBy(t => t.At).ToListAsync(ct)).Where(t => t.Rows(personal).Any(r => Is(r.Nik) || Is(r.MotherNik) || (r.Birth is { } birth && _names.Contains((PersonName.Normalise(r.Name), birth)))))];

    /// <summary>Sealed batches with an entry about the person.</summary>
    public async Task<IReadOnlyList<KeptSealed>> Sealed(CancellationToken ct)
    {
        if (IsNobody) return [];
        var found = new List<KeptSealed>();
        foreach (var kept in await db.KeptSealed.AsNoTracking().Where(k => k.ReleasedAt == null).OrderBy(k => k.ReceivedAt).ToListAsync(ct))
        {
            if ((await Open(kept, ct)).Any(Names)) found.Add(kept);
        }

        return found;
    }

    private bool IsNobody => _niks.Count == 0 && _ids.Count == 0;

    private bool Names(Batch batch) =>
        batch.Children.Any(c => Is(c.Nik) || Is(c.MotherNik) || _ids.Contains(c.Id)) || batch.Pregnancies.Any(p => Is(p.Nik) || _ids.Contains(p.Id))
        || batch.Measurements.Select(m => m.Child).Concat(batch.Services.Select(s => s.Child)).Concat(batch.PregnancyVisits.Select(v => v.Pregnancy)).Any(_ids.Contains);

    private bool Is(string? typed) => typed is not null && Nik.Read(typed) is { IsRefused: false, Value: var nik } && _niks.Contains(Convert.ToHexString(personal.Fingerprint(nik.Digits)));

    /// <summary>The batches inside, or none where it does not open: then nobody reads it here either.</summary>
    private async Task<IReadOnlyList<Batch>> Open(KeptSealed kept, CancellationToken ct)
    {
        if (await db.Phones.AsNoTracking().FirstOrDefaultAsync(p => p.RegionId == kept.RegionId && p.Id == kept.PhoneId && p.PublicKey != null, ct) is not { } phone) return [];
        var box = System.Text.Json.JsonSerializer.Deserialize(kept.Box, FieldJson.Default.SealedBatch);
        return await SealedBox.Open(new SealingKeys(db, personal, kept.RegionId), box, phone, new ExpansionLimit(SealedBox.LargestUnpacked), ct) is { IsRefused: false, Value: var opened } ? opened.Batches : [];
    }
}
