using Lakudo.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Lakudo.Identity;

/// <summary>A member of staff who can sign in. Accounts belong to the installation; what they may do, to regions.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The name shown to colleagues.</summary>
    public string Name { get; set; } = "";

    /// <summary>Whether the present password was made for the person and must be replaced before anything else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Salted hash of the six-digit PIN by which clerks switch at a registered counter; null for none.</summary>
    public string? PinHash { get; set; }
}

/// <summary>A role that an account holds for a time.</summary>
internal sealed class HeldRole : IRegional
{
    public int RegionId { get; set; }

    public Guid Id { get; set; }

    public Guid AccountId { get; set; }

    public Role Role { get; set; }

    public int? HallId { get; set; }

    public int? AgencyId { get; set; }

    public DateTime From { get; set; }

    public DateTime? Until { get; set; }

    public Assignment Assignment => new(Role, RegionId, HallId, AgencyId);
}
