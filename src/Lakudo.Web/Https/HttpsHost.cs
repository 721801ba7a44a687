using Lakudo.Web.Host;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Lakudo.Web.Https;

/// <summary>Puts HTTPS into the server: which certificate connections are shown, who keeps it fresh, and whose forwarded headers are believed.</summary>
public static class HttpsHost
{
    /// <summary>Registers it. What <see cref="HttpsStart"/> refuses is an exception here.</summary>
    public static HttpsSettings AddHttps(this WebApplicationBuilder builder, Settings settings)
    {
        var https = HttpsSettings.Read(builder.Configuration);
        var use = new CertificateInUse();
        builder.Services.AddSingleton(use);
        builder.Services.AddSingleton<AcmeChallenges>();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(o => Show(o, use)));
        builder.Services.Configure<ForwardedHeadersOptions>(o => Believe(o, https));
        if (https.Kind is HttpsWay.Certificate)
        {
            use.Use(CertificateFile.Read(https.Certificate, https.Key, https.Password).Value);
            builder.Services.AddHostedService<CertificateWatch>();
        }
        else if (https.Kind is HttpsWay.Acme)
        {
            builder.Services.AddSingleton<AcmeFiles>();
            builder.Services.AddSingleton<OrderCertificate>();
            builder.Services.AddHostedService<AcmeRenewal>();
            if (new AcmeFiles(new KeyFiles(settings)).Certificate() is { } kept) use.Use(kept);
        }

        return https;
    }

    private static void Show(HttpsConnectionAdapterOptions options, CertificateInUse use)
    {
        options.ServerCertificateSelector = (_, _) => use.Now?.Leaf;
        // The selector knows no chain; without it telephones that never met the issuer refuse.
        options.OnAuthenticate = (_, tls) =>
        {
            if (use.Now is not { } now) return;
            (tls.ServerCertificateSelectionCallback, tls.ServerCertificateContext) = (null, now.Context);
        };
    }

    private static void Believe(ForwardedHeadersOptions options, HttpsSettings https)
    {
        var known = https.KnownProxies().Value;
        options.ForwardedHeaders = known.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in known) options.KnownIPNetworks.Add(network);
        // Each proxy of a row must be known; the first that is not is the citizen.
        options.ForwardLimit = null;
    }
}
