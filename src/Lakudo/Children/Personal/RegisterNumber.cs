namespace Lakudo.Children.Personal;

/// <summary>
/// The number by which the puskesmas names a record of the register to the officer for personal data, such as <c>A-7K3M9-QXT2P</c>: most children, many mothers and all cadres have no NIK there.
/// It follows from the id, says nothing of the person, and has no letter that looks like a digit.
/// </summary>
public static class RegisterNumber
{
    /// <summary>The letter of a child (anak).</summary>
    public const char Child = 'A';

    /// <summary>The letter of a mother or pregnant woman (ibu).</summary>
    public const char Mother = 'I';

    /// <summary>The letter of a health worker (petugas, kader).</summary>
    public const char Worker = 'K';

    /// <summary>The letter of a cadre's phone (ponsel).</summary>
    public const char Phone = 'P';

    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 10;

    /// <summary>The number of a record.</summary>
    public static string Of(char kind, Guid id)
    {
        Span<char> signs = stackalloc char[Length];
        var rest = Tail(id);
        for (var i = Length - 1; i >= 0; i--, rest >>= 5) signs[i] = Signs[(int)(rest & 31)];
        return $"{kind}-{signs[..5]}-{signs[5..]}";
    }

    /// <summary>Whether something typed is the number of a record of this kind; small letters, spaces and missing hyphens do not matter.</summary>
    internal static bool Is(string typed, char kind, out ulong tail)
    {
        tail = 0;
        var signs = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (signs.Length != Length + 1 || signs[0] != kind) return false;
        foreach (var sign in signs.AsSpan(1))
        {
            if (Signs.IndexOf(sign) is not (>= 0 and var value)) return false;
            tail = (tail << 5) | (uint)value;
        }

        return true;
    }

    /// <summary>The one id that has this number; null where there is none, or by a chance of one in millions more than one.</summary>
    internal static Guid? Find(IEnumerable<Guid> ids, ulong tail) => ids.Where(id => Tail(id) == tail).Take(2).ToList() is [var one] ? one : null;

    /// <summary>The last fifty bits, which are random in every id.</summary>
    private static ulong Tail(Guid id) => System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(id.ToByteArray(bigEndian: true).AsSpan(8)) & ((1UL << 50) - 1);
}
