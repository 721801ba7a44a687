namespace Lakudo.Web.Host;

/// <summary>
/// Builds a cookie with the prefix <c>__Host-</c>: secure and for the whole site, whatever the request came by. Browsers take it from http://localhost too, where the officer
/// at the machine's keyboard sits.
/// </summary>
public sealed class HostCookie : CookieBuilder
{
    /// <inheritdoc />
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        (options.Secure, options.Path, options.Domain) = (true, "/", null);
        return options;
    }

    /// <summary>A cookie of this name that no script reads; under plain HTTP without prefix.</summary>
    /// <param name="name">Its plain name.</param>
    /// <param name="https">Whether HTTPS is set up.</param>
    /// <param name="sameSite">Whether other sites' links send it along.</param>
    public static CookieBuilder Named(string name, bool https, SameSiteMode sameSite)
    {
        CookieBuilder cookie = https ? new HostCookie() : new CookieBuilder();
        (cookie.Name, cookie.HttpOnly, cookie.IsEssential, cookie.SameSite) = (CookieNames.Of(name, https), true, true, sameSite);
        (cookie.Path, cookie.SecurePolicy) = ("/", CookieSecurePolicy.SameAsRequest);
        return cookie;
    }
}
