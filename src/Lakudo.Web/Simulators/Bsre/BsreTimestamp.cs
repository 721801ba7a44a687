using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.Utilities.Collections;

namespace Lakudo.Web.Simulators.Bsre;

/// <summary>Stamps the time on a signature (RFC 3161), with the simulator's own timestamp certificate.</summary>
internal static class BsreTimestamp
{
    /// <summary>The policy under which the simulator stamps: an example arc (1.3.6.1.4.1.32473), nobody's real one.</summary>
    private const string Policy = "1.3.6.1.4.1.32473.1";

    /// <summary>A token over a signature's value, DER.</summary>
    internal static byte[] Over(byte[] signature, BsreAuthority.Pair stamper, DateTime at)
    {
        var request = new TimeStampRequestGenerator();
        request.SetCertReq(true);
        var asked = request.Generate(TspAlgorithms.Sha256, SHA256.HashData(signature));
        var certificate = DotNetUtilities.FromX509Certificate(stamper.Certificate);
        var generator = new TimeStampTokenGenerator(DotNetUtilities.GetRsaKeyPair(stamper.Key).Private, certificate, TspAlgorithms.Sha256, Policy);
        generator.SetCertificates(CollectionUtilities.CreateStore([certificate]));
        return generator.Generate(asked, new BigInteger(1, RandomNumberGenerator.GetBytes(8)), at).GetEncoded("DER");
    }
}
