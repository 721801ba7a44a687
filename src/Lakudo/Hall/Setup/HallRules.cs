using Lakudo.Hall.Day;
using Lakudo.Kernel;

namespace Lakudo.Hall.Setup;

/// <summary>The rules a hall's manager sets and the hall shows: fairness, second chance, numbers from afar. A hall without a row keeps the defaults.</summary>
internal sealed class HallRules : IRegional
{
    public int RegionId { get; set; }

    public int HallId { get; set; }

    /// <summary>N: nobody is overtaken by priority more than this many times.</summary>
    public int MaxOvertakes { get; set; } = 3;

    /// <summary>M: nobody who has waited this many minutes is overtaken any more.</summary>
    public int MaxWaitMinutes { get; set; } = 20;

    /// <summary>Minutes after which a missed number comes back by itself.</summary>
    public int SecondChanceMinutes { get; set; } = 5;

    /// <summary>Minutes within which the holder of a number from afar must check in.</summary>
    public int CheckInMinutes { get; set; } = 60;

    /// <summary>Most numbers from afar for one telephone or mailbox a day.</summary>
    public int WebTicketsPerPerson { get; set; } = 3;

    /// <summary>Most numbers from afar for one network address a day. Many telephones share an address, so it is well above the other.</summary>
    public int WebTicketsPerAddress { get; set; } = 15;

    /// <summary>What the day's model needs of them.</summary>
    public DayRules ForDay => new(MaxOvertakes, MaxWaitMinutes, SecondChanceMinutes, CheckInMinutes);
}
