using System.Security.Cryptography;

namespace Lakudo.Identity;

/// <summary>Makes first passwords: four groups of four letters and digits that cannot be mistaken for one another, 80 bits.</summary>
public static class FirstPassword
{
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>A new password, for example <c>k7mq-x2pe-9fwd-hs4t</c>. It is printed once and kept nowhere.</summary>
    public static string Make() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Signs, 4)));
}
