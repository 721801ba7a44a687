using System.Security.Cryptography;
using System.Text;

namespace Lakudo.Web.Backups;

/// <summary>
/// The recovery key as a person copies it from paper: thirteen groups of four signs and one check sign, in letters and digits that are not taken
/// for one another (no I, L, O, U). A wrong sign, two signs exchanged and two groups exchanged are found and the group is named.
/// </summary>
public static class RecoverySheet
{
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Groups = 13;

    /// <summary>The thirteen groups of a private key of 32 bytes.</summary>
    public static string[] Write(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, 32);
        var groups = new string[Groups];
        for (var g = 0; g < Groups; g++)
        {
            var values = new int[4];
            for (var i = 0; i < 4; i++) values[i] = Bits(key, ((g * 4) + i) * 5);
            groups[g] = string.Concat(values.Append(Check(g, values)).Select(v => Signs[v]));
        }

        return groups;
    }

    /// <summary>Reads what was typed; spaces, hyphens, line ends and small letters are allowed, and O, I and L are taken for 0 and 1.</summary>
    /// <returns>The 32 bytes; <see cref="BackupRefusals.SheetIncomplete"/> or <see cref="BackupRefusals.SheetGroupWrong"/> with the group's number.</returns>
    public static Kernel.Outcome<byte[]> Read(string typed)
    {
        var text = new StringBuilder();
        foreach (var letter in typed.ToUpperInvariant().Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.')))
        {
            text.Append(letter switch { 'O' => '0', 'I' or 'L' => '1', _ => letter });
        }

        var key = new byte[33];
        for (var g = 0; g < Math.Min(Groups, text.Length / 5); g++)
        {
            var values = Enumerable.Range(0, 5).Select(i => Signs.IndexOf(text[(g * 5) + i], StringComparison.Ordinal)).ToArray();
            if (values.Contains(-1) || Check(g, values.AsSpan(0, 4)) != values[4]) return BackupRefusals.SheetGroupWrong.With(g + 1);
            for (var i = 0; i < 4; i++) Put(key, ((g * 4) + i) * 5, values[i]);
        }

        if (text.Length != Groups * 5) return BackupRefusals.SheetIncomplete.With(text.Length);
        var read = key[..32];
        CryptographicOperations.ZeroMemory(key);
        return read;
    }

    private static int Bits(ReadOnlySpan<byte> key, int from)
    {
        var value = 0;
        for (var bit = from; bit < from + 5; bit++) value = (value << 1) | (bit < 256 ? (key[bit / 8] >> (7 - (bit % 8))) & 1 : 0);
        return value;
    }

    private static void Put(byte[] key, int from, int value)
    {
        for (var i = 0; i < 5; i++) key[(from + i) / 8] |= (byte)(((value >> (4 - i)) & 1) << (7 - ((from + i) % 8)));
    }

    /// <summary>A weighted sum in the field of 32 elements: different weights see exchanged signs, the group's number sees exchanged groups.</summary>
    private static int Check(int group, ReadOnlySpan<int> values)
    {
        var sum = group + 1;
        for (var i = 0; i < values.Length; i++) sum ^= Times(values[i], i + 2);
        return sum;
    }

    private static int Times(int a, int b)
    {
        var product = 0;
        for (; b > 0; b >>= 1, a = (a << 1) ^ ((a & 16) != 0 ? 0b100101 : 0))
        {
            if ((b & 1) != 0) product ^= a;
        }

        return product;
    }
}
