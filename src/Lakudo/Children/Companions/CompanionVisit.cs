using Lakudo.Kernel;

namespace Lakudo.Children.Companions;

/// <summary>A visit as companion and puskesmas read it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Met">Whether mother or child was there.</param>
/// <param name="Words">The companion's words; empty where none are kept.</param>
/// <param name="NeedsMidwife">Whether the companion asks for a midwife.</param>
public sealed record ToldVisit(DateOnly Day, bool Met, string Words, bool NeedsMidwife);

/// <summary>A companion was at a family's home, and what the puskesmas should know of it.</summary>
internal sealed class CompanionVisit : IRegional
{
    /// <summary>The longest of the words, in UTF-16 units.</summary>
    internal const int Longest = 200;

    private CompanionVisit()
    {
    }

    public CompanionVisit(Companionship companionship, Guid id, DateOnly day, bool met, string words, bool needsMidwife, DateTime now) =>
        (RegionId, Id, CompanionshipId, Day, Met, Words, NeedsMidwife, At) = (companionship.RegionId, id, companionship.Id, day, met, words, needsMidwife, now);

    public int RegionId { get; private set; }

    public Guid Id { get; private set; }

    public Guid CompanionshipId { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>Whether mother or child was there.</summary>
    public bool Met { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>Whether the companion asks for a midwife.</summary>
    public bool NeedsMidwife { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>A child of the family was erased: words go, that somebody was there stays.</summary>
    public void Forget() => Words = "";
}
