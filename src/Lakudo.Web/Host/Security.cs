namespace Lakudo.Web.Host;

/// <summary>The security headers of every answer.</summary>
public static class Security
{
    /// <summary>Everything from this server only, no inline script, no frames.</summary>
    /// <param name="https">Whether HTTPS is set up: then browsers remember for a year to come by nothing else. Other names of the domain belong to others and are not bound.</param>
    public static HeaderPolicyCollection Headers(bool https)
    {
        var headers = new HeaderPolicyCollection()
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyStrictOriginWhenCrossOrigin()
            .RemoveServerHeader()
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().Self();
                csp.AddScriptSrc().Self();
                // Charts and progress bars carry widths in style attributes.
                csp.AddStyleSrc().Self().UnsafeInline();
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

    /// <summary>The posyandu app: as strict, without inline styles; its program is WebAssembly, which asks for the one word more.</summary>
    /// <param name="https">As above.</param>
    public static HeaderPolicyCollection Posyandu(bool https)
    {
        var headers = new HeaderPolicyCollection()
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyNoReferrer()
            .RemoveServerHeader()
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
