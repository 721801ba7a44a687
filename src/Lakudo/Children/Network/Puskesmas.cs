using Lakudo.Kernel;

namespace Lakudo.Children.Network;

/// <summary>A community health centre. It validates what its posyandu measure.</summary>
internal sealed class Puskesmas : IRegional
{
    private Puskesmas()
    {
    }

    public Puskesmas(int regionId, int id, string name) => (RegionId, Id, Name) = (regionId, id, name);

    public int RegionId { get; private set; }

    /// <summary>Small number within the region.</summary>
    public int Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Since when (UTC) it does not work any more; null while it does.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>It is called otherwise from now on.</summary>
    public void Rename(string name) => Name = name;

    /// <summary>It does not work any more.</summary>
    public void Close(DateTime now) => ClosedAt ??= now;

    /// <summary>It works again.</summary>
    public void Reopen() => ClosedAt = null;
}
