using System.Security.Claims;
using System.Text.Json;
using Lakudo.Identity;
using Lakudo.Web.Host;
using Microsoft.AspNetCore.Identity;

namespace Lakudo.Web.Identity;

/// <summary>
/// Makes the claims of a signed-in account. Until a first password is replaced and, for roles that ask for one, an authenticator is set up,
/// the account holds no role at all: the claims say what is missing instead.
/// </summary>
public sealed class StaffPrincipal(RolesInForce roles) : IUserClaimsPrincipalFactory<Account>
{
    /// <summary>Claim that says what must be done first: <c>sandi</c> or <c>autentikator</c>.</summary>
    public const string MissingClaim = "lakudo:missing";

    /// <summary>Claim with the name shown to colleagues.</summary>
    public const string NameClaim = "lakudo:name";

    /// <inheritdoc />
    public async Task<ClaimsPrincipal> CreateAsync(Account user)
    {
        var held = await roles.Of(user.Id);
        var missing = user.MustChangePassword ? "sandi"
            : !user.TwoFactorEnabled && held.Any(a => RolesInForce.AsksForTotp(a.Role)) ? "autentikator"
            : null;
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Name, user.UserName!));
        identity.AddClaim(new Claim(NameClaim, user.Name));
        identity.AddClaim(new Claim("AspNet.Identity.SecurityStamp", user.SecurityStamp ?? ""));
        identity.AddClaim(missing is null
            ? new Claim(CurrentCaller.AssignmentsClaim, JsonSerializer.Serialize(held))
            : new Claim(MissingClaim, missing));
        return new ClaimsPrincipal(identity);
    }
}
