using Lakudo.Kernel;

namespace Lakudo.Web.Simulators.Bsre;

/// <summary>A signer the simulator knows; all are invented.</summary>
/// <param name="Email">Account by e-mail.</param>
/// <param name="Nik">Account by NIK, of a region that does not exist.</param>
/// <param name="Name">Name in the certificate.</param>
/// <param name="Status">ISSUE, EXPIRED, SUSPEND, REVOKE or WAITING_FOR_VERIFICATION.</param>
public sealed record BsreAccount(string Email, string Nik, string Name, string Status)
{
    /// <summary>All of <c>data/simulator/bsre-signers.csv</c>.</summary>
    public static IReadOnlyList<BsreAccount> All { get; } = DataFile.Read("simulator/bsre-signers.csv", c => new BsreAccount(c("email"), c("nik"), c("name"), c("status")));

    /// <summary>Whether it answers late, so that clients time out.</summary>
    internal bool IsSlow => Email.StartsWith("lambat@", StringComparison.Ordinal);

    internal static BsreAccount? Find(string? nik, string? email) => All.FirstOrDefault(a => (nik is { Length: > 0 } && a.Nik == nik) || string.Equals(a.Email, email, StringComparison.OrdinalIgnoreCase));
}
