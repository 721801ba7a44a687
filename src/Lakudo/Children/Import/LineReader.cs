using Lakudo.Children.Measuring;
using Lakudo.Children.Register;
using Lakudo.Field;
using Lakudo.Kernel;

namespace Lakudo.Children.Import;

/// <summary>
/// Decides of whom a line speaks and what would be entered of it, by the rules by which it is entered. No key is believed against the rest of the line: what contradicts is asked, with the line or the child
/// of the register that it contradicts. A child is known by its NIK, or by posyandu, name, day of birth and sex (and the mother's name, where both sides have one), if nothing else on the line says otherwise.
/// </summary>
internal sealed class LineReader(KnownChildren children, HouseholdPlan households, PersonalData personal, DateTime now, DateOnly today)
{
    /// <summary>Weights at birth of one newborn may differ by so many grams between two lines: rounded, or weighed twice.</summary>
    private const int OneBirthWeight = 100;

    private readonly ImportIds _ids = new(personal);
    private readonly Dictionary<string, (int Line, SaidIdentity Said)> _niks = [];
    private readonly Dictionary<string, (int Line, string Name)> _mothers = [];

    /// <summary>Reads which line names a NIK first, whatever becomes of that line.</summary>
    public void Note(IEnumerable<ImportRow> rows)
    {
        foreach (var row in rows)
        {
            var said = Said(row);
            if (said.Nik is { } nik) _niks.TryAdd(nik, (row.Line, said));
            if (said is { MotherNik: { } hers, Mother: { } name }) _mothers.TryAdd(hers, (row.Line, name));
        }
    }

    /// <summary>The first line that names the NIK of a line, where that is another one; null where there is none or they agree.</summary>
    public int? ContradictedBy(ImportRow row) => Said(row) is { Nik: { } nik } said && _niks[nik] is var first && first.Line != row.Line && Contradiction.Between(said, first.Said).Count > 0 ? first.Line : null;

    /// <summary>Decides.</summary>
    public LineDecision Decide(ImportRow row, Guid place, ImportAnswer answer)
    {
        var (name, said, words) = (PersonName.Normalise(row.Name), Said(row), row.Notes.ToList());
        var keyed = children.ByNik(said.Nik);
        var clash = NikClash(row, said, keyed);
        var known = clash is null ? keyed : null;
        if (known is null)
        {
            var alike = children.Alike(said, place, name);
            known = alike is [var only] ? only : alike.FirstOrDefault(k => HasSame(k.Id, row.Measurement));
            if (known is null && alike.Count > 1)
                return LineDecision.Ask($"Cocok dengan {alike.Count} anak yang nama, tanggal lahir, dan ibunya sama; tulis NIK atau anak ke berapa di berkasnya", null);
            if (clash is not null && (known is not null || answer == ImportAnswer.OtherChild))
            {
                (row, said) = (row with { Nik = null }, said with { Nik = null });
                words.Add(clash + "; NIK di baris ini tidak dipakai");
            }
            else if (clash is not null)
            {
                if (answer != ImportAnswer.SameChild || keyed is null)
                    return LineDecision.Ask(clash, keyed is { Line: null } ? keyed.Id : null, keyed is null ? [ImportAnswer.OtherChild] : [ImportAnswer.SameChild, ImportAnswer.OtherChild]);
                known = keyed;
                words.Add(clash + "; menurut jawaban Anda anak yang sama");
            }
        }

        if (known is not null && TwinDoubt(row, known) is { } doubt && answer != ImportAnswer.SameChild)
        {
            if (answer != ImportAnswer.OtherChild) return LineDecision.Ask(doubt, known.Line is null ? known.Id : null, ImportAnswer.SameChild, ImportAnswer.OtherChild);
            words.Add(doubt + "; menurut jawaban Anda anak lain");
            return Register(row with { Nik = null }, said with { Nik = null }, place, name, words, answer, _ids.OfAnother(row, place));
        }

        return known is not null ? Enter(row, known, null, place, words) : Register(row, said, place, name, words, answer, null);
    }

    /// <summary>Who a line says that its child is.</summary>
    private SaidIdentity Said(ImportRow row) => new(row.Name, row.Sex, row.Birth, row.MotherName, Print(row.MotherNik), row.BirthOrder, Print(row.Nik));

    private string? Print(string? nik) => nik is null ? null : Convert.ToHexString(personal.Fingerprint(nik));

    private string? NikClash(ImportRow row, SaidIdentity said, KnownChild? keyed)
    {
        if (said.Nik is not { } nik) return null;
        if (keyed is { Line: null }) return Contradiction.Between(said, keyed.Said) is { Count: > 0 } parts ? $"NIK sama dengan anak di register, tetapi {Contradiction.Words(parts)} berbeda" : null;
        var (line, first) = keyed is { Line: { } made } ? (made, keyed.Said) : _niks[nik];
        return line != row.Line && Contradiction.Between(said, first) is { Count: > 0 } differ ? $"NIK sama dengan baris {line}, tetapi {Contradiction.Words(differ)} berbeda" : null;
    }

    /// <summary>Why a line of a known child may be its twin's; null where it is the child's.</summary>
    private string? TwinDoubt(ImportRow row, KnownChild known)
    {
        var isUnnamed = NewbornName.IsUnnamed(row.Name);
        var where = known.Line is { } made ? $"baris {made}" : "anak di register";
        if (isUnnamed && known is { Line: not null, BirthWeight: { } before } && row.BirthWeight is { } weight && Math.Abs(before - weight) > OneBirthWeight) return $"Nama, tanggal lahir, dan ibu sama dengan {where}, tetapi berat lahir berbeda; mungkin kembar";
        if (NewbornName.IsTwinUnsaid(row.Name) && !HasSame(known.Id, row.Measurement) && (row.Measurement is not null || known.Line is not null)) return $"Bayi kembar tanpa keterangan yang ke berapa, sama dengan {where}";
        if (row.Measurement is not { } m || HasSame(known.Id, m)) return null;
        if (children.On(known.Id, m.Day).FirstOrDefault(v => v.Line is not null) is { Line: { } line }) return $"Anak yang sama dengan baris {line} pada hari yang sama, tetapi hasil ukurnya berbeda";
        return isUnnamed && children.On(known.Id, m.Day).Count > 0 ? "Bayi tanpa nama ini sudah diukur pada hari itu dengan hasil lain; mungkin kembarannya" : null;
    }

    private LineDecision Register(ImportRow row, SaidIdentity said, Guid place, string name, List<string> words, ImportAnswer answer, Guid? other)
    {
        if (MotherClash(row, said) is { } clash)
        {
            if (answer != ImportAnswer.OtherChild) return LineDecision.Ask(clash, null, ImportAnswer.OtherChild);
            row = row with { MotherNik = null };
            words.Add(clash + "; NIK ibu di baris ini tidak dipakai");
        }

        var id = other ?? _ids.Of(row, place);
        if (children.ById(id) is { } made)
        {
            // A line without a NIK makes this id from name, day of birth, sex and mother: the record was corrected since, or it is a twin of another order.
            var differ = row.Nik is not null ? Contradiction.Between(said, made.Said) : Contradiction.Between(said with { Name = made.Said.Name, Sex = null, Birth = null, Mother = null }, made.Said);
            if (differ.Count == 0 || answer == ImportAnswer.SameChild) return Enter(row, made, null, place, words);
            if (made.Line is null && !NewbornName.IsUnnamed(row.Name) && answer != ImportAnswer.OtherChild)
                return LineDecision.Ask($"Sama dengan anak di register, tetapi {Contradiction.Words(differ)} berbeda", made.Id, ImportAnswer.SameChild, ImportAnswer.OtherChild);
            id = _ids.OfAnother(row, place);
        }

        // Who was erased does not come back with an old file; a mother who wants her child in the register again says so at the posyandu.
        if (children.IsErased(id)) return LineDecision.Refuse("Data anak ini tidak lagi disimpan di register dan tidak dimasukkan dari berkas");
        if (children.IsElsewhere(id)) return LineDecision.Refuse("Anak ini terdaftar di posyandu di luar wilayah kerja Anda; minta puskesmasnya memindahkan dulu");
        if (children.ById(id) is { } before) return Enter(row, before, null, place, words);
        var newcomer = Newcomer(row, id);
        if (newcomer.BirthLength is null && row.BirthLength is not null) words.Add("Panjang lahir di luar batas, tidak disimpan");
        if (EntryRules.Of(newcomer, today.AddDays(1)) is { } refusal) return LineDecision.Refuse(Words(refusal));
        var child = new KnownChild(id, place, name, said with { Mother = newcomer.MotherName, MotherNik = Print(row.MotherNik), Nik = Print(row.Nik) }, households.MotherOf(row, id), row.Line) { BirthWeight = row.BirthWeight };
        return Enter(row, child, newcomer, place, words);
    }

    private string? MotherClash(ImportRow row, SaidIdentity said)
    {
        if (said is not { MotherNik: { } nik, Mother: { } name }) return null;
        if (children.MotherByNik(nik) is { } known) return Contradiction.AreOthers(known, name) ? "NIK ibu sudah tercatat di register dengan nama lain" : null;
        return _mothers[nik] is var first && first.Line != row.Line && Contradiction.AreOthers(first.Name, name) ? $"NIK ibu sama dengan baris {first.Line}, tetapi nama ibu berbeda" : null;
    }

    private LineDecision Enter(ImportRow row, KnownChild child, NewChild? newcomer, Guid place, List<string> words)
    {
        if (child.Posyandu != place) words.Add("Anak ini terdaftar di posyandu lain; ukurannya dicatat di sana");
        var decision = new LineDecision(newcomer is null ? ImportFate.Known : ImportFate.NewChild, words) { Row = row, Child = child, Newcomer = newcomer };
        if (row.Measurement is not { } m || HasSame(child.Id, m)) return decision;
        var entered = new FieldMeasurement { Id = _ids.Of(child.Id, m), Child = child.Id, Day = m.Day, At = now, Weight = m.Weight, Height = m.Height, Position = m.Height is null ? null : m.Position, Arm = m.Arm, Head = m.Head };
        if (EntryRules.Of(entered, child.Birth, today.AddDays(1)) is { } refusal) return LineDecision.Refuse(Words(refusal));
        return decision with { Fate = children.On(child.Id, m.Day).Count > 0 ? ImportFate.Conflict : newcomer is null ? ImportFate.NewMeasurement : ImportFate.NewChild, Measurement = entered };
    }

    private bool HasSame(Guid child, ImportMeasurement? measured) => measured is { } m && children.On(child, m.Day).Any(v => (v.Weight, v.Height) == (m.Weight, m.Height));

    private NewChild Newcomer(ImportRow row, Guid id) => new()
    {
        Id = id,
        At = now,
        Name = row.Name,
        Sex = row.Sex!.Value,
        Birth = row.Birth!.Value,
        MotherName = row.MotherName ?? Contradiction.Unknown(row.Name),
        MotherNik = row.MotherNik,
        Nik = row.Nik,
        BirthOrder = row.BirthOrder,
        BirthWeight = row.BirthWeight,
        BirthLength = row.BirthLength is >= EntryRules.ShortestTenths ? row.BirthLength : null,
        Address = row.Address is { Length: > EntryRules.LongestText } address ? address[..EntryRules.LongestText] : row.Address,
        HasConsent = true,
    };

    private static string Words(Refusal refusal) => $"{refusal.Text.TrimEnd('.')} ({refusal.Code})";
}
