namespace Lakudo.Field;

/// <summary>
/// The part of a child's history that a phone keeps when the child changes: it is not sent again, only its mark is. Where the marks differ, whatever the reason (a late batch of another phone, a
/// correction of long ago, a merge), the phone asks for that child whole; so the mark can cost bytes, never a measurement.
/// </summary>
/// <param name="From">The first day that a phone keeps.</param>
/// <param name="Until">The first day that is sent with a changed child.</param>
public sealed record OlderHistory(DateOnly From, DateOnly Until)
{
    /// <summary>Days before today that are sent with a changed child: this month's visit and last month's, and work that comes a month late.</summary>
    public const int RecentDays = 35;

    /// <summary>Whether it is part of what is kept. What is in question is always sent.</summary>
    public bool Holds(PastMeasurement one) => one.State != MeasurementState.InQuestion && one.Day >= From && one.Day < Until;

    /// <summary>Whether it is part of what is kept.</summary>
    public bool Holds(PastService one) => one.Day < Until;

    /// <summary>The mark of a history: 16 hexadecimal digits of everything in its older part, in whatever order it is held.</summary>
    /// <remarks>FNV-1a of 64 bits: it tells two honest copies apart and guards against nobody; a cryptographic hash would make the app larger.</remarks>
    public string Mark(IEnumerable<PastMeasurement> measurements, IEnumerable<PastService> services)
    {
        var mark = 14695981039346656037UL;
        Span<byte> id = stackalloc byte[16];
        foreach (var one in measurements.Where(Holds).OrderBy(one => one.Day).ThenBy(one => one.Id))
        {
            one.Id.TryWriteBytes(id);
            foreach (var part in id) Add(ref mark, part);
            Number(ref mark, one.Day.DayNumber);
            foreach (var value in (ReadOnlySpan<int?>)[one.Weight, one.Height, (int?)one.Position, one.Head, one.Arm]) Number(ref mark, value ?? -1);
            Number(ref mark, one.HasOedema ? 1 : 0);
            Number(ref mark, (int)one.State);
            if (one.IsConfirmed) Number(ref mark, 1);
        }

        foreach (var one in services.Where(Holds).OrderBy(one => one.Day).ThenBy(one => one.Kind).ThenBy(one => one.Detail, StringComparer.Ordinal).ThenBy(one => one.Yes))
        {
            Number(ref mark, one.Day.DayNumber);
            Number(ref mark, (int)one.Kind);
            Number(ref mark, one.Yes ? 1 : 0);
            foreach (var letter in one.Detail ?? "") Number(ref mark, letter);
            Number(ref mark, -1);
        }

        return mark.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Lays what was sent of a child over what the phone had: its older part from before, the rest as sent. Gives whether the marks agreed.</summary>
    /// <param name="had">What the phone had; null when it did not know the child.</param>
    /// <param name="sent">The child as sent, with its mark.</param>
    public (FieldChild Child, bool Agrees) Join(FieldChild? had, FieldChild sent)
    {
        var measurements = had?.Measurements ?? [];
        var services = had?.Services ?? [];
        var newer = sent.Measurements.Select(one => one.Id).ToHashSet();
        return (sent with
        {
            Older = null,
            Measurements = [.. measurements.Where(one => Holds(one) && !newer.Contains(one.Id)).Concat(sent.Measurements).OrderBy(one => one.Day).ThenBy(one => one.Id)],
            Services = [.. services.Where(Holds), .. sent.Services],
        }, Mark(measurements, services) == sent.Older);
    }

    private static void Number(ref ulong mark, int value)
    {
        for (var shift = 0; shift < 32; shift += 8) Add(ref mark, (byte)(value >> shift));
    }

    private static void Add(ref ulong mark, byte part) => mark = (mark ^ part) * 1099511628211UL;
}
