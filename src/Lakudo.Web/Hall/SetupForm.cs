using System.Globalization;
using Lakudo.Catalogue;
using Lakudo.Hall;
using Lakudo.Hall.Setup;
using Lakudo.Kernel;

namespace Lakudo.Web.Hall;

/// <summary>A hall's setup as the manager's form holds it: everything as typed. A row whose code or name is emptied is taken out, a filled spare row is added.</summary>
public sealed class SetupForm
{
    /// <summary>How many empty rows each list ends with.</summary>
    private const int Spare = 2;

    /// <summary>A zone.</summary>
    public sealed class ZoneRow
    {
        public int Id { get; set; }

        public string? Name { get; set; }
    }

    /// <summary>A line.</summary>
    public sealed class LineRow
    {
        public int Id { get; set; }

        public string? Code { get; set; }

        public string? Name { get; set; }

        public string? Minutes { get; set; }

        public string? Quota { get; set; }

        public bool IsOpen { get; set; }
    }

    /// <summary>A counter; the lines it serves by their codes, with spaces between.</summary>
    public sealed class CounterRow
    {
        public int Id { get; set; }

        public string? Code { get; set; }

        public int Zone { get; set; }

        public string? Lines { get; set; }

        public int? Agency { get; set; }
    }

    /// <summary>A weekday: hours, or empty for closed, and up to one break.</summary>
    public sealed class DayRow
    {
        public DayOfWeek Weekday { get; set; }

        public string? Opens { get; set; }

        public string? LastNumber { get; set; }

        public string? Closes { get; set; }

        public string? BreakFrom { get; set; }

        public string? BreakUntil { get; set; }

        public bool StopsNumbers { get; set; }
    }

    /// <summary>In which line an agency's services stand; 0 for none.</summary>
    public sealed class AgencyRow
    {
        public int Agency { get; set; }

        public int Line { get; set; }
    }

    /// <summary>The zones, spare rows last.</summary>
    public List<ZoneRow> Zones { get; set; } = [];

    /// <summary>The lines, spare rows last.</summary>
    public List<LineRow> Lines { get; set; } = [];

    /// <summary>The counters, spare rows last.</summary>
    public List<CounterRow> Counters { get; set; } = [];

    /// <summary>Monday to Sunday.</summary>
    public List<DayRow> Days { get; set; } = [];

    /// <summary>Why something that stood is taken out; asked for only then.</summary>
    public string? Why { get; set; }

    /// <summary>All agencies of the region.</summary>
    public List<AgencyRow> Agencies { get; set; } = [];

    /// <summary>The form of a setup, with spare rows.</summary>
    public static SetupForm Of(SetUpHall.Command setup, CatalogueSnapshot catalogue)
    {
        var codes = setup.Lines.ToDictionary(l => l.Id, l => l.Code);
        var lineOf = setup.Lines.SelectMany(l => l.Services.Select(s => (Service: s, l.Id))).ToDictionary(x => x.Service, x => x.Id);
        var form = new SetupForm
        {
            Zones = [.. setup.Zones.Select(z => new ZoneRow { Id = z.Id, Name = z.Name })],
            Lines = [.. setup.Lines.Select(l => new LineRow { Id = l.Id, Code = l.Code, Name = l.Name, Minutes = $"{l.StandardMinutes}", Quota = $"{l.Quota}", IsOpen = l.IsOpen })],
            Counters = [.. setup.Counters.Select(c => new CounterRow { Id = c.Id, Code = c.Code, Zone = c.Zone, Lines = string.Join(' ', c.Lines.Select(l => codes[l])), Agency = c.Agency })],
            Days = [.. Enumerable.Range(1, 7).Select(d => Day((DayOfWeek)(d % 7), setup))],
            Agencies = [.. catalogue.Agencies.Select(a => new AgencyRow
            {
                Agency = a.Id,
                Line = catalogue.All.Where(c => c.Agency.Id == a.Id).Select(c => lineOf.GetValueOrDefault(c.Service.Id)).GroupBy(l => l).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key ?? 0,
            })],
        };
        for (var i = 0; i < Spare; i++)
        {
            form.Zones.Add(new());
            form.Lines.Add(new() { IsOpen = true });
            form.Counters.Add(new());
        }

        return form;
    }

    /// <summary>
    /// The setup that was typed, or H-042 naming the row that cannot be read. An agency whose line was not changed keeps its services where they stand one by one;
    /// otherwise all of them go to the line that was chosen.
    /// </summary>
    public Outcome<SetUpHall.Command> Read(SetUpHall.Command before, CatalogueSnapshot catalogue)
    {
        var next = Math.Max(before.Lines.Select(l => l.Id).DefaultIfEmpty(0).Max(), Lines.Select(l => l.Id).DefaultIfEmpty(0).Max());
        var lines = Lines.Where(l => !string.IsNullOrWhiteSpace(l.Code)).Select(l => (Row: l, Id: l.Id == 0 ? ++next : l.Id)).ToList();
        if (lines.FirstOrDefault(l => Number(l.Row.Minutes) is null || (!string.IsNullOrWhiteSpace(l.Row.Quota) && Number(l.Row.Quota) is null)) is { Row: { } unreadable })
        {
            return HallRefusals.SetupWrong.With($"antrean {unreadable.Code}");
        }

        var ids = lines.GroupBy(l => l.Row.Code!.Trim(), StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.OrdinalIgnoreCase);
        var counters = Counters.Where(c => !string.IsNullOrWhiteSpace(c.Code)).ToList();
        if (counters.FirstOrDefault(c => Words(c.Lines).Any(w => !ids.ContainsKey(w))) is { } astray)
        {
            return HallRefusals.SetupWrong.With($"loket {astray.Code}");
        }

        var (zone, counter) = (Zones.Select(z => z.Id).DefaultIfEmpty(0).Max(), Counters.Select(c => c.Id).DefaultIfEmpty(0).Max());
        var places = Places(before, catalogue);
        var days = Days.Where(d => !string.IsNullOrWhiteSpace(d.Opens)).ToList();
        if (days.FirstOrDefault(d => Time(d.Opens) is null || Time(d.LastNumber) is null || Time(d.Closes) is null || (Time(d.BreakFrom) is null) != (Time(d.BreakUntil) is null)) is { } odd)
        {
            return HallRefusals.SetupWrong.With($"jam hari {WeekdayWords.Of(odd.Weekday)}");
        }

        return new SetUpHall.Command(
            before.Hall,
            [.. Zones.Where(z => !string.IsNullOrWhiteSpace(z.Name)).Select(z => new SetUpHall.ZoneRow(z.Id == 0 ? ++zone : z.Id, z.Name!.Trim()))],
            [.. lines.Select(l => new SetUpHall.LineRow(l.Id, l.Row.Code!.Trim().ToUpperInvariant(), (l.Row.Name ?? "").Trim(), Number(l.Row.Minutes)!.Value, [.. places[l.Id]], Number(l.Row.Quota), l.Row.IsOpen))],
            [.. counters.Select(c => new SetUpHall.CounterRow(c.Id == 0 ? ++counter : c.Id, c.Code!.Trim(), c.Zone, [.. Words(c.Lines).Select(w => ids[w]).Distinct()], c.Agency))],
            [.. days.Select(d => new SetUpHall.HoursRow(d.Weekday, Time(d.Opens)!.Value, Time(d.LastNumber)!.Value, Time(d.Closes)!.Value))],
            [.. days.Where(d => Time(d.BreakFrom) is not null).Select(d => new SetUpHall.BreakRow(d.Weekday, Time(d.BreakFrom)!.Value, Time(d.BreakUntil)!.Value, d.StopsNumbers))],
            Why);
    }

    /// <summary>The services of each line.</summary>
    private ILookup<int, Guid> Places(SetUpHall.Command before, CatalogueSnapshot catalogue)
    {
        var stood = Of(before, catalogue).Agencies.ToDictionary(a => a.Agency, a => a.Line);
        var chosen = Agencies.ToDictionary(a => a.Agency, a => a.Line);
        var lineOf = before.Lines.SelectMany(l => l.Services.Select(s => (Service: s, l.Id))).ToDictionary(x => x.Service, x => x.Id);
        return catalogue.All
            .Select(c => (c.Service.Id, Line: chosen.GetValueOrDefault(c.Agency.Id) is var line && line == stood.GetValueOrDefault(c.Agency.Id) && lineOf.ContainsKey(c.Service.Id)
                ? lineOf[c.Service.Id] : line))
            .ToLookup(x => x.Line, x => x.Id);
    }

    private static DayRow Day(DayOfWeek day, SetUpHall.Command setup)
    {
        var hours = setup.Hours.FirstOrDefault(h => h.Weekday == day);
        var pause = setup.Breaks.FirstOrDefault(b => b.Weekday == day);
        return new DayRow
        {
            Weekday = day,
            Opens = Text(hours?.Opens),
            LastNumber = Text(hours?.LastNumber),
            Closes = Text(hours?.Closes),
            BreakFrom = Text(pause?.From),
            BreakUntil = Text(pause?.Until),
            StopsNumbers = pause?.StopsNumbers ?? false,
        };
    }

    private static string[] Words(string? text) => (text ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    private static string? Text(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static TimeOnly? Time(string? text) => TimeOnly.TryParse((text ?? "").Replace('.', ':'), CultureInfo.InvariantCulture, out var time) ? time : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
