using Lakudo.Kernel;

namespace Lakudo.Web.Identity;

/// <summary>What an API client may be trusted with.</summary>
public static class ClientScopes
{
    /// <summary>Tickets and counters of a hall.</summary>
    public const string Hall = "hall";

    /// <summary>Applications and documents of one agency.</summary>
    public const string Applications = "applications";

    /// <summary>The public catalogue; open to all, named so that a client can be told apart.</summary>
    public const string Catalogue = "catalogue";

    /// <summary>The roles that scopes stand for, narrowed to a hall or agency.</summary>
    public static Assignment[] Assignments(IEnumerable<string> scopes, int region, int? hall, int? agency) =>
    [
        .. scopes.Select(s => s switch
        {
            Hall => new Assignment(Role.HallClient, region, hall),
            Applications => new Assignment(Role.ApplicationsClient, region, null, agency),
            _ => new Assignment(Role.Public, region),
        }),
    ];
}
