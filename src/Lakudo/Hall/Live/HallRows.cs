using Lakudo.Hall.Day;
using Lakudo.Kernel;

namespace Lakudo.Hall.Live;

/// <summary>The version of a hall's day: the number of its last fact. Raised only from the version that was loaded.</summary>
internal sealed class HallDayRow : IRegional
{
    public int RegionId { get; set; }

    public int HallId { get; set; }

    public DateOnly Day { get; set; }

    public long Version { get; set; }

    public bool IsOpen { get; set; }
}

/// <summary>A ticket as reports and the database's own checks see it.</summary>
internal sealed class TicketRow : IRegional
{
    public int RegionId { get; set; }

    public Guid Id { get; set; }

    public int HallId { get; set; }

    public DateOnly Day { get; set; }

    public int Series { get; set; }

    public int Number { get; set; }

    public string Label { get; set; } = "";

    public int Line { get; set; }

    public Guid? Service { get; set; }

    public TicketOrigin Origin { get; set; }

    public PriorityGroups Groups { get; set; }

    public bool Priority { get; set; }

    public TicketState State { get; set; }

    public int? Counter { get; set; }

    public DateTime TakenAt { get; set; }

    public DateTime? CalledAt { get; set; }

    public DateTime? StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public static TicketRow Of(DayKey key, HallTicket t) => new()
    {
        RegionId = key.Region,
        Id = t.Id,
        HallId = key.Hall,
        Day = key.Day,
        Series = t.Series,
        Number = t.Number,
        Label = t.Label,
        Line = t.Line,
        Service = t.Service,
        Origin = t.Origin,
        Priority = t.Priority,
        State = t.State,
        Counter = t.Counter,
        TakenAt = t.TakenAt,
        CalledAt = t.CalledAt,
        StartedAt = t.StartedAt,
        EndedAt = t.EndedAt,
    };
}
