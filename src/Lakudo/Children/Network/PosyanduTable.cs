using System.Globalization;
using Lakudo.Kernel;

namespace Lakudo.Children.Network;

/// <summary>A line of a pasted table of posyandu.</summary>
/// <param name="Line">Its number in the table.</param>
/// <param name="Puskesmas">The puskesmas by name or number; one that is not there yet is made.</param>
/// <param name="District">The kecamatan, where villages of one name need it.</param>
/// <param name="Village">The village by name or Kemendagri code.</param>
/// <param name="Posyandu">The posyandu.</param>
/// <param name="Day">On which day of the month it is held, 1 to 28.</param>
public sealed record PosyanduLine(int Line, string Puskesmas, string? District, string Village, string Posyandu, string Day);

/// <summary>What a table of posyandu would do: new puskesmas and posyandu, and posyandu that get another puskesmas or day.</summary>
internal sealed class PosyanduTable(PlaceNames names, int region, Clock clock)
{
    private readonly HashSet<(int, string)> _seen = [];

    public List<Puskesmas> NewPuskesmas { get; } = [];

    public List<Posyandu> NewPosyandu { get; } = [];

    public List<Posyandu> Changed { get; } = [];

    /// <summary>Judges every line and does what it says to the rows in memory; whoever only tries throws them away.</summary>
    public NetworkTrial Apply(IEnumerable<PosyanduLine> lines) => new([.. lines.Select(Apply)]);

    private NetworkLine Apply(PosyanduLine line)
    {
        var (fate, words) = Judge(line);
        return new NetworkLine(line.Line, line.Posyandu.Trim(), fate, words);
    }

    private (NetworkFate Fate, string Words) Judge(PosyanduLine line)
    {
        if (PersonName.Read(line.Posyandu) is not { IsRefused: false, Value: var name }) return Wrong("Nama posyandu belum diisi atau terlalu panjang.");
        if (!int.TryParse(line.Day.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var day) || day is < 1 or > 28) return Wrong("Hari buka harus tanggal 1 sampai 28.");
        var (village, why) = names.Village(line.Village, line.District);
        if (village is not { } place) return Wrong(why!);
        if (!_seen.Add((place, PersonName.Normalise(name)))) return Wrong("Posyandu ini sudah ada di baris sebelumnya.");
        if (PersonName.Read(line.Puskesmas) is not { IsRefused: false, Value: var centre }) return Wrong("Puskesmas belum diisi.");
        var puskesmas = names.PuskesmasOf(centre);
        if (puskesmas is { ClosedAt: not null }) return Wrong("Puskesmas itu sudah ditutup.");
        var isNewPuskesmas = puskesmas is null;
        if (puskesmas is null)
        {
            // A number alone is a slip, not a name.
            if (centre.All(char.IsAsciiDigit)) return Wrong($"Puskesmas nomor {centre} tidak ada.");
            puskesmas = new Puskesmas(region, names.Puskesmas.Select(p => p.Id).DefaultIfEmpty(0).Max() + 1, centre);
            names.Puskesmas.Add(puskesmas);
            NewPuskesmas.Add(puskesmas);
        }

        if (names.PosyanduIn(place, name) is not { } known)
        {
            var made = new Posyandu(region, Ids.New(clock), name, place, puskesmas.Id, day);
            names.Posyandu.Add(made);
            NewPosyandu.Add(made);
            return (NetworkFate.New, isNewPuskesmas ? $"{puskesmas.Name} juga baru." : "");
        }

        if (known.ClosedAt is not null) return Wrong("Posyandu ini sudah ditutup; buka lagi di halamannya.");
        var (dayBefore, centreBefore) = (known.DayOfMonth, known.PuskesmasId);
        if (!known.Become(known.Name, place, puskesmas.Id, day)) return (NetworkFate.Same, "");
        Changed.Add(known);
        return (NetworkFate.Changed, string.Join(" ", new[] { dayBefore == day ? "" : $"Hari buka tanggal {dayBefore} menjadi {day}.", centreBefore == puskesmas.Id ? "" : $"Dibina {puskesmas.Name}." }.Where(w => w.Length > 0)));
    }

    private static (NetworkFate, string) Wrong(string why) => (NetworkFate.Wrong, why);
}

/// <summary>Tries a table of posyandu: nothing is changed.</summary>
public sealed class TryPosyanduTable(LakudoDb db, Clock clock)
{
    /// <summary>Every line with what would become of it. Refused with C-607 for no or too many lines, K-001 to others than the region's admin.</summary>
    public async Task<Outcome<NetworkTrial>> Run(Caller caller, IReadOnlyList<PosyanduLine> lines, CancellationToken ct = default)
    {
        if (db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal) return refusal;
        if (lines.Count is 0 or > NetworkTrial.Most) return NetworkRefusals.TableTooLong.With(NetworkTrial.Most);
        var trial = new PosyanduTable(await PlaceNames.Read(db, ct), caller.Region, clock).Apply(lines);
        db.ChangeTracker.Clear();
        return trial;
    }
}

/// <summary>Enters a table of posyandu whole, or not at all.</summary>
public sealed class EnterPosyanduTable(LakudoDb db, Commit commit, Clock clock)
{
    /// <summary>The lines, and how many of them were to change something when they were tried.</summary>
    public sealed record Command(IReadOnlyList<PosyanduLine> Lines, int? Taken);

    /// <summary>What happened. Refused with C-604 where a line cannot be, C-605 where another number of lines would change something than was shown, C-607 for no or too many lines, K-001 to others than the region's admin.</summary>
    public Task<Outcome<NetworkTrial>> Run(Caller caller, Command command, CancellationToken ct = default) => commit.Once<NetworkTrial>(caller, command, async token =>
    {
        if (db.MayNot(caller, Act.SetUpHealthNetwork) is { } refusal) return refusal;
        if (command.Lines.Count is 0 or > NetworkTrial.Most) return NetworkRefusals.TableTooLong.With(NetworkTrial.Most);
        var table = new PosyanduTable(await PlaceNames.Read(db, token), caller.Region, clock);
        var trial = table.Apply(command.Lines);
        if (trial.Count(NetworkFate.Wrong) is > 0 and var wrong) return NetworkRefusals.TableHasErrors.With(wrong, trial.WrongLines);
        if (command.Taken is { } shown && trial.Taken != shown) return NetworkRefusals.TableOutdated;
        db.Puskesmas.AddRange(table.NewPuskesmas);
        db.Posyandu.AddRange(table.NewPosyandu);
        if (table.NewPuskesmas.Count + table.NewPosyandu.Count > 0) commit.Record(caller, new NetworkSetUp(Guid.Empty, table.NewPuskesmas.Count, table.NewPosyandu.Count));
        foreach (var one in table.Changed) commit.Record(caller, new PosyanduChanged(one.Id, one.VillageId, one.PuskesmasId, one.DayOfMonth));
        return trial;
    }, ct);
}
