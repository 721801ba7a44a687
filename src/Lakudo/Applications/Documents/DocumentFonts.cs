using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace Lakudo.Applications.Documents;

/// <summary>The typeface of printed documents, Plus Jakarta Sans, read from a directory of the installation.</summary>
/// <remarks>PDFsharp keeps one font source for the whole process and must have it before the first page is drawn.</remarks>
public sealed class DocumentFonts : IFontResolver
{
    private const string Family = "Plus Jakarta Sans";
    private static readonly Lock Gate = new();
    private static readonly string[] Faces = ["400Regular", "700Bold"];
    private readonly Dictionary<string, byte[]> _faces;

    private DocumentFonts(Dictionary<string, byte[]> faces) => _faces = faces;

    /// <summary>Reads the two faces and hands them to PDFsharp. A second call changes nothing.</summary>
    /// <param name="directory">Where <c>PlusJakartaSans_400Regular.ttf</c> and its bold sister lie, there or one folder below.</param>
    /// <exception cref="FileNotFoundException">A face is missing; the message names it and the directory.</exception>
    public static void Use(string directory)
    {
        lock (Gate)
        {
            if (GlobalFontSettings.FontResolver is DocumentFonts) return;
            GlobalFontSettings.FontResolver = new DocumentFonts(Faces.ToDictionary(face => face, face => Load(directory, face)));
        }
    }

    /// <inheritdoc/>
    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        new(isBold ? "700Bold" : "400Regular");

    /// <inheritdoc/>
    public byte[]? GetFont(string faceName) => _faces.GetValueOrDefault(faceName);

    /// <summary>The regular face, in points.</summary>
    public static XFont Regular(double size) => new(Family, size, XFontStyleEx.Regular);

    /// <summary>The bold face, in points.</summary>
    public static XFont Bold(double size) => new(Family, size, XFontStyleEx.Bold);

    private static byte[] Load(string directory, string face)
    {
        var name = $"PlusJakartaSans_{face}.ttf";
        var path = new[] { Path.Combine(directory, name), Path.Combine(directory, face, name) }.FirstOrDefault(File.Exists);
        return path is null
            ? throw new FileNotFoundException($"The font {name} is not in {directory}. Documents cannot be printed without it.", name)
            : File.ReadAllBytes(path);
    }
}
