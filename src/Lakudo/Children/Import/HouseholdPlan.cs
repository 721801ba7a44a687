using Lakudo.Children.Households;
using Lakudo.Children.Register;
using Lakudo.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Lakudo.Children.Import;

/// <summary>
/// Works out where the numbers of family cards in a file put children and mothers, without changing anything. Nothing that the register has is overwritten: another number is shown beside its own, and who was
/// taken out of a household stays out.
/// </summary>
internal sealed class HouseholdPlan(LakudoDb db, PersonalData personal, Func<string, string, Guid> idOf)
{
    private readonly Dictionary<string, Guid> _byNumber = [];
    private readonly Dictionary<Guid, HouseholdNumber?> _numbers = [];
    private readonly Dictionary<HouseholdPerson, Guid> _open = [];
    private readonly HashSet<(HouseholdPerson, Guid)> _left = [];
    private readonly Dictionary<string, Guid> _mothers = [];
    private readonly Dictionary<Guid, int> _villages = [];
    private IReadOnlyDictionary<Guid, int> _villageOf = new Dictionary<Guid, int>();
    private string _region = "";

    /// <summary>A household that is new.</summary>
    internal sealed record New(Guid Id, HouseholdNumber Number, Guid Posyandu, Neighbourhood Place);

    /// <summary>Households that are new.</summary>
    public List<New> Opened { get; } = [];

    /// <summary>Households whose number becomes known.</summary>
    public Dictionary<Guid, HouseholdNumber> Numbered { get; } = [];

    /// <summary>Children who belong to a household from now on, and whether their mothers come along.</summary>
    public List<(Guid Child, Guid Household, bool WithMother)> Joins { get; } = [];

    /// <summary>Reads what the register knows of the children of the file's posyandu and of the numbers in the file.</summary>
    public async Task Load(int region, IReadOnlyList<ImportRow> rows, IReadOnlyDictionary<Guid, Guid> motherOf, IReadOnlyDictionary<Guid, int> villageOf, CancellationToken ct)
    {
        _villageOf = villageOf;
        var numbers = rows.Select(r => r.FamilyCard).OfType<string>().Distinct().Select(d => HouseholdNumber.Read(d)).Where(n => !n.IsRefused).Select(n => n.Value.Fingerprint(personal)).ToList();
        if (numbers.Count == 0) return;
        _region = await db.Regions.Where(r => r.Id == region).Select(r => r.Code).SingleAsync(ct);
        foreach (var house in await db.Households.AsNoTracking().Where(h => h.NumberFingerprint != null && numbers.Contains(h.NumberFingerprint)).ToListAsync(ct)) Remember(house);
        foreach (var (child, stay) in await db.StaysOf([.. motherOf.Keys], ct)) _open[new(MemberKind.Child, child)] = stay.HouseholdId;
        var niks = rows.Select(r => r.MotherNik).OfType<string>().Distinct().Select(personal.Fingerprint).ToList();
        foreach (var mother in await db.Mothers.Where(m => m.NikFingerprint != null && niks.Contains(m.NikFingerprint)).Select(m => new { m.Id, m.NikFingerprint }).ToListAsync(ct)) _mothers.TryAdd(Convert.ToHexString(mother.NikFingerprint!), mother.Id);
        var (children, mothers) = (motherOf.Keys.ToList(), motherOf.Values.Concat(_mothers.Values).ToHashSet());
        var stays = await db.HouseholdStays.AsNoTracking().Where(s => (s.Kind == MemberKind.Mother && mothers.Contains(s.Subject)) || (s.Kind == MemberKind.Child && s.Until != null && children.Contains(s.Subject))).ToListAsync(ct);
        foreach (var stay in stays)
        {
            if (stay.Until is null) _open[stay.Person] = stay.HouseholdId;
            else _left.Add((stay.Person, stay.HouseholdId));
        }

        var held = _open.Values.ToHashSet();
        foreach (var house in await db.Households.AsNoTracking().Where(h => held.Contains(h.Id)).ToListAsync(ct)) Remember(house);
    }

    /// <summary>The mother of a newcomer as far as the register or the file knows her.</summary>
    public Guid MotherOf(ImportRow row, Guid child)
    {
        if (row.MotherNik is not { } nik) return child;
        return _mothers.GetValueOrDefault(Convert.ToHexString(personal.Fingerprint(nik)), child);
    }

    /// <summary>A line that registers a child is taken: its mother is the one of her NIK for the lines below.</summary>
    public void Registered(ImportRow row, Guid mother)
    {
        if (row.MotherNik is { } nik) _mothers.TryAdd(Convert.ToHexString(personal.Fingerprint(nik)), mother);
    }

    /// <summary>What a line's number would do.</summary>
    /// <param name="Fate">What.</param>
    /// <param name="Words">What is to be said of it.</param>
    /// <param name="Take">Plans it; to be called where the line is taken.</param>
    internal readonly record struct Proposal(HouseholdFate Fate, IReadOnlyList<string> Words, Action? Take = null);

    /// <summary>What a line's number would do, with what is to be said of it. Nothing is planned yet.</summary>
    public Proposal Of(ImportRow row, Guid child, Guid mother, Guid posyandu)
    {
        if (row.FamilyCard is not { } digits || HouseholdNumber.Read(digits) is not { IsRefused: false, Value: var number }) return new(HouseholdFate.None, []);
        var (young, woman, key) = (new HouseholdPerson(MemberKind.Child, child), new HouseholdPerson(MemberKind.Mother, mother), Convert.ToHexString(number.Fingerprint(personal)));
        Guid? ofNumber = _byNumber.TryGetValue(key, out var found) ? found : null;
        var belongs = _open.TryGetValue(young, out var own);
        // Where it belongs to none itself, it belongs where its mother does, if it was not taken out of there.
        var house = belongs ? own : _open.TryGetValue(woman, out var hers) && !_left.Contains((young, hers)) ? hers : (Guid?)null;
        if (house is null)
        {
            if (ofNumber is { } former && _left.Contains((young, former))) return new(HouseholdFate.HasLeft, [$"Anak ini sudah dikeluarkan dari keluarga dengan No KK {number.Masked}; tidak dimasukkan lagi"]);
            // One card is one address: a number that stands in two villages was copied down, or is a slip.
            if (ofNumber is { } there && _villages[there] != _villageOf.GetValueOrDefault(posyandu, _villages[there]))
                return new(HouseholdFate.Differs, [$"No KK {number.Masked} sudah dipakai keluarga di desa lain; anak ini tidak dimasukkan ke keluarga itu, putuskan di halaman keluarga"]);
            return new(HouseholdFate.Joins, Warn(number), () => Join(young, woman, ofNumber ?? Open(number, key, posyandu, new(row.Rt, row.Rw))));
        }

        var known = _numbers[house.Value];
        if (known is { } other && other.Digits != number.Digits) return new(HouseholdFate.Differs, [$"No KK berbeda: di berkas {number.Masked}, di register {other.Masked}; tidak diubah, putuskan di halaman keluarga"]);
        if (known is null && ofNumber is not null) return new(HouseholdFate.Differs, [$"No KK {number.Masked} milik keluarga lain di register, sedangkan keluarga anak ini belum bernomor; satukan keduanya di halaman keluarga bila memang satu"]);
        if (known is not null) return belongs ? new(HouseholdFate.Known, []) : new(HouseholdFate.Joins, [], () => Join(young, woman, house.Value));
        return new(HouseholdFate.Numbers, Warn(number), () =>
        {
            if (!belongs) Join(young, woman, house.Value);
            (_numbers[house.Value], _byNumber[key], Numbered[house.Value]) = (number, house.Value, number);
        });
    }

    private Guid Open(HouseholdNumber number, string key, Guid posyandu, Neighbourhood place)
    {
        var id = idOf("household", number.Digits);
        (_byNumber[key], _numbers[id], _villages[id]) = (id, number, _villageOf.GetValueOrDefault(posyandu));
        Opened.Add(new New(id, number, posyandu, place.IsPossible ? place : Neighbourhood.Unknown));
        return id;
    }

    private void Join(HouseholdPerson child, HouseholdPerson mother, Guid house)
    {
        _open[child] = house;
        var withMother = !_left.Contains((mother, house)) && _open.TryAdd(mother, house);
        Joins.Add((child.Id, house, withMother));
    }

    private IReadOnlyList<string> Warn(HouseholdNumber number) => number.IsFromElsewhere(_region) ? [$"No KK {number.Masked} terbit di luar kabupaten ini; periksa sekali lagi"] : [];

    private void Remember(Household house)
    {
        HouseholdNumber? number = house.NumberSealed is { } box ? HouseholdNumber.Open(box, personal) : null;
        (_numbers[house.Id], _villages[house.Id]) = (number, house.VillageId);
        if (house.NumberFingerprint is { } fingerprint) _byNumber[Convert.ToHexString(fingerprint)] = house.Id;
    }
}
