using System.Collections.Frozen;

namespace Lakudo.Kernel;

/// <summary>Everything that can be done, each with the roles that may do it in <see cref="Permissions"/>.</summary>
public enum Act
{
    /// <summary>Read the journal and verify its chain.</summary>
    ReadJournal,

    /// <summary>Make regions, halls and agencies.</summary>
    ManageRegion,
}

/// <summary>
/// The table of allowed acts, to be read from top to bottom. An act that is not listed is allowed to nobody. Hall and agency bounds are
/// checked beside it by <see cref="Caller.MayNot"/>.
/// </summary>
public static class Permissions
{
    private static readonly FrozenDictionary<Act, Role[]> Table = new Dictionary<Act, Role[]>
    {
        [Act.ReadJournal] = [Role.ItOfficer, Role.Inspector, Role.RegionAdmin],
        [Act.ManageRegion] = [Role.RegionAdmin, Role.System],
    }.ToFrozenDictionary();

    /// <summary>The roles that may do an act.</summary>
    public static IReadOnlyList<Role> For(Act act) => Table.TryGetValue(act, out var roles) ? roles : [];
}
