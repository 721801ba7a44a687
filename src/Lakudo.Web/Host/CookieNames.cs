namespace Lakudo.Web.Host;

/// <summary>
/// Cookies that show who somebody is carry the prefix <c>__Host-</c> where HTTPS is set up: a browser then takes them from this host only, over HTTPS, for the whole site
/// (RFC 6265bis, 4.1.3). Over plain HTTP no browser takes such a name.
/// </summary>
public static class CookieNames
{
    private const string Prefix = "__Host-";

    /// <summary>The name of a cookie.</summary>
    /// <param name="name">Its plain name.</param>
    /// <param name="https">Whether it is set over HTTPS.</param>
    public static string Of(string name, bool https) => https ? Prefix + name : name;

    /// <summary>The value of a cookie under either name: one that was set before HTTPS was, is still read.</summary>
    public static string? Read(HttpRequest request, string name) => request.Cookies[Prefix + name] ?? request.Cookies[name];

    /// <summary>Whether the request carries a cookie under either name.</summary>
    public static bool Has(HttpRequest request, string name) => Read(request, name) is { Length: > 0 };
}
