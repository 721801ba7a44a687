using Lakudo.Kernel;

namespace Lakudo.Hall.Setup;

/// <summary>A part of the hall with a board of its own.</summary>
internal sealed class Zone : IRegional
{
    public int RegionId { get; set; }

    public int HallId { get; set; }

    public int Id { get; set; }

    public string Name { get; set; } = "";
}

/// <summary>A series of numbers for a group of services.</summary>
internal sealed class Line : IRegional
{
    public int RegionId { get; set; }

    public int HallId { get; set; }

    public int Id { get; set; }

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public bool IsOpen { get; set; } = true;

    public int? Quota { get; set; }

    public int StandardMinutes { get; set; } = 10;

    public List<LineService> Services { get; } = [];
}

/// <summary>A service whose visitors stand in a line.</summary>
internal sealed class LineService : IRegional
{
    public int RegionId { get; set; }

    public int HallId { get; set; }

    public int LineId { get; set; }

    public Guid ServiceId { get; set; }
}

/// <summary>A counter: what stands above it, which zone's board shows it, whose it is and which lines it serves.</summary>
internal sealed class Counter : IRegional
{
    public int RegionId { get; set; }

    public int HallId { get; set; }

    public int Id { get; set; }

    public string Code { get; set; } = "";

    public int ZoneId { get; set; }

    /// <summary>The agency whose officers sit there; null for a counter of the hall itself.</summary>
    public int? AgencyId { get; set; }

    public List<CounterLine> Lines { get; } = [];
}

/// <summary>A line that a counter serves.</summary>
internal sealed class CounterLine : IRegional
{
    public int RegionId { get; set; }

    public int HallId { get; set; }

    public int CounterId { get; set; }

    public int LineId { get; set; }
}

/// <summary>When the hall works on a weekday: local wall-clock times.</summary>
internal sealed class HallHours : IRegional
{
    public int RegionId { get; set; }

    public int HallId { get; set; }

    public DayOfWeek Weekday { get; set; }

    public TimeOnly Opens { get; set; }

    public TimeOnly LastNumber { get; set; }

    public TimeOnly Closes { get; set; }
}

/// <summary>A break of the whole hall on a weekday, such as Friday prayer.</summary>
internal sealed class HallBreak : IRegional
{
    public int RegionId { get; set; }

    public int HallId { get; set; }

    public DayOfWeek Weekday { get; set; }

    public TimeOnly From { get; set; }

    public TimeOnly Until { get; set; }

    public bool StopsNumbers { get; set; }
}

/// <summary>What the clerks say of a service today: five things that must hold for it to be had.</summary>
internal sealed class ServiceStatus : IRegional
{
    public int RegionId { get; set; }

    public int HallId { get; set; }

    public Guid ServiceId { get; set; }

    public DateOnly Day { get; set; }

    public ServiceObstacles Obstacles { get; set; }

    public DateTime SetAt { get; set; }
}

/// <summary>What can keep a service from being had today.</summary>
[Flags]
public enum ServiceObstacles
{
    /// <summary>Nothing: it can be had.</summary>
    None = 0,

    /// <summary>Loket tidak dijaga.</summary>
    NoOfficer = 1,

    /// <summary>Pejabat tidak di tempat.</summary>
    NoSigner = 2,

    /// <summary>Aplikasi instansi tidak dapat dibuka.</summary>
    OutsideApplicationDown = 4,

    /// <summary>Jaringan mati.</summary>
    NetworkDown = 8,

    /// <summary>Blangko habis.</summary>
    NoBlanks = 16,
}
