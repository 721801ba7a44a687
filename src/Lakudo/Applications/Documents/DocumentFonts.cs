using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace Lakudo.Applications.Documents;

/// <summary>The typeface of everything that is printed, Plus Jakarta Sans. It is built into the program.</summary>
/// <remarks>
/// PDFsharp keeps one font source for the whole process and must have it before the first font is made. Fonts are made here only,
/// so whoever makes the first one has set the source, whatever was printed before.
/// </remarks>
public sealed class DocumentFonts : IFontResolver
{
    private const string Family = "Plus Jakarta Sans";
    private const string RegularFace = "400Regular";
    private const string BoldFace = "700Bold";
    private static readonly Dictionary<string, byte[]> Faces = new[] { RegularFace, BoldFace }.ToDictionary(face => face, Load);

    static DocumentFonts() => GlobalFontSettings.FontResolver = new DocumentFonts();

    private DocumentFonts()
    {
    }

    /// <inheritdoc/>
    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? BoldFace : RegularFace);

    /// <inheritdoc/>
    public byte[]? GetFont(string faceName) => Faces.GetValueOrDefault(faceName);

    /// <summary>The regular face, in points.</summary>
    public static XFont Regular(double size) => Make(size, XFontStyleEx.Regular);

    /// <summary>The bold face, in points.</summary>
    public static XFont Bold(double size) => Make(size, XFontStyleEx.Bold);

    /// <summary>The regular face as a file, for what draws without PDFsharp.</summary>
    public static Stream OpenRegular() => new MemoryStream(Faces[RegularFace], writable: false);

    /// <summary>Whether both faces hold a letter.</summary>
    internal static bool Has(int letter) => GlyphHelper.GlyphIndexFromCodePoint(letter, Regular(10)) != 0 && GlyphHelper.GlyphIndexFromCodePoint(letter, Bold(10)) != 0;

#pragma warning disable RS0030 // The one place where fonts are made.
    private static XFont Make(double size, XFontStyleEx style) => new(Family, size, style);
#pragma warning restore RS0030

    private static byte[] Load(string face)
    {
        using var stream = typeof(DocumentFonts).Assembly.GetManifestResourceStream($"fonts/{face}.ttf")
            ?? throw new FileNotFoundException($"The font {face} is not built into the program.", face);
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
