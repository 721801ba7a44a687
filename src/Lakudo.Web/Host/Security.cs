namespace Lakudo.Web.Host;

/// <summary>The security headers of every answer.</summary>
public static class Security
{
    /// <summary>What a page may ask a browser for: the camera reads a phone's QR codes, a passkey signs in, a board fills its screen and speaks. Nothing else.</summary>
    private const string Allowed = "accelerometer=(), autoplay=(self), bluetooth=(), browsing-topics=(), camera=(self), display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), hid=(), "
        + "idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(self), screen-wake-lock=(self), serial=(), usb=(), xr-spatial-tracking=()";

    /// <summary>Everything from this server only, no inline script or style, no frames.</summary>
    /// <param name="https">Whether HTTPS is set up: then browsers remember for a year to come by nothing else. Other names of the domain belong to others and are not bound.</param>
    public static HeaderPolicyCollection Headers(bool https)
    {
        var headers = new HeaderPolicyCollection()
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyStrictOriginWhenCrossOrigin()
            .RemoveServerHeader()
            .AddCustomHeader("Permissions-Policy", Allowed)
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().Self();
                csp.AddScriptSrc().Self();
                csp.AddStyleSrc().Self();
                csp.AddImgSrc().Self().Data();
                csp.AddFontSrc().Self();
                csp.AddConnectSrc().Self();
                csp.AddObjectSrc().None();
                csp.AddBaseUri().Self();
                csp.AddFormAction().Self();
                csp.AddFrameAncestors().None();
            });
        return https ? headers.AddStrictTransportSecurityMaxAge(maxAgeInSeconds: 31_536_000) : headers;
    }

    /// <summary>Whatever leaves as a file to be saved may run nothing, should a browser show it all the same. Stands before the headers of every answer, so that it has the last word.</summary>
    public static Task SandboxDownloads(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.Headers.ContentDisposition.ToString().StartsWith("attachment", StringComparison.OrdinalIgnoreCase))
            {
                context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
                context.Response.Headers.XContentTypeOptions = "nosniff";
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>The posyandu app: as strict, without inline styles; its program is WebAssembly, which asks for the one word more.</summary>
    /// <param name="https">As above.</param>
    public static HeaderPolicyCollection Posyandu(bool https)
    {
        var headers = new HeaderPolicyCollection()
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyNoReferrer()
            .RemoveServerHeader()
            .AddCustomHeader("Permissions-Policy", Allowed)
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddScriptSrc().Self().WasmUnsafeEval();
                csp.AddStyleSrc().Self();
                csp.AddImgSrc().Self();
                csp.AddConnectSrc().Self();
                csp.AddManifestSrc().Self();
                csp.AddWorkerSrc().Self();
                csp.AddBaseUri().Self();
                csp.AddFormAction().Self();
                csp.AddFrameAncestors().None();
            });
        return https ? headers.AddStrictTransportSecurityMaxAge(maxAgeInSeconds: 31_536_000) : headers;
    }
}
