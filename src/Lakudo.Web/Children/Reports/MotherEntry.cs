using Lakudo.Children.Reports;
using Lakudo.Field;
using Lakudo.Growth.Indonesia;

namespace Lakudo.Web.Children.Reports;

/// <summary>What was typed into the row of a pregnant woman.</summary>
public sealed class MotherEntry
{
    private const string AlreadyVisited = "sudah", FewerVisits = "periksa-kurang";
    private readonly TypedRow _typed;
    private readonly PregnancyVisit _visit;
    private readonly List<(string Code, string Words)> _doubts = [];

    /// <param name="row">The row.</param>
    /// <param name="form">What was sent; null where the grid is shown for the first time.</param>
    /// <param name="day">The day of the posyandu.</param>
    internal MotherEntry(SheetMother row, IFormCollection? form, DateOnly day)
    {
        (Row, _typed) = (row, new TypedRow(form, "ibu" + row.Pregnancy.Id.ToString("N")));
        _visit = new PregnancyVisit
        {
            Id = Guid.Empty,
            Pregnancy = row.Pregnancy.Id,
            Day = day,
            At = default,
            Weight = _typed.Number("ibb", "Berat", 3, "52,5"),
            Arm = _typed.Number("ilila", "LiLA", 2, "24,5"),
            Haemoglobin = _typed.Number("ihb", "Hb", 1, "11,2"),
            IronTablets = _typed.Number("ittd", "Tablet", 0, "30", least: 0),
            AntenatalVisits = _typed.Number("ianc", "Jumlah periksa", 0, "4", least: 0),
            DoctorVisits = _typed.Number("idok", "Periksa dokter", 0, "1", least: 0),
        };
        IsEmpty = !MotherLimits.SaysAnything(_visit);
        if (IsEmpty) return;
        if (!MotherLimits.IsPossible(_visit)) _typed.Refuse(Lakudo.Children.ChildrenRefusals.MotherImpossible.Message);
        if (row.Visited is { } visited) _doubts.Add((AlreadyVisited, $"sudah dicatat {ChildWords.Day(visited.Day)}; tablet dijumlahkan dari kedua catatan"));
        if (_visit.AntenatalVisits < row.Reading.Antenatal) _doubts.Add((FewerVisits, $"jumlah periksa {_visit.AntenatalVisits}, tercatat sebelumnya {row.Reading.Antenatal}"));
    }

    internal SheetMother Row { get; }

    /// <summary>Whether nothing was typed.</summary>
    internal bool IsEmpty { get; }

    internal IReadOnlyList<string> Faults => _typed.Faults;

    internal IEnumerable<string> Reasons => _doubts.Select(d => d.Words);

    internal string ToConfirm => string.Join(' ', _doubts.Select(d => d.Code));

    internal bool IsConfirmed => _typed.HasConfirmed(ToConfirm);

    internal bool IsReady => Faults.Count == 0 && (ToConfirm.Length == 0 || IsConfirmed);

    internal string this[string field] => _typed[field];

    internal string Name(string field) => _typed.Name(field);

    internal void Refuse(string words) => _typed.Refuse(words);

    /// <summary>The visit to be entered; null where nothing was typed.</summary>
    internal PregnancyVisit? Visit(string key, DateTime at) => IsEmpty ? null : _visit with { Id = _typed.Id(key, "kunjungan"), At = at };
}
