namespace Lakudo.Web.Https;

/// <summary>The certificate that the next connection is shown. Connections that stand keep theirs.</summary>
public sealed class CertificateInUse
{
    private volatile ServedCertificate? _now;

    /// <summary>The present one; null until the first has come from the authority.</summary>
    public ServedCertificate? Now => _now;

    /// <summary>Shows another one from now on.</summary>
    public void Use(ServedCertificate certificate) => _now = certificate;
}
