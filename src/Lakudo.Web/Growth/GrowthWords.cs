using System.Runtime.CompilerServices;
using System.Text;
using Lakudo.Growth;

namespace Lakudo.Web.Growth;

/// <summary>The words that files use for sex, position and oedema: WHO's codes and the Indonesian ones.</summary>
internal static class GrowthWords
{
    /// <summary>1, m, L, laki-laki are a boy; 2, f, P, perempuan a girl; null for anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sex? Sex(ReadOnlySpan<byte> text) => text.Length == 1
        ? (text[0] | 0x20) switch
        {
            '1' or 'm' or 'l' => Lakudo.Growth.Sex.Male,
            '2' or 'f' or 'p' => Lakudo.Growth.Sex.Female,
            _ => null,
        }
        : Is(text, "laki-laki") || Is(text, "laki laki") || Is(text, "laki") || Is(text, "male") ? Lakudo.Growth.Sex.Male
        : Is(text, "perempuan") || Is(text, "female") ? Lakudo.Growth.Sex.Female
        : null;

    /// <summary>L, terlentang is lying; H, berdiri is standing; null for anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Position? Position(ReadOnlySpan<byte> text) => text.Length == 1
        ? (text[0] | 0x20) switch { 'l' => Lakudo.Growth.Position.Lying, 'h' => Lakudo.Growth.Position.Standing, _ => null }
        : Is(text, "terlentang") || Is(text, "telentang") || Is(text, "lying") ? Lakudo.Growth.Position.Lying
        : Is(text, "berdiri") || Is(text, "standing") ? Lakudo.Growth.Position.Standing
        : null;

    /// <summary>y, 1, ya is yes; n, 2, 0, tidak is no; null for anything else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? Oedema(ReadOnlySpan<byte> text) => text.Length == 1
        ? text[0] switch { (byte)'y' or (byte)'Y' or (byte)'1' => true, (byte)'n' or (byte)'N' or (byte)'2' or (byte)'0' => false, _ => null }
        : Is(text, "ya") || Is(text, "yes") ? true
        : Is(text, "tidak") || Is(text, "no") ? false
        : null;

    /// <summary>NA and a lone dash say that nothing was measured, as an empty field does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MeansMissing(ReadOnlySpan<byte> text) => text is [(byte)'-'] || (text.Length == 2 && Is(text, "NA"));

    /// <summary>Whether the text is this word, whatever its case.</summary>
    public static bool Is(ReadOnlySpan<byte> text, string word) =>
        text.Length >= word.Length && text.Length <= word.Length * 3 && Encoding.UTF8.GetString(text).Equals(word, StringComparison.OrdinalIgnoreCase);
}
