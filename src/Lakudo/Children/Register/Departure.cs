using Lakudo.Kernel;

namespace Lakudo.Children.Register;

/// <summary>A child or pregnancy that used to be at a posyandu: its phones are told to forget it, and what they still send of it is taken in.</summary>
internal sealed class Departure : IRegional
{
    private Departure()
    {
    }

    public Departure(int regionId, Guid posyanduId, Guid subject, long change) => (RegionId, PosyanduId, Subject, Change) = (regionId, posyanduId, subject, change);

    public int RegionId { get; private set; }

    public Guid PosyanduId { get; private set; }

    public Guid Subject { get; private set; }

    /// <summary>The <see cref="Network.Posyandu.Change"/> with which it left.</summary>
    public long Change { get; private set; }

    /// <summary>It left again.</summary>
    public void Again(long change) => Change = change;
}
