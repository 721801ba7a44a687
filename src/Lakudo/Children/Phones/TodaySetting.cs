using Lakudo.Field;
using Lakudo.Kernel;

namespace Lakudo.Children.Phones;

/// <summary>For how many days after its last contact a phone of the region opens its list of the day by the PIN alone. A region without a row has the usual number.</summary>
internal sealed class TodaySetting : IRegional
{
    private TodaySetting()
    {
    }

    public TodaySetting(int regionId, int days) => (RegionId, Days) = (regionId, days);

    public int RegionId { get; private set; }

    public int Days { get; private set; }

    /// <summary>Another number from now on. Refused with C-072 outside the limits.</summary>
    public Refusal? Become(int days)
    {
        if (days is < TodayLimits.Fewest or > TodayLimits.Most) return ChildrenRefusals.TodayDaysWrong.With(TodayLimits.Fewest, TodayLimits.Most);
        Days = days;
        return null;
    }
}
