using Lakudo.Kernel;

namespace Lakudo.Children.Network;

/// <summary>A posyandu: the place in a village where children are measured once a month.</summary>
internal sealed class Posyandu : IRegional
{
    private Posyandu()
    {
    }

    public Posyandu(int regionId, Guid id, string name, int villageId, int puskesmasId, int dayOfMonth)
    {
        (RegionId, Id, Name, VillageId, PuskesmasId, DayOfMonth) = (regionId, id, name, villageId, puskesmasId, dayOfMonth);
    }

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The kernel's area.</summary>
    public int VillageId { get; private set; }

    public int PuskesmasId { get; private set; }

    /// <summary>On which day of the month it is held, 1 to 28.</summary>
    public int DayOfMonth { get; private set; }

    /// <summary>Since when (UTC) it is not held any more; null while it is. What was measured there stays.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Whether there is no signal: its phones then open their list of the day by the PIN alone for longer.</summary>
    public bool HasNoSignal { get; private set; }

    /// <summary>Raised by every commit that changes something a phone of this posyandu may have; the cursor of its phones.</summary>
    public long Change { get; private set; }

    /// <summary>Has another name, lies elsewhere, belongs to another puskesmas or is held on another day from now on. Gives whether anything changed.</summary>
    public bool Become(string name, int villageId, int puskesmasId, int dayOfMonth)
    {
        if ((Name, VillageId, PuskesmasId, DayOfMonth) == (name, villageId, puskesmasId, dayOfMonth)) return false;
        (Name, VillageId, PuskesmasId, DayOfMonth) = (name, villageId, puskesmasId, dayOfMonth);
        return true;
    }

    /// <summary>It has a signal, or none. Gives whether that is new.</summary>
    public bool NoteSignal(bool hasSignal)
    {
        if (HasNoSignal == !hasSignal) return false;
        HasNoSignal = !hasSignal;
        return true;
    }

    /// <summary>It is not held any more.</summary>
    public void Close(DateTime now) => ClosedAt ??= now;

    /// <summary>It is held again.</summary>
    public void Reopen() => ClosedAt = null;

    /// <summary>The next day on which it is held, today included.</summary>
    public DateOnly NextDay(DateOnly today)
    {
        var here = new DateOnly(today.Year, today.Month, DayOfMonth);
        return here >= today ? here : here.AddMonths(1);
    }
}
