using Lakudo.Field;
using Lakudo.Field.Phone;
using Lakudo.Growth;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Posyandu.Phone;

/// <summary>What was typed for a child, read into entries.</summary>
internal sealed record ChildEntry(FieldMeasurement? Measurement, IReadOnlyList<ChildService> Services, string? Trouble)
{
    /// <summary>Reads the form. Nothing typed is a trouble too: there is nothing to save.</summary>
    public static ChildEntry Read(IReadOnlyDictionary<string, string> draft, DueChild due, DateOnly today, DateTime now)
    {
        foreach (var (key, label, units) in new[] { ("berat", "Berat", 1000), ("tinggi", "Panjang/tinggi", 100), ("lila", "Lingkar lengan", 100), ("kepala", "Lingkar kepala", 100) })
        {
            if (draft.TryGetValue(key, out var typed) && Forms.Read(typed, units) is null) return new ChildEntry(null, [], $"{label}: \"{typed}\" bukan angka yang bisa dibaca.");
        }

        var child = due.Child.Id;
        var height = Of("tinggi", 100);
        var measurement = new FieldMeasurement
        {
            Id = NewId(),
            Child = child,
            Day = today,
            At = now,
            Weight = Of("berat", 1000),
            Height = height,
            Position = height is null ? null : (draft.GetValueOrDefault("posisi") ?? (due.Position == Position.Lying ? "telentang" : "berdiri")) == "berdiri" ? Position.Standing : Position.Lying,
            Head = Of("kepala", 100),
            Arm = Of("lila", 100),
            HasOedema = Yes("bengkak"),
        };
        var isMeasured = measurement is not { Weight: null, Height: null, Head: null, Arm: null, HasOedema: false };
        List<ChildService> services = [];
        if (Yes("vita")) Add(due.VitaminA == VitaminADose.Blue ? ChildServiceKind.VitaminABlue : ChildServiceKind.VitaminARed, true);
        if (Yes("cacing")) Add(ChildServiceKind.Deworming, true);
        if (Yes("pmt")) Add(ChildServiceKind.SupplementaryFood, true);
        if (draft.TryGetValue("asi", out var breast)) Add(ChildServiceKind.ExclusiveBreastfeeding, breast == "ya");
        if (draft.TryGetValue("mpasi", out var food)) Add(ChildServiceKind.ComplementaryFood, food == "ya");
        if (draft.TryGetValue("kia", out var book)) Add(ChildServiceKind.KiaBook, book == "ya");
        foreach (var vaccine in Vaccines.All.Where(vaccine => Yes("imun:" + vaccine.Code))) Add(ChildServiceKind.Immunisation, true, vaccine.Code);
        return isMeasured || services.Count > 0
            ? new ChildEntry(isMeasured ? measurement : null, services, null)
            : new ChildEntry(null, [], "Belum ada yang diisi.");

        int? Of(string key, int units) => Forms.Read(draft.GetValueOrDefault(key), units);
        bool Yes(string key) => draft.GetValueOrDefault(key) == "ya";
        Guid NewId() => Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero));
        void Add(ChildServiceKind kind, bool yes, string? detail = null) => services.Add(new ChildService(NewId(), child, today, now, kind, yes, detail));
    }

    /// <summary>The entries as one visit.</summary>
    public Visit AsVisit(DateTime now) => new() { Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)), At = now, Measurement = Measurement, Services = Services };
}
