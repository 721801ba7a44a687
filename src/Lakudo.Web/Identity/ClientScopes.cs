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
        .. scopes.Select(s => new Assignment(RoleOf(s), region, s == Hall ? hall : null, s == Applications ? agency : null)),
    ];

    /// <summary>The role a scope stands for.</summary>
    public static Role RoleOf(string scope) => scope switch
    {
        Hall => Role.HallClient,
        Applications => Role.ApplicationsClient,
        _ => Role.Public,
    };
}
