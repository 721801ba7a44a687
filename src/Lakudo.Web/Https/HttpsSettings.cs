using System.Net;
using Lakudo.Kernel;

namespace Lakudo.Web.Https;

/// <summary>Where the certificate of an installation comes from.</summary>
public enum HttpsWay
{
    /// <summary>Nowhere: plain HTTP, for a trial on one machine.</summary>
    None,

    /// <summary>Files that somebody else puts there and renews.</summary>
    Certificate,

    /// <summary>An authority that speaks ACME (RFC 8555); the program asks and renews by itself.</summary>
    Acme,

    /// <summary>A proxy in front has it; the program behind speaks HTTP with that proxy only.</summary>
    Proxy,
}

/// <summary>The section <c>Https</c> of the configuration. Not a record, so that no log line prints the password.</summary>
public sealed class HttpsSettings
{
    /// <summary><c>certificate</c>, <c>acme</c>, <c>proxy</c>, or empty for none.</summary>
    public string Way { get; set; } = "";

    /// <summary>The certificate: PEM with the chain below it, or PFX (PKCS #12) with its key.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>The private key as PEM; empty when it is in the file of the certificate.</summary>
    public string Key { get; set; } = "";

    /// <summary>The password of the PFX or of an encrypted key; better in the environment (<c>Https__Password</c>) than in a file.</summary>
    public string Password { get; set; } = "";

    /// <summary>The ACME authority's directory.</summary>
    public string Acme { get; set; } = "https://acme-v02.api.letsencrypt.org/directory";

    /// <summary>PEM of the roots an authority of one's own is trusted by; empty for the machine's.</summary>
    public string AcmeRoots { get; set; } = "";

    /// <summary>A mailbox the authority may write to, or empty.</summary>
    public string Contact { get; set; } = "";

    /// <summary>Addresses and networks whose <c>X-Forwarded-For</c> and <c>-Proto</c> are believed, with commas. Null for the machine itself, or nobody where the program holds the certificate.</summary>
    public string? Proxies { get; set; }

    /// <summary><see cref="Way"/> as a value; null for a word that is none of them.</summary>
    public HttpsWay? Kind => Way.Length == 0 ? HttpsWay.None : Enum.TryParse<HttpsWay>(Way, ignoreCase: true, out var way) && !char.IsDigit(Way[0]) ? way : null;

    /// <summary>Whether citizens reach the installation by HTTPS only.</summary>
    public bool IsOn => Kind is HttpsWay.Certificate or HttpsWay.Acme or HttpsWay.Proxy;

    /// <summary>Reads the section.</summary>
    public static HttpsSettings Read(IConfiguration configuration) => configuration.GetSection("Https").Get<HttpsSettings>() ?? new();

    /// <summary>The networks of <see cref="Proxies"/>; a single address is a network of one. Refused with T-001 when one cannot be read.</summary>
    public Outcome<IReadOnlyList<IPNetwork>> KnownProxies()
    {
        // Who holds the certificate is the outermost: behind a tunnel that passes TLS on unread, every citizen comes from this machine and could write such a header.
        var named = Proxies ?? (Kind is HttpsWay.Certificate or HttpsWay.Acme ? "" : "127.0.0.0/8, ::1");
        var networks = new List<IPNetwork>();
        foreach (var one in named.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPNetwork.TryParse(one, out var network)) networks.Add(network);
            else if (IPAddress.TryParse(one, out var address)) networks.Add(new(address, address.GetAddressBytes().Length * 8));
            else return HttpsRefusals.SettingWrong.With("Https:Proxies", one);
        }

        return networks;
    }
}
