using System.Net;
using Lakudo.Kernel;
using Lakudo.Web.CommandLine;
using Lakudo.Web.Host;

namespace Lakudo.Web.Https;

/// <summary>What must be right about HTTPS before a server listens. What is wrong is said in a sentence instead of a trace from the depth of a library.</summary>
public static class HttpsStart
{
    /// <summary>Looks. Answers the first refusal (T-001 to T-009), or null.</summary>
    /// <param name="arguments">The settings given on the command line.</param>
    /// <param name="urls">The addresses that will be listened on, with semicolons.</param>
    public static Refusal? Check(IReadOnlyList<string> arguments, string urls)
    {
        var configuration = Offline.Configuration(arguments);
        var settings = configuration.GetSection("Lakudo").Get<Settings>() ?? new Settings();
        return Check(HttpsSettings.Read(configuration), settings, urls);
    }

    /// <summary>The same for settings that were read.</summary>
    public static Refusal? Check(HttpsSettings https, Settings settings, string urls)
    {
        if (https.Kind is not { } way) return HttpsRefusals.SettingWrong.With("Https:Way", https.Way);
        if (https.KnownProxies() is { IsRefused: true } proxies) return proxies.Refusal;
        if (!Uri.TryCreate(settings.PublicAddress, UriKind.Absolute, out var address)) return HttpsRefusals.SettingWrong.With("Lakudo:PublicAddress", settings.PublicAddress);
        var listens = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var hears = listens.Any(u => u.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
        if (way is not HttpsWay.None && address.Scheme != Uri.UriSchemeHttps) return HttpsRefusals.AddressNotHttps.With(settings.PublicAddress);
        return way switch
        {
            HttpsWay.Certificate or HttpsWay.Acme when !hears => HttpsRefusals.NoHttpsListener.With(https.Way, urls),
            HttpsWay.None or HttpsWay.Proxy when hears => HttpsRefusals.NoCertificate.With(urls),
            HttpsWay.Certificate => CertificateFile.Read(https.Certificate, https.Key, https.Password).Refusal,
            HttpsWay.Acme => Acme(https, address, listens, urls),
            _ => null,
        };
    }

    private static Refusal? Acme(HttpsSettings https, Uri address, string[] listens, string urls)
    {
        if (!Uri.TryCreate(https.Acme, UriKind.Absolute, out var directory) || directory.Scheme != Uri.UriSchemeHttps) return HttpsRefusals.SettingWrong.With("Https:Acme", https.Acme);
        if (https.AcmeRoots.Length > 0 && !File.Exists(https.AcmeRoots)) return HttpsRefusals.SettingWrong.With("Https:AcmeRoots", https.AcmeRoots);
        if (!listens.Any(u => u.StartsWith("http://", StringComparison.OrdinalIgnoreCase))) return HttpsRefusals.NoHttpListener.With(urls);
        return IPAddress.TryParse(address.Host.Trim('[', ']'), out _) || !address.Host.Contains('.', StringComparison.Ordinal) ? HttpsRefusals.NameNotPublic.With(address.Host) : null;
    }
}
