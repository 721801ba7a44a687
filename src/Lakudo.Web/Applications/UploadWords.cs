using Lakudo.Kernel;

namespace Lakudo.Web.Applications;

/// <summary>How the size of a file is told.</summary>
public static class UploadWords
{
    /// <summary>For example <c>312 kB</c> or <c>1,4 MB</c>; units of a thousand, as phones count.</summary>
    public static string Size(int bytes) => bytes < 1_000_000
        ? string.Create(Formats.Indonesian, $"{Math.Max(1, bytes / 1000)} kB")
        : string.Create(Formats.Indonesian, $"{bytes / 1_000_000.0:0.#} MB");
}
